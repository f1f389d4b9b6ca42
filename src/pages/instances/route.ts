import type { QueryClient } from '@tanstack/react-query';
import {
  type InstancesSearch,
  instancesSearch,
  instancesWanted,
} from '#src/pages/instances/search.ts';
import { loadListings } from '#src/pages/list/loaded.ts';

/** The list of all backup instances, of one datasource at a time. */
export const instances = {
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
