import type { Instant } from '#src/lib/time.ts';
import type { Job, JobDetails, JobStatus } from '#src/model/job.ts';

/** How many jobs of one operation started in one hour and have the same status. */
export interface JobCount {
  /** Azure's own word, as `Restore`. */
  readonly operation: string;
  readonly status: JobStatus;
  /** Start of the hour; null where the jobs do not report their start. */
  readonly hour: Instant | null;
  readonly jobs: number;
  /** Of a service other than Azure, whose lists of jobs don't have them. */
  readonly isElsewhere?: true;
}

/** A job of a list with what went wrong, as far as the list tells it. */
export type JobWithErrors = Job & Pick<JobDetails, 'errors'>;
