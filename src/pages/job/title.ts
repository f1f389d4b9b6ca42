import type { JobDetails } from '#src/model/jobs.ts';
import type { RestoreOutline } from '#src/model/lost-restore.ts';
import { targetText } from '#src/progress/live/progress-text.ts';
import { reportedOutline } from '#src/progress/observe.ts';
import { pages } from '#src/strings/pages.ts';

const words = pages.job;

/**
 * The title of a job: what it is done with and, where it is known, to what. `sent`: what this browser
 * sent for it, for a job that reports nothing. Pure.
 */
export function jobTitle(job: JobDetails, sent: RestoreOutline | null): string {
  const title = words.title(job.operation, job.itemName);
  const outline = reportedOutline(job) ?? sent;
  const target = outline && targetText(outline);
  return target === null ? title : words.titleTo(title, target);
}
