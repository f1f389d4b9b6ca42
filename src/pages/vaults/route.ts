import type { QueryClient } from '@tanstack/react-query';
import { loadListings } from '#src/pages/list/loaded.ts';
import { type VaultsSearch, vaultsSearch, vaultsWanted } from '#src/pages/vaults/search.ts';

/** The list of all vaults, of one kind at a time. */
export const vaults = {
  path: '/vaults',
  search: vaultsSearch,
  load: async (queries: QueryClient, search: VaultsSearch) => {
    const listings = await loadListings();
    const { shown } = vaultsWanted(listings, search);
    shown?.list((spec) => spec.listOf(search).source.warm(queries));
    return listings;
  },
} as const;
