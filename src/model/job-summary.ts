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
  /** Of a service other than Azure, whose lists of jobs don't have them. */
  readonly isElsewhere?: true;
}

/** A job of a list with what went wrong, as far as the list tells it. */
export type JobWithErrors = Job & Pick<JobDetails, 'errors'>;
