import type { QueryClient } from '@tanstack/react-query';
import { vaultFromAddress } from '#src/api/arm/address.ts';
import { vaultQuery } from '#src/api/queries/instances.ts';
import { warm } from '#src/api/queries/warm.ts';

/** One vault. */
export const vault = {
  path: '/vaults/$vaultId',
  load: async (queries: QueryClient, { vaultId }: { readonly vaultId: string }) => {
    const id = vaultFromAddress(vaultId);
    if (id === null) return;
    warm(queries, vaultQuery(id));
    // Nobody needs it before this page is opened.
    const { resumeVaultChange } = await import('#src/api/queries/vault-change.ts');
    resumeVaultChange(queries, id);
  },
} as const;
