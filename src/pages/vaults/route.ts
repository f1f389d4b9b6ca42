import type { QueryClient } from '@tanstack/react-query';
import { type VaultsSearch, vaultsSearch } from '#src/pages/vaults/search.ts';

/** The list of all vaults. What it reads is fetched with the page itself: nobody needs it before. */
export const vaults = {
  path: '/vaults',
  search: vaultsSearch,
  load: (queries: QueryClient, search: VaultsSearch) => {
    import('#src/pages/vaults/lazy.ts').then(
      ({ loadVaults }) => loadVaults(queries, search),
      // The page cannot be fetched either, and says so.
      () => undefined,
    );
  },
} as const;
