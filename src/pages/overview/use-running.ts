import { useQueries } from '@tanstack/react-query';
import { jobQuery, seenJobQuery } from '#src/api/queries/jobs.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Job, JobDetails } from '#src/model/job.ts';
import { type Progress, progressByReads } from '#src/model/progress/progress.ts';
import { useNow } from '#src/ui/use-now.ts';

/** Times left go on without a read. */
const EVERY_MS = 15_000;

/** A running job, read from the job itself, and how it stands at a moment. */
export interface Running {
  readonly details: JobDetails;
  readonly progress: Progress;
  readonly at: Instant;
}

/**
 * How jobs stand, by all their reads: null for one that could not be read, undefined while none has
 * come. Parts of the page that ask for the same job share its reads. Past jobs are not read here.
 */
export function useRunning(jobs: readonly Job[]): readonly (Running | null | undefined)[] {
  const reads = useQueries({ queries: jobs.map(({ id }) => jobQuery(id)) });
  const seen = useQueries({ queries: jobs.map(({ id }) => seenJobQuery(id)) });
  const at = useNow(EVERY_MS);
  return reads.map(({ data, error }, index) => {
    if (data === undefined) return error === null ? undefined : null;
    const observations = seen[index]?.data?.observations;
    return { details: data, progress: progressByReads(data, observations, at), at };
  });
}
