import * as z from 'zod/mini';
import type { QueryClient } from '@tanstack/react-query';
import {
  type Listing,
  type Listings,
  loadListings,
  type AddressDatasources,
  namedIn,
} from '#src/pages/list/loaded.ts';

const text = z.catch(z.optional(z.string()), undefined);

/** The filters of the list as they stand in the address; several values with commas between. */
export const instancesSearch = z.object({
  search: text,
  datasource: text,
  vault: text,
  subscription: text,
  region: text,
  health: text,
  source: text,
  /** Ages of the latest restore point, `24h`, or `none`. */
  older: text,
  /** Tags of the source, `env:prod`. */
  tag: text,
  /** What it is sorted by; with a minus in front the other way round. */
  sort: text,
  /** `secondary`: what one vault keeps in its paired region. */
  view: text,
});
export type InstancesSearch = z.infer<typeof instancesSearch>;

interface InstancesWanted extends AddressDatasources {
  /** Whose list is shown; undefined: it did not load. */
  readonly shown: Listing | undefined;
  /** Those whose instances fit the address too. */
  readonly others: readonly Listing[];
}

/** Whose lists an address asks for: they are shown one at a time, the first of those that are named. */
export function instancesWanted({ all }: Listings, search: InstancesSearch): InstancesWanted {
  const named = namedIn(search);
  const [shown, ...others] = all.filter(
    ({ word }) => named.words.length === 0 || named.words.includes(word),
  );
  return { ...named, shown, others };
}

/** The list of all backup instances, of one datasource at a time. */
export const instancesPage = {
  path: '/instances',
  search: instancesSearch,
  load: async (queries: QueryClient, search: InstancesSearch) => {
    const listings = await loadListings();
    const { shown, isSecondary } = instancesWanted(listings, search);
    if (!isSecondary) {
      shown?.lists.instances.list((spec) => spec.listOf(search).source.warm(queries));
    }
    return listings;
  },
} as const;
