import type { QueryClient } from '@tanstack/react-query';

/** One vault. What it reads is fetched with the page itself: nobody needs it before. */
export const vault = {
  path: '/vaults/$vaultId',
  load: async (queries: QueryClient, { vaultId }: { readonly vaultId: string }) => {
    const { loadVault } = await import('#src/pages/vault/load.ts');
    loadVault(queries, vaultId);
  },
} as const;
