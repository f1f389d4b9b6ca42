import { session } from '#src/api/arm/pipeline.ts';
import { deletedDisks, withDeletedHits } from '#src/api/queries/disk-instances.ts';
import { findDiskInstances } from '#src/api/data-protection/instances.ts';
import type { DatasourceSearch } from '#src/datasources/datasource.ts';
import { searchResults } from '#src/strings/search.ts';

/** Finds protected disks through Resource Graph. */
export const diskGlobalSearch: DatasourceSearch = {
  words: searchResults.disks,
  find: async (words, most, signal, queries) => {
    const [found, { disks }] = await Promise.all([
      findDiskInstances(session(), words, most, signal),
      deletedDisks(queries, signal),
    ]);
    const { hits, total } = withDeletedHits(found, disks, words, most);
    return {
      hits: hits.map(
        ({ id, friendlyName, resourceGroup, vaultName, subscriptionId, deletion }) => ({
          id,
          name: friendlyName,
          place: [resourceGroup, vaultName],
          subscriptionId,
          deletion,
        }),
      ),
      total,
    };
  },
};
