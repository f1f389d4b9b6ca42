import { type Instant, parseUsDateTime } from '#src/lib/time.ts';
import { isDiskJob } from '#src/model/data-protection.ts';
import { isTerminal, type Job, type JobDetails, propertyOf } from '#src/model/job.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { instance } from '#src/strings/instance.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';

const words = instance.history;

/** What a job reports of a restore. Null: it doesn't. */
export interface PastRestore {
  readonly pointTime: Instant | null;
  readonly kind: string | null;
  /** What was created or changed: a VM, a disk, or the resource group of disks. */
  readonly target: string | null;
}

/** What a job that was read by itself reports of its restore. Pure. */
export function pastRestore(job: JobDetails): PastRestore {
  if (isDiskJob(job)) {
    const { recoveryPointTime: pointTime, restoredDiskId: disk } = job;
    return { pointTime, kind: words.kinds.newDisk, target: disk && nameOf(disk) };
  }
  return {
    pointTime: parseUsDateTime(propertyOf(job, 'recovery point time') ?? ''),
    kind: job.restoreKind && words.kinds[job.restoreKind],
    target: targetOf(job),
  };
}

function targetOf(job: JobDetails): string | null {
  const machine = propertyOf(job, 'Target VM Name') ?? '';
  const group = propertyOf(job, 'Target resource group') ?? '';
  switch (job.restoreKind) {
    // A replacement goes to its source, whatever else its job reports.
    case 'replaceDisks':
      return words.original(job.itemName);
    case 'restoreDisks':
      return group === '' ? null : words.group(group);
    case 'createVm':
    case null:
      return machine === '' ? null : machine;
  }
}

/** From its start to its end; null: it runs, or Azure doesn't report it. Pure. */
export function tookMs({ status, startedAt, endedAt, durationMs }: Job): number | null {
  if (!isTerminal(status)) return null;
  return startedAt === null || endedAt === null ? durationMs : endedAt - startedAt;
}

/** Who started a restore: drafts are stored for one account. Null: another browser or person did. Pure. */
export function startedBy(draft: Draft | null): string | null {
  if (draft?.submission.state !== 'job') return null;
  return draft.submission.isAdopted ? words.likelyYou : words.you;
}
