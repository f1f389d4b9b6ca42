import {
  isStepDone,
  isWork,
  MACHINE_MARK,
  type StatusAt,
  storedStatus,
} from '#src/model/next-steps.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { marksOf } from '#src/wizard/next-steps/marks.ts';
import { watchedJobs } from '#src/wizard/submit/watched.ts';

/** A next step as this browser keeps it, by the id of its rule. */
export interface StoredStep extends StatusAt {
  readonly id: string;
}

/**
 * What asks a person for something after a job, as it was last known here; empty where another browser started
 * the restore.
 */
export function storedSteps(jobId: string): readonly StoredStep[] {
  const marks = marksOf(jobId);
  return (draftOfJob(jobId)?.nextSteps ?? [])
    .filter(isWork)
    .map((id) => ({ id, ...storedStatus(marks[id] ?? {}) }));
}

/** A restore of this browser whose next steps aren't all done. */
export interface OpenRestore {
  readonly jobId: string;
  readonly machine: string;
  readonly open: number;
}

/**
 * The restores of this browser with open next steps, the newest first: those that ended well, and those from whose
 * disks a VM was made since.
 */
export function openRestores(): readonly OpenRestore[] {
  return watchedJobs().flatMap(({ jobId, machine, news }) => {
    const hasMachine = marksOf(jobId)[MACHINE_MARK]?.verified !== undefined;
    if (news !== 'done' && news !== 'doneWithWork' && !hasMachine) return [];
    const open = storedSteps(jobId).filter((step) => !isStepDone(step)).length;
    return open === 0 ? [] : [{ jobId, machine, open }];
  });
}
