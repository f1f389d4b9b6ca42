import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { jobSources, listNotableJobs } from '#src/api/queries/jobs.ts';
import { LIST_EVERY_MS, readAgainIn } from '#src/api/queries/query.ts';
import type { JobsElsewhere, SecondaryRestores } from '#src/api/queries/secondary-jobs.ts';
import { countByHealth, countOldPoints } from '#src/api/recovery-services/items.ts';
import { countJobs } from '#src/api/recovery-services/job-lists.ts';
import { countVaults } from '#src/api/recovery-services/vaults.ts';
import { now } from '#src/lib/clock.ts';
import { loadCode } from '#src/lib/load.ts';
import { instant } from '#src/lib/time.ts';
import type { PointAge } from '#src/model/instances.ts';
import { RANGE_MS } from '#src/model/jobs.ts';

/** The jobs of the last 24 hours, counted by Azure. */
export const jobCountsQuery = () =>
  queryOptions({
    queryKey: ['job counts'],
    queryFn: ({ signal }) => countJobs(session(), signal),
    refetchInterval: () => readAgainIn(LIST_EVERY_MS),
  });

/** Restores that run, and what went wrong in the last 24 hours. */
export const notableJobsQuery = () =>
  queryOptions({
    queryKey: ['notable jobs'],
    queryFn: ({ signal }) => listNotableJobs(session(), signal),
    refetchInterval: () => readAgainIn(LIST_EVERY_MS),
  });

/** Backup instances by their health, counted by Azure. */
export const healthQuery = () =>
  queryOptions({
    queryKey: ['instance health'],
    queryFn: ({ signal }) => countByHealth(session(), signal),
  });

/** VMs without a restore point of this age or newer, counted by Azure. */
export const oldPointsQuery = (age: PointAge) =>
  queryOptions({
    queryKey: ['old points', age],
    queryFn: ({ signal }) => countOldPoints(session(), age, signal),
  });

/** How many vaults there are. */
export const vaultCountQuery = () =>
  queryOptions({
    queryKey: ['vault count'],
    queryFn: ({ signal }) => countVaults(session(), signal),
  });

/** The restores to secondary regions, the newest first. */
export const secondaryRestoresQuery = () =>
  queryOptions({
    queryKey: ['secondary restores'],
    queryFn: async ({ client, signal }): Promise<SecondaryRestores> => {
      // Overview is there before what only this list needs.
      const { readSecondaryRestores } = await loadCode(
        () => import('#src/api/queries/secondary-jobs.ts'),
      );
      return readSecondaryRestores(client, signal);
    },
    refetchInterval: () => readAgainIn(LIST_EVERY_MS),
  });

/** Jobs of services other than Azure, live. */
export const otherJobsQuery = () =>
  queryOptions({
    queryKey: ['other jobs'],
    queryFn: ({ signal }) => readOtherJobs(signal),
    refetchInterval: () => readAgainIn(LIST_EVERY_MS),
  });

/** The jobs of services other than Azure. */
interface OtherJobs extends JobsElsewhere {
  /** The services whose jobs were read, by name. */
  readonly services: readonly string[];
}

async function readOtherJobs(signal: AbortSignal): Promise<OtherJobs> {
  const since = instant(now() - RANGE_MS['7d']);
  const read = await Promise.all(
    jobSources().all.map(async ({ name, service, load }): Promise<OtherJobs> => {
      try {
        const { recent } = await load();
        if (recent === null) return { jobs: [], unread: [], services: [] };
        return { jobs: await recent(since, signal), unread: [], services: [service] };
      } catch {
        return { jobs: [], unread: [name], services: [] };
      }
    }),
  );
  return {
    jobs: read.flatMap(({ jobs }) => jobs),
    unread: read.flatMap(({ unread }) => unread),
    services: read.flatMap(({ services }) => services),
  };
}
