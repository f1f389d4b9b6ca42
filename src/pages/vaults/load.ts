import type { QueryClient } from '@tanstack/react-query';
import { backupVaultsQuery } from '#src/api/queries/disk-instances.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { subscriptionsQuery } from '#src/api/queries/targets.ts';
import { vaultPages } from '#src/api/queries/vaults.ts';
import { warm } from '#src/api/queries/warm.ts';
import { type VaultsSearch, vaultsWanted } from '#src/pages/vaults/search.ts';

/** Begins the reads of the list that an address asks for. */
export function loadVaults(queries: QueryClient, search: VaultsSearch): void {
  const { filter, order, isBackup } = vaultsWanted(search);
  if (isBackup) warm(queries, backupVaultsQuery());
  else warm(queries, pageQuery(vaultPages(filter, order), 0));
  warm(queries, subscriptionsQuery());
}
