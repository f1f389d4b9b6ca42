import {
  vaultEncryptionQuery,
  vaultItemsQuery,
  vaultQuery,
} from '#src/api/recovery-services/vaults.ts';
import { subscriptionsQuery } from '#src/api/resources/places.ts';
import { resumeVaultChange } from '#src/actions/vault-change.ts';
import { vaultRestoresQuery } from '#src/api/recovery-services/jobs.ts';
import { warm } from '#src/api/queries/query.ts';
import { KnownVault } from '#src/datasources/azure-vm/vault/KnownVault.tsx';
import type { VaultPageOf } from '#src/datasources/pages.ts';

/** The page of a Recovery Services vault. */
export const vaultPage: VaultPageOf = {
  warm: (queries, id) => {
    warm(queries, subscriptionsQuery());
    warm(queries, vaultQuery(id));
    warm(queries, vaultEncryptionQuery(id));
    warm(queries, vaultItemsQuery(id));
    warm(queries, vaultRestoresQuery(id));
    resumeVaultChange(queries, id);
  },
  Page: KnownVault,
};
