import type { QueryClient } from '@tanstack/react-query';
import { vaultFromAddress } from '#src/api/arm/address.ts';
import { backupVaultQuery, diskJobsQuery } from '#src/api/queries/disk-instances.ts';
import { vaultEncryptionQuery, vaultQuery } from '#src/api/queries/instances.ts';
import { subscriptionsQuery } from '#src/api/queries/targets.ts';
import { resumeVaultChange } from '#src/api/queries/vault-change.ts';
import { vaultItemsQuery, vaultRestoresQuery } from '#src/api/queries/vaults.ts';
import { warm } from '#src/api/queries/warm.ts';
import { datasourceOf } from '#src/model/instance-list.ts';

/** Begins the reads of one vault's page, and goes on with a change of it that is under way. */
export function loadVault(queries: QueryClient, address: string): void {
  const id = vaultFromAddress(address);
  if (id === null) return;
  warm(queries, subscriptionsQuery());
  if (datasourceOf(id) === 'disk') {
    warm(queries, backupVaultQuery(id));
    warm(queries, diskJobsQuery(id));
    return;
  }
  warm(queries, vaultQuery(id));
  warm(queries, vaultEncryptionQuery(id));
  warm(queries, vaultItemsQuery(id));
  warm(queries, vaultRestoresQuery(id));
  resumeVaultChange(queries, id);
}
