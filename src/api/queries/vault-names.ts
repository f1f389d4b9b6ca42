import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { listUnreadVaults, listVaultNames } from '#src/api/recovery-services/vaults.ts';

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
