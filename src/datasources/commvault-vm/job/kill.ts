import { type CommvaultJobDetails, STAGES } from '#src/api/commvault/jobs.ts';
import type { CancelLeaves } from '#src/datasources/job.ts';
import { commvaultJob } from '#src/strings/commvault/job.ts';

const words = commvaultJob.leaves;

/**
 * How far a restore in place is with the VM that it deletes first (document 003, Restore Process).
 * `notReported`: its tenant reports no stages.
 */
type Deletion = 'before' | 'underWay' | 'deleted' | 'madeAnew' | 'notReported';

const AT: Readonly<Record<string, Deletion>> = {
  [STAGES.mediaAgent]: 'before',
  [STAGES.driver]: 'before',
  [STAGES.deleteVm]: 'underWay',
  [STAGES.mount]: 'deleted',
  [STAGES.write]: 'deleted',
  [STAGES.create]: 'madeAnew',
  [STAGES.convert]: 'madeAnew',
  [STAGES.securityGroup]: 'madeAnew',
};

/** How far the deletion is at a stage; null: no stage is reported. */
const deletionAt = (stage: string | null): Deletion => AT[stage ?? ''] ?? 'notReported';

/**
 * What killing a job leaves behind where that is out of the ordinary: a restore in place deletes the VM
 * first, and one out of place does where it overwrites. That what was made by then stays is assumed (A).
 */
export function killLeaves({
  task,
  stage,
  itemName,
}: Pick<CommvaultJobDetails, 'task' | 'stage' | 'itemName'>): CancelLeaves | null {
  const { isInPlace, overwrites } = task;
  const vm = task.newName ?? itemName;
  if (isInPlace === false) {
    if (overwrites !== true) return null;
    return {
      command: deletionAt(stage) === 'before' ? null : words.maybe,
      text: words.overwrites(vm),
    };
  }
  if (isInPlace === null) return { command: words.maybe, text: words.unread(vm) };
  const deletion = deletionAt(stage);
  switch (deletion) {
    case 'before':
      return { command: null, text: words.before(vm, stage ?? '') };
    case 'deleted':
      return { command: words.none, text: words.deleted(vm, stage ?? '') };
    case 'underWay':
    case 'madeAnew':
      return { command: words.maybe, text: words[deletion](vm, stage ?? '') };
    case 'notReported':
      return { command: words.maybe, text: words.notReported(vm) };
  }
}

interface AfterDeletionWords {
  readonly intent: 'warning' | 'error';
  readonly title: string;
  readonly body: string;
}

type EndedJob = Pick<CommvaultJobDetails, 'status' | 'task' | 'stage' | 'itemName'>;

/**
 * What is known of the VM that a restore deletes first, where it failed or was killed; null: nothing.
 * That it was this restore that deleted it, only the stage that the job has reached tells: a VM that isn't there may
 * have been gone before. `isThere` undefined: not read; null: read and not certain.
 */
export function afterDeletion(
  { status, task, stage, itemName }: EndedJob,
  isThere: boolean | null | undefined,
): AfterDeletionWords | null {
  const isBad = status === 'failed' || status === 'cancelled';
  const deletion = deletionAt(stage);
  const isInPlace = task.isInPlace === true;
  if (!isBad || !(isInPlace || task.overwrites === true) || deletion === 'before') return null;
  const name = task.newName ?? itemName;
  const after = commvaultJob.afterwards;
  if (!isInPlace) {
    const body = isThere === false ? after.noneThere : thereText(isThere);
    return { intent: 'warning', title: after.overwroteTitle(name), body };
  }
  const isSure = deletion === 'deleted' || deletion === 'madeAnew';
  const title = isSure ? after.title(name) : after.maybeTitle(name);
  return { intent: 'error', title, body: thereText(isThere) };
}

function thereText(isThere: boolean | null | undefined): string {
  const { unread, there, gone } = commvaultJob.afterwards;
  if (isThere === undefined) return unread;
  if (isThere === null) return commvaultJob.result.unknown;
  return isThere ? there : gone;
}
