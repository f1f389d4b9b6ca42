import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import type { Pages } from '#src/api/queries/paged.ts';
import { queryById } from '#src/api/queries/query.ts';
import { listRestoreJobs } from '#src/api/recovery-services/jobs.ts';
import {
  countVaultItems,
  listUnreadVaults,
  listVaultNames,
  listVaultPage,
} from '#src/api/recovery-services/vaults.ts';
import { now } from '#src/lib/clock.ts';
import { instant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Vault, VaultFilter, VaultOrder } from '#src/model/vaults.ts';

/** Under this key stand all lists of vaults, also that of their names. */
export const vaultsKey = ['vaults'] as const;

/** The vaults that a filter lets through, in pages. */
export const vaultPages = (filter: VaultFilter, order: VaultOrder): Pages<Vault> => ({
  key: [...vaultsKey, filter, order],
  read: (wanted, signal) => listVaultPage(session(), { filter, order, ...wanted }, signal),
});

/** How many machines a vault protects. */
export const vaultItemsQuery = queryById('vault items', countVaultItems);

const WEEK_MS = 7 * 86_400_000;

/** The restores of a vault that started in the last seven days, from the vault's own list. */
export const vaultRestoresQuery = (vaultId: ResourceId) =>
  queryOptions({
    queryKey: ['vault restores', vaultId.toLowerCase()],
    queryFn: ({ signal }) => listRestoreJobs(session(), vaultId, instant(now() - WEEK_MS), signal),
  });

/** The vaults that a list can be narrowed to. */
export const vaultNamesQuery = () =>
  queryOptions({
    queryKey: ['vaults', 'names'],
    queryFn: ({ signal }) => listVaultNames(session(), signal),
    staleTime: 300_000,
  });

/** The vaults that a list over all vaults lacks for want of permission. */
export const unreadVaultsQuery = () =>
  queryOptions({
    queryKey: ['vaults', 'unread'],
    queryFn: ({ signal }) => listUnreadVaults(session(), signal),
    staleTime: 300_000,
  });
