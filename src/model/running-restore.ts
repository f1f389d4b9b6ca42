import type { Job, JobDetails } from '#src/model/job.ts';

/** A restore in progress, whoever started it. */
export interface RunningRestore {
  readonly job: Job;
  /** What the job itself reports, its target among it; null: that wasn't read. */
  readonly details: JobDetails | null;
}
