import { queryOptions } from '@tanstack/react-query';
import { LIST_EVERY_MS } from '#src/api/queries/jobs.ts';
import { readAgainIn } from '#src/api/queries/read-again.ts';
import { jobSources } from '#src/api/queries/read-job.ts';
import { now } from '#src/lib/clock.ts';
import { instant } from '#src/lib/time.ts';
import type { Job } from '#src/model/jobs.ts';

/** Jobs of services other than Azure, which no list of Azure's holds. */
export interface OtherJobs {
  readonly jobs: readonly Job[];
  /** Services whose jobs weren't read, by name. */
  readonly unread: readonly string[];
}

const WITHIN_MS = 7 * 24 * 60 * 60_000;

/** Those of the last seven days, live. */
export const otherJobsQuery = () =>
  queryOptions({
    queryKey: ['other jobs'],
    queryFn: ({ signal }) => readOtherJobs(signal),
    refetchInterval: () => readAgainIn(LIST_EVERY_MS),
  });

async function readOtherJobs(signal: AbortSignal): Promise<OtherJobs> {
  const since = instant(now() - WITHIN_MS);
  const read = await Promise.all(
    jobSources().all.map(async ({ name, load }): Promise<OtherJobs> => {
      try {
        const { recent } = await load();
        return { jobs: recent === null ? [] : await recent(since, signal), unread: [] };
      } catch {
        return { jobs: [], unread: [name] };
      }
    }),
  );
  return { jobs: read.flatMap(({ jobs }) => jobs), unread: read.flatMap(({ unread }) => unread) };
}
