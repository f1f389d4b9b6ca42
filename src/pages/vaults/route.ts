import * as z from 'zod/mini';
import type { QueryClient } from '@tanstack/react-query';
import type { VaultList } from '#src/datasources/list.ts';
import { addressReader, oneOf } from '#src/lib/address-values.ts';
import { type Listings, loadListings } from '#src/pages/list/loaded.ts';

const text = z.catch(z.optional(z.string()), undefined);

/** The filters of the list as they stand in the address; several values with commas between. */
export const vaultsSearch = z.object({
  search: text,
  /** Whose vaults: `backup` for Backup vaults, which protect disks; else Recovery Services vaults. */
  type: text,
  subscription: text,
  region: text,
  redundancy: text,
  crossRegion: text,
  crossSubscription: text,
  /** What it is sorted by; with a minus in front the other way round. */
  sort: text,
});
export type VaultsSearch = z.infer<typeof vaultsSearch>;

interface VaultsWanted {
  /** The vaults of all datasources. */
  readonly all: readonly VaultList[];
  /** Those that are shown; undefined: they did not load. */
  readonly shown: VaultList | undefined;
  /** Parts of the address that mean nothing. */
  readonly ignored: readonly string[];
}

/** Which vaults an address asks for: another service has others, with other settings. */
export function vaultsWanted(listings: Listings, search: VaultsSearch): VaultsWanted {
  const all = listings.all.flatMap(({ lists }) => lists.vaults ?? []);
  const { one, ignored } = addressReader(search);
  const wanted = one('type', oneOf(all.map((list) => list.type)));
  const shown = all.find((list) => list.type === wanted) ?? all[0];
  return { all, shown, ignored: ignored() };
}

/** The list of all vaults, of one kind at a time. */
export const vaultsPage = {
  path: '/vaults',
  search: vaultsSearch,
  load: async (queries: QueryClient, search: VaultsSearch) => {
    const listings = await loadListings();
    const { shown } = vaultsWanted(listings, search);
    shown?.list((spec) => spec.listOf(search).source.warm(queries));
    return listings;
  },
} as const;
