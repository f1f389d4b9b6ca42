import type { QueryKey } from '@tanstack/react-query';
import { permissionsQuery } from '#src/api/authorization.ts';
import { computeUsagesQuery } from '#src/api/compute/sizes.ts';
import { keyVaultQuery } from '#src/api/key-vaults.ts';
import { restoresOfDayQuery } from '#src/api/recovery-services/jobs.ts';
import { otherRestoresQuery, runningRestoresQuery } from '#src/api/queries/running-restores.ts';
import { resourceId } from '#src/model/resource-id.ts';
import {
  keyVaultsOf,
  networkGroup,
  targetSubscriptionOf,
} from '#src/datasources/azure-vm/checks/scopes.ts';
import {
  goesToSecondary,
  pairedRegion,
  targetRegion,
} from '#src/datasources/azure-vm/choices/target-region.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { queriesAgain } from '#src/datasources/azure-vm/reader.ts';
import { jobsOn } from '#src/wizard/draft/drafts.ts';
import { known } from '#src/wizard/reads/read.ts';
import type { TargetQueries } from '#src/wizard/submit/begun-since.ts';

const nowhere = resourceId('');

/** What only the list before a restore asks, the key vaults aside, each once what it needs is known. */
export function preflightQueries(view: DraftView) {
  const vaultId = known(view.reads.vault)?.id;
  const isRead = vaultId !== undefined;
  const vault = vaultId ?? nowhere;
  const isNew = view.shown.option === 'createVm';
  const region = targetRegion(view.shown, view.reads) ?? null;
  const group = networkGroup(view);
  const isSecondary = goesToSecondary(view.shown, view.reads);
  const secondary = isSecondary ? (pairedRegion(view.reads) ?? null) : null;
  const isPlaceKnown = !isSecondary || secondary !== null;
  const usages = computeUsagesQuery(targetSubscriptionOf(view) ?? '', region ?? '');
  return {
    vaultRights: { ...permissionsQuery(vault), enabled: isRead },
    networkRights: { ...permissionsQuery(group ?? nowhere), enabled: isNew && group !== null },
    usages: { ...usages, enabled: isNew && region !== null },
    restores: { ...restoresOfDayQuery(vault), enabled: isRead },
    runningRestores: {
      ...runningRestoresQuery(vault, secondary),
      enabled: isRead && isPlaceKnown,
    },
    otherRestores: {
      ...otherRestoresQuery({
        beside: { vaultId: vault, isSecondary },
        jobs: jobsOn(view.model.targetOf(view.shown, view.reads)),
      }),
      enabled: isRead && isPlaceKnown,
    },
  };
}

/** How the restores in progress are read, once more when Restore is selected. */
export function targetQueries(view: DraftView): TargetQueries {
  const { runningRestores, otherRestores } = preflightQueries(view);
  return { ofVault: runningRestores, others: otherRestores };
}

/** The keys of all queries that a restore is judged by before it is sent. */
export function keysOfReview(view: DraftView): QueryKey[] {
  const { draft, reads } = view;
  const target = targetSubscriptionOf(view) ?? '';
  const queries = [
    ...Object.values(
      queriesAgain({ choices: draft.choices, reads, target, made: reads.made }, () => true),
    ),
    ...Object.values(preflightQueries(view)),
    ...(keyVaultsOf(view) ?? []).map(keyVaultQuery),
  ];
  return queries.map(({ queryKey }) => queryKey);
}
