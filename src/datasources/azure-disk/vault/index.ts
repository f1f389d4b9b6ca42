import { diskJobsQuery } from '#src/api/data-protection/jobs.ts';
import { backupVaultQuery } from '#src/api/data-protection/vaults.ts';
import { subscriptionsQuery } from '#src/api/resources/places.ts';
import { warm } from '#src/api/queries/query.ts';
import { KnownBackupVault } from '#src/datasources/azure-disk/vault/KnownBackupVault.tsx';
import { firstDisksQuery } from '#src/datasources/azure-disk/vault/VaultDisks.tsx';
import type { VaultPageOf } from '#src/datasources/pages.ts';

/** The page of a Backup vault. */
export const vaultPage: VaultPageOf = {
  warm: (queries, id) => {
    warm(queries, subscriptionsQuery());
    warm(queries, backupVaultQuery(id));
    warm(queries, diskJobsQuery(id));
    warm(queries, firstDisksQuery(id));
  },
  Page: KnownBackupVault,
};
