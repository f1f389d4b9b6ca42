import type { QueryClient } from '@tanstack/react-query';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { regionsQuery } from '#src/api/resources/places.ts';
import { readOther } from '#src/api/queries/query.ts';
import { REGIONS_FOR_MS } from '#src/api/queries/secondary-jobs.ts';
import type { SecondaryRestores } from '#src/api/queries/secondary-restores.ts';
import { type VaultName, vaultNamesQuery } from '#src/api/recovery-services/vaults.ts';
import { listSecondaryJobs } from '#src/api/recovery-services/secondary-jobs.ts';
import { now } from '#src/lib/clock.ts';
import { instant } from '#src/lib/time.ts';
import { type Job, RANGE_MS } from '#src/model/jobs.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';
import { sameRegion } from '#src/model/places.ts';

/** Most vaults to query: each has a list of its own, and an estate may have many more. */
const MOST_VAULTS = 20;

/** Asks each vault with Cross Region Restore enabled for the jobs of its paired region, and no other vault. */
export async function readSecondaryRestores(
  client: QueryClient,
  signal: AbortSignal,
  except: ResourceId | null = null,
): Promise<SecondaryRestores> {
  const vaults = await readOther(client, vaultNamesQuery());
  const enabled = vaults.filter(
    ({ id, hasCrossRegionRestore }) =>
      hasCrossRegionRestore === true && (except === null || !sameId(id, except)),
  );
  const queried = enabled.slice(0, MOST_VAULTS);
  const lists = await Promise.allSettled(queried.map((vault) => jobsOf(client, vault, signal)));
  const isRead = (index: number) => lists[index]?.status === 'fulfilled';
  return {
    jobs: lists
      .flatMap((list) => (list.status === 'fulfilled' ? list.value : []))
      .toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0)),
    unread: enabled.filter((_, index) => !isRead(index)).map(({ name }) => name),
  };
}

async function jobsOf(
  client: QueryClient,
  { id, region }: VaultName,
  signal: AbortSignal,
): Promise<readonly Job[]> {
  const { subscriptionId = '' } = parseResourceId(id) ?? {};
  const regions = await readOther(client, {
    ...regionsQuery(subscriptionId),
    staleTime: REGIONS_FOR_MS,
  });
  const pair = regions.find(({ name }) => sameRegion(name, region))?.pairedRegion;
  if (!pair) return [];
  const from = instant(now() - RANGE_MS['7d']);
  const place = { vaultId: id, region: pair };
  return listSecondaryJobs(session(), place, { operation: 'CrossRegionRestore', from }, signal);
}
