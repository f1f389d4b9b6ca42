import { useQueries } from '@tanstack/react-query';
import { jobQuery, seenJobQuery } from '#src/api/queries/jobs.ts';
import type { Instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/job.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { type Progress, progressByReads } from '#src/progress/progress.ts';
import { useNow } from '#src/ui/use-now.ts';

/** Between two looks at the clock: times left go on without a read. */
const EVERY_MS = 15_000;

/** A job at a moment, by all reads of the job itself. */
export interface JobNow {
  readonly job: JobDetails;
  readonly progress: Progress;
  readonly at: Instant;
}

/** `follow`: keeps reading the jobs. `listen`: takes what others read. */
export type JobReads = 'follow' | 'listen';

/**
 * Jobs at this moment: null for one that couldn't be read, undefined while no read has come. All that
 * show the same job share its reads. Past jobs and the target of a restore aren't read here.
 */
export function useJobsNow(
  ids: readonly ResourceId[],
  reads: JobReads,
): readonly (JobNow | null | undefined)[] {
  const enabled = reads === 'follow';
  const jobs = useQueries({ queries: ids.map((id) => ({ ...jobQuery(id), enabled })) });
  const seen = useQueries({ queries: ids.map((id) => seenJobQuery(id)) });
  const at = useNow(EVERY_MS);
  return jobs.map(({ data: job, error }, index) => {
    if (job === undefined) return error === null ? undefined : null;
    return { job, progress: progressByReads(job, seen[index]?.data?.observations, at), at };
  });
}

/** The same of one job. */
export function useJobNow(id: ResourceId, reads: JobReads): JobNow | null | undefined {
  return useJobsNow([id], reads)[0];
}
