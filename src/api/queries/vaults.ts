import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { byId } from '#src/api/queries/by-id.ts';
import { listRestoreJobs } from '#src/api/recovery-services/jobs.ts';
import type { Pages } from '#src/api/queries/paged.ts';
import { countVaultItems, listVaultPage } from '#src/api/recovery-services/vaults.ts';
import { now } from '#src/lib/clock.ts';
import { instant } from '#src/lib/time.ts';
import type { Vault, VaultFilter, VaultOrder } from '#src/model/vaults.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Under this key stand all lists of vaults, also that of their names. */
export const vaultsKey = ['vaults'] as const;

/** The vaults that a filter lets through, in pages. */
export const vaultPages = (filter: VaultFilter, order: VaultOrder): Pages<Vault> => ({
  key: [...vaultsKey, filter, order],
  read: (wanted, signal) => listVaultPage(session(), { filter, order, ...wanted }, signal),
});

/** How many machines a vault protects. */
export const vaultItemsQuery = byId('vault items', countVaultItems);

const WEEK_MS = 7 * 86_400_000;

/** The restores of a vault that started in the last seven days, from the vault's own list. */
export const vaultRestoresQuery = (vaultId: ResourceId) =>
  queryOptions({
    queryKey: ['vault restores', vaultId.toLowerCase()],
    queryFn: ({ signal }) => listRestoreJobs(session(), vaultId, instant(now() - WEEK_MS), signal),
  });
