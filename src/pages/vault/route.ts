import type { QueryClient } from '@tanstack/react-query';

/** One vault. What it reads is fetched with the page itself: nobody needs it before. */
export const vault = {
  path: '/vaults/$vaultId',
  load: (queries: QueryClient, { vaultId }: { readonly vaultId: string }) => {
    import('#src/pages/vault/lazy.ts').then(
      ({ loadVault }) => loadVault(queries, vaultId),
      // The page cannot be fetched either, and says so.
      () => undefined,
    );
  },
} as const;
