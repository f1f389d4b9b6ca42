import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { vaultQuery } from '#src/api/recovery-services/vaults.ts';
import { regionsQuery } from '#src/api/resources/places.ts';
import { LIST_EVERY_MS, readAgainIn, readOther } from '#src/api/queries/query.ts';
import { listSecondaryJobs } from '#src/api/recovery-services/secondary-jobs.ts';
import { now } from '#src/lib/clock.ts';
import { instant } from '#src/lib/time.ts';
import { type Job, type JobFilter, RANGE_MS, type SecondaryPlace } from '#src/model/jobs.ts';
import { sameRegion } from '#src/model/places.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** The jobs of a vault in its secondary region, or why it has none there. */
export type SecondaryJobs =
  | { readonly kind: 'off' | 'unpaired' }
  | { readonly kind: 'jobs'; readonly place: SecondaryPlace; readonly jobs: readonly Job[] };

/** How long regions and their pairs stay fresh: they do not change while a list is open. */
export const REGIONS_FOR_MS = 3_600_000;

type SecondaryFilter = Pick<JobFilter, 'range' | 'statuses'>;

/**
 * The jobs of a vault in its secondary region, live: all of them, as Azure does not sort or search
 * there. Its filter takes one status; of several, the list is for the reader to narrow.
 */
export const secondaryJobsQuery = (vaultId: ResourceId, { range, statuses }: SecondaryFilter) => {
  const status = statuses.length === 1 ? statuses[0] : undefined;
  return queryOptions({
    queryKey: ['secondary jobs', vaultId.toLowerCase(), range, status],
    queryFn: async ({ client, signal }): Promise<SecondaryJobs> => {
      const place = await placeOf(client, vaultId);
      if (typeof place === 'string') return { kind: place };
      const from = instant(now() - RANGE_MS[range]);
      const jobs = await listSecondaryJobs(
        session(),
        place,
        { from, ...(status && { status }) },
        signal,
      );
      return { kind: 'jobs', place, jobs };
    },
    refetchInterval: () => readAgainIn(LIST_EVERY_MS),
  });
};

/** The vault's paired region (azure-contract §9, §14), also for a vault with unknown setting. */
async function placeOf(
  client: QueryClient,
  vaultId: ResourceId,
): Promise<SecondaryPlace | 'off' | 'unpaired'> {
  const { crossRegionRestore, subscriptionId, region } = await readOther(
    client,
    vaultQuery(vaultId),
  );
  if (crossRegionRestore === false) return 'off';
  const regions = await readOther(client, {
    ...regionsQuery(subscriptionId),
    staleTime: REGIONS_FOR_MS,
  });
  const pair = regions.find(({ name }) => sameRegion(name, region))?.pairedRegion;
  return pair ? { vaultId, region: pair } : 'unpaired';
}
