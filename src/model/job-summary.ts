import type { Instant } from '#src/lib/time.ts';
import type { Job, JobDetails, JobStatus } from '#src/model/job.ts';

/** How many jobs of one operation began in one hour and stand alike. */
export interface JobCount {
  /** Azure's own word, as `Restore`. */
  readonly operation: string;
  readonly status: JobStatus;
  /** When the hour begins; null where the jobs do not say when they began. */
  readonly hour: Instant | null;
  readonly jobs: number;
}

/** A job of a list with what went wrong, as far as the list tells it. */
export type JobWithErrors = Job & Pick<JobDetails, 'errors'>;

/** A job that runs, and since when nothing has moved in it. */
export interface WatchedProgress {
  readonly job: JobDetails;
  /** When it was seen to move last; of a job that was read once: when that was. */
  readonly movedAt: Instant;
  /** Null while it moves, has not been watched for long, or does not report how far it is. */
  readonly stalledSince: Instant | null;
}
