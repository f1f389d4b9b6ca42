import { useQueries, useQuery } from '@tanstack/react-query';
import { keyVaultQuery } from '#src/api/key-vaults.ts';
import { isReadyForAzure, type Line, linesOf } from '#src/datasources/azure-vm/checks/lines.ts';
import { preflightQueries } from '#src/datasources/azure-vm/checks/preflight-queries.ts';
import type { Preflight, Validation } from '#src/datasources/azure-vm/checks/preflight.ts';
import { keyVaultsOf } from '#src/datasources/azure-vm/checks/scopes.ts';
import { useReadAgain } from '#src/datasources/azure-vm/checks/use-read-again.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { useValidationByItself } from '#src/datasources/azure-vm/request/use-validation.ts';
import { readOf } from '#src/wizard/reads/read.ts';

/**
 * Asks what only the list before a restore needs; the rest of it is read already. Where nothing of it
 * stands against the restore, Azure's own validation starts by itself.
 */
export function usePreflight(view: DraftView, validation: Validation): ListedPreflight {
  const readAgain = useReadAgain(view);
  const queries = preflightQueries(view);
  const vaultIds = keyVaultsOf(view) ?? [];
  const keyVaults = useQueries({ queries: vaultIds.map(keyVaultQuery) });
  const reads = {
    vaultRights: readOf(useQuery(queries.vaultRights)),
    networkRights: readOf(useQuery(queries.networkRights)),
    usages: readOf(useQuery(queries.usages)),
    restores: readOf(useQuery(queries.restores)),
    runningRestores: readOf(useQuery(queries.runningRestores)),
    otherRestores: readOf(useQuery(queries.otherRestores)),
    keyVaults: vaultIds.flatMap((id, index) => {
      const one = keyVaults[index];
      return one === undefined ? [] : [{ id, read: readOf(one) }];
    }),
  };
  const preflight: Preflight = { reads, validation, readAgain };
  const lines = linesOf({ ...preflight, view });
  // Where the list leaves nothing but Azure's own look.
  const isDue = isReadyForAzure(lines);
  useValidationByItself(view.draft.id, validation, isDue);
  return { ...preflight, lines };
}

/** With the list that is made from it. */
export interface ListedPreflight extends Preflight {
  readonly lines: readonly Line[];
}
