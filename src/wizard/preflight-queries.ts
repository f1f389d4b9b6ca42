import type { QueryKey } from '@tanstack/react-query';
import { permissionsQuery } from '#src/api/queries/permissions.ts';
import {
  computeUsagesQuery,
  keyVaultQuery,
  restoresOfDayQuery,
} from '#src/api/queries/preflight.ts';
import { runningRestoresQuery } from '#src/api/queries/running-restores.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { known } from '#src/wizard/draft/reads.ts';
import { goesToSecondary, pairedRegion, targetRegion } from '#src/wizard/draft/target-region.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { keyVaultsOf } from '#src/wizard/preflight/key-vaults.ts';
import { networkGroup, targetOf } from '#src/wizard/preflight/scopes.ts';
import { keysOfDraft } from '#src/wizard/read-keys.ts';

const nowhere = resourceId('');

/** What only the list before a restore asks, the key vaults aside. */
export function preflightQueries(view: DraftView) {
  const vaultId = known(view.reads.vault)?.id ?? nowhere;
  const region = targetRegion(view.shown, view.reads) ?? '';
  const isSecondary = goesToSecondary(view.shown, view.reads);
  const secondary = isSecondary ? (pairedRegion(view.reads) ?? null) : null;
  return {
    vaultRights: permissionsQuery(vaultId),
    networkRights: permissionsQuery(networkGroup(view) ?? nowhere),
    usages: computeUsagesQuery(targetOf(view) ?? '', region),
    restores: restoresOfDayQuery(vaultId),
    runningRestores: runningRestoresQuery(vaultId, secondary),
  };
}

/** Under which keys all is kept that a restore is judged by before it is sent. */
export function keysOfReview(view: DraftView): QueryKey[] {
  const own = [
    ...Object.values(preflightQueries(view)),
    ...(keyVaultsOf(view) ?? []).map(keyVaultQuery),
  ];
  return [...keysOfDraft(view), ...own.map(({ queryKey }) => queryKey)];
}
