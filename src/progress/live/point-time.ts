import { type Instant, parseUsDateTime } from '#src/lib/time.ts';
import { isDiskJob } from '#src/model/backup-vaults.ts';
import { type JobDetails, propertyOf } from '#src/model/jobs.ts';

/** When the restore point of a restore was taken, as its job reports it. Null: it doesn't. Pure. */
export function pointTimeOf(job: JobDetails): Instant | null {
  if (isDiskJob(job)) return job.recoveryPointTime;
  if (job.pointTime !== undefined) return job.pointTime;
  return parseUsDateTime(propertyOf(job, 'recovery point time') ?? '');
}
