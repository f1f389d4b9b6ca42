import type { JobMending } from '#src/datasources/job.ts';
import type { JobError } from '#src/model/jobs.ts';
import { commvaultJob } from '#src/strings/commvault/job.ts';

const words = commvaultJob.mend;

/** The remedy for an error; null for one whose cause isn't known. Both were seen (commvault.md §2.2, §5; R). */
export function mendingOf({ message }: Pick<JobError, 'message'>): JobMending | null {
  if (message.startsWith('No OS disk found')) return { ...words.osDisk, field: 'point' };
  // Azure's own words, which a job repeats.
  return /exceeding approved .* quota/i.test(message) ? { ...words.quota, field: 'vmSize' } : null;
}
