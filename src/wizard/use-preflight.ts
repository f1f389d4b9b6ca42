import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { permissionsQuery } from '#src/api/queries/permissions.ts';
import {
  computeUsagesQuery,
  keyVaultQuery,
  restoresOfDayQuery,
} from '#src/api/queries/preflight.ts';
import { runningRestoresQuery } from '#src/api/queries/running-restores.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Preflight } from '#src/wizard/draft/preflight-reads.ts';
import { known } from '#src/wizard/draft/reads.ts';
import type { Validation } from '#src/wizard/draft/validation.ts';
import { goesToSecondary, pairedRegion, targetRegion } from '#src/wizard/draft/target-region.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { keyVaultsOf } from '#src/wizard/preflight/key-vaults.ts';
import { networkGroup, targetOf } from '#src/wizard/preflight/scopes.ts';
import { keysOfDraft } from '#src/wizard/read-keys.ts';
import { readOf } from '#src/wizard/read-of.ts';

const nowhere = resourceId('');

/** Asks what only the list before a restore needs, while `isWanted`; the rest of it is read already. */
export function usePreflight(
  view: DraftView,
  validation: Validation,
  isWanted: boolean,
): Preflight {
  const client = useQueryClient();
  const vault = known(view.reads.vault);
  const region = targetRegion(view.shown, view.reads) ?? null;
  const group = networkGroup(view);
  const isNew = isWanted && view.shown.option === 'createVm';
  const vaultIds = isWanted ? (keyVaultsOf(view) ?? []) : [];
  const isSecondary = goesToSecondary(view.shown, view.reads);
  const secondary = isSecondary ? (pairedRegion(view.reads) ?? null) : null;
  const queries = {
    vaultRights: permissionsQuery(vault?.id ?? nowhere),
    networkRights: permissionsQuery(group ?? nowhere),
    usages: computeUsagesQuery(targetOf(view) ?? '', region ?? ''),
    restores: restoresOfDayQuery(vault?.id ?? nowhere),
    runningRestores: runningRestoresQuery(vault?.id ?? nowhere, secondary),
  };
  const isRead = isWanted && vault !== undefined;
  const keyVaults = useQueries({ queries: vaultIds.map(keyVaultQuery) });
  const asked = {
    vaultRights: readOf(useQuery({ ...queries.vaultRights, enabled: isRead })),
    networkRights: readOf(useQuery({ ...queries.networkRights, enabled: isNew && group !== null })),
    usages: readOf(useQuery({ ...queries.usages, enabled: isNew && region !== null })),
    restores: readOf(useQuery({ ...queries.restores, enabled: isRead })),
    runningRestores: readOf(
      useQuery({
        ...queries.runningRestores,
        enabled: isRead && (!isSecondary || secondary !== null),
      }),
    ),
    keyVaults: vaultIds.flatMap((id, index) => {
      const one = keyVaults[index];
      return one === undefined ? [] : [{ id, read: readOf(one) }];
    }),
  };
  return {
    asked,
    validation,
    readAgain: () => {
      const own = [...Object.values(queries), ...vaultIds.map(keyVaultQuery)];
      for (const queryKey of [...keysOfDraft(view), ...own.map((query) => query.queryKey)]) {
        void client.refetchQueries({ queryKey, exact: true, type: 'active' });
      }
    },
  };
}
