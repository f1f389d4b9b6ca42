import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/session.ts';
import { listVaultNames } from '#src/api/recovery-services/vaults/names.ts';

/** The vaults that a list can be narrowed to. */
export const vaultNamesQuery = () =>
  queryOptions({
    queryKey: ['vaults', 'names'],
    queryFn: ({ signal }) => listVaultNames(session(), signal),
    staleTime: 300_000,
  });
