import type { Instant } from '#src/lib/time.ts';
import { isDiskJob } from '#src/model/backup-vaults.ts';
import { isTerminal, type Job, type JobDetails } from '#src/model/jobs.ts';
import { pointTimeOf } from '#src/progress/live/progress-text.ts';
import { reportedOutline } from '#src/progress/observe.ts';
import { instance } from '#src/strings/instance.ts';
import { type Draft, isCertain } from '#src/wizard/draft/schema.ts';

const words = instance.history;

/** What a job reports of a restore. Null: it doesn't. */
interface PastRestore {
  readonly pointTime: Instant | null;
  readonly kind: string | null;
  /** What was created or changed: a VM, a disk, or the resource group of disks. */
  readonly target: string | null;
}

/** What a job that was read by itself reports of its restore. Pure. */
export function pastRestore(job: JobDetails): PastRestore {
  const kind = isDiskJob(job) ? 'newDisk' : job.restoreKind;
  return { pointTime: pointTimeOf(job), kind: kind && words.kinds[kind], target: targetOf(job) };
}

function targetOf(job: JobDetails): string | null {
  const outline = reportedOutline(job);
  if (outline?.kind === 'replaceDisks') return words.original(job.itemName);
  return outline?.name ?? (outline?.group ? words.group(outline.group) : null);
}

/** From its start to its end; null: it runs, or Azure doesn't report it. Pure. */
export function tookMs({ status, startedAt, endedAt, durationMs }: Job): number | null {
  if (!isTerminal(status)) return null;
  return startedAt === null || endedAt === null ? durationMs : endedAt - startedAt;
}

/** Who started a restore: drafts are stored for one account. Null: another browser or person did. Pure. */
export function startedBy(draft: Draft | null): string | null {
  if (draft?.submission.state !== 'job') return null;
  if (isCertain(draft.submission)) return words.you;
  return draft.submission.foundBy === 'target' ? words.likelyYou : words.selected;
}
