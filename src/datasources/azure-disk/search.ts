import { session } from '#src/api/arm/session.ts';
import { findDiskInstances } from '#src/api/data-protection/backup-instances/find.ts';
import type { DatasourceSearch } from '#src/datasources/search.ts';
import { searchResults } from '#src/strings/search-results.ts';

/** Finds protected disks through Resource Graph. */
export const search: DatasourceSearch = {
  words: searchResults.disks,
  find: async (words, most, signal) => {
    const { hits, total } = await findDiskInstances(session(), words, most, signal);
    return {
      hits: hits.map(({ id, friendlyName, resourceGroup, vaultName, subscriptionId }) => ({
        id,
        name: friendlyName,
        place: [resourceGroup, vaultName],
        subscriptionId,
      })),
      total,
    };
  },
};
