import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { keyVaultQuery } from '#src/api/queries/preflight.ts';
import type { Preflight } from '#src/wizard/draft/preflight-reads.ts';
import { known } from '#src/wizard/draft/reads.ts';
import type { Validation } from '#src/wizard/draft/validation.ts';
import { goesToSecondary, pairedRegion, targetRegion } from '#src/wizard/draft/target-region.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { waitsForAzureAlone } from '#src/wizard/preflight/free.ts';
import { keyVaultsOf } from '#src/wizard/preflight/key-vaults.ts';
import { networkGroup } from '#src/wizard/preflight/scopes.ts';
import { keysOfReview, preflightQueries } from '#src/wizard/preflight-queries.ts';
import { readOf } from '#src/wizard/read-of.ts';
import { useValidationByItself } from '#src/wizard/submit/use-validation.ts';

/**
 * Asks what only the list before a restore needs, while `isWanted`; the rest of it is read already. Where
 * nothing of it stands against the restore, Azure's own validation starts by itself.
 */
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
  const queries = preflightQueries(view);
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
  const preflight: Preflight = {
    asked,
    validation,
    readAgain: () => {
      for (const queryKey of keysOfReview(view)) {
        void client.refetchQueries({ queryKey, exact: true, type: 'active' });
      }
    },
  };
  const isFree = isWanted && waitsForAzureAlone(preflight, view);
  useValidationByItself(view.draft.id, validation, isFree);
  return preflight;
}
