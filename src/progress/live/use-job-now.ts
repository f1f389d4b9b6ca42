import { useQueries } from '@tanstack/react-query';
import { jobQuery, seenJobQuery } from '#src/api/queries/jobs.ts';
import { pastJobsQuery } from '#src/api/queries/past-jobs.ts';
import { invariant } from '#src/lib/result.ts';
import type { Instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { momentOf } from '#src/progress/live/moment.ts';
import { type Progress, progressOf } from '#src/progress/progress.ts';
import { useNow } from '#src/ui/use-now.ts';

/** Between two looks at the clock: times left go on without a read. */
const EVERY_MS = 5000;

/** A job at a moment, by all its reads and by past jobs. */
export interface JobNow {
  readonly job: JobDetails;
  readonly progress: Progress;
  readonly at: Instant;
}

/** `follow`: keeps reading the jobs. `listen`: takes what others read. */
export type JobReads = 'follow' | 'listen';

/**
 * Jobs at this moment: null for one that couldn't be read, undefined while no read has come. All that
 * show the same job share its reads, the past jobs that it is compared with, and the moment.
 */
export function useJobsNow(
  ids: readonly ResourceId[],
  reads: JobReads,
): readonly (JobNow | null | undefined)[] {
  const enabled = reads === 'follow';
  const jobs = useQueries({ queries: ids.map((id) => ({ ...jobQuery(id), enabled })) });
  const now = useReadJobsNow(
    ids,
    jobs.map(({ data }) => data),
  );
  return jobs.map(({ error }, index) => now[index] ?? (error === null ? undefined : null));
}

/** The same of one job. */
export function useJobNow(id: ResourceId, reads: JobReads): JobNow | null | undefined {
  return useJobsNow([id], reads)[0];
}

/** One job that was read, at this moment. */
export function useProgressNow(id: ResourceId, job: JobDetails): JobNow {
  const [now] = useReadJobsNow([id], [job]);
  invariant(now, 'a job that was read has its progress');
  return now;
}

/** The same of several; undefined for one that wasn't read. */
function useReadJobsNow(
  ids: readonly ResourceId[],
  jobs: readonly (JobDetails | undefined)[],
): readonly (JobNow | undefined)[] {
  const seen = useQueries({ queries: ids.map((id) => seenJobQuery(id)) });
  const past = useQueries({ queries: ids.map((id, index) => pastJobsQuery(id, jobs[index])) });
  const now = useNow(EVERY_MS);
  return jobs.map((job, index) => {
    if (job === undefined) return undefined;
    const observations = seen[index]?.data?.observations ?? null;
    const at = momentOf(observations, now);
    const facts = { observations, past: past[index]?.data ?? [], sizeBytes: null };
    return { job, progress: progressOf(job, facts, at), at };
  });
}
