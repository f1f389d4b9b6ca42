import type { StageKind } from '#src/mocks/commvault/stages.ts';
import type { Hold, Task } from '#src/mocks/commvault/task.ts';
import type { CommServeFault, FaultEffect } from '#src/mocks/faults/fault.ts';

/** What faults do to the job of a restore. */

/** Why each stage fails where nothing in the world makes it; texts are ours (A) but for those marked R. */
const reasons: Record<StageKind, string> = {
  wait: 'No media agent became available.',
  engage: 'The access node is offline.',
  delete: 'ScopeLocked: The VM can’t be deleted because it or its resource group is locked.',
  // R, to the letter.
  mount: 'No OS disk found. Please check if OS disk was filtered as part of backup',
  write: 'The storage account refused the data.',
  create: 'OperationNotAllowed (409): The vCPU quota of the region is exceeded.',
  convert: 'The conversion to managed disks failed.',
  secure: 'The network security group couldn’t be configured.',
};

/** Waiting for a media agent, once (R). */
const LONG_WAIT_SECONDS = 1620;
const PENDING_SECONDS = 300;
const UNKNOWN_SECONDS = 20;

const withHold = (task: Task, hold: Hold): Task => ({ ...task, hold });

/** The job that a fault makes of another; most faults leave it as it is. */
export function spoiled(task: Task, effect: FaultEffect): Task {
  const last = task.stages.length - 1;
  switch (effect.kind) {
    case 'job-fails': {
      const stage = Math.min(effect.task, last);
      const reason = reasons[task.stages[stage]?.kind ?? 'wait'];
      return task.ending.kind === 'failed' && task.ending.stage < stage
        ? task
        : { ...task, ending: { kind: 'failed', stage, part: 0.5, reason } };
    }
    case 'job-stalls': {
      const stage = Math.min(effect.task, last);
      const isWaiting = task.stages[stage]?.kind === 'wait';
      const status = isWaiting ? 'Waiting' : 'Running';
      const reason = isWaiting ? reasons.wait : '';
      return withHold(task, {
        stage,
        part: 0.5,
        seconds: effect.forSeconds ?? null,
        status,
        reason,
      });
    }
    case 'commserve':
      return spoiledBy(task, effect.does, effect.seconds);
    default:
      return task;
  }
}

function spoiledBy(task: Task, does: CommServeFault, seconds: number | undefined): Task {
  switch (does) {
    case 'job-unknown':
      return { ...task, unknownMs: (seconds ?? UNKNOWN_SECONDS) * 1000 };
    case 'job-waits': {
      const { stages } = task;
      const wait = seconds ?? LONG_WAIT_SECONDS;
      return {
        ...task,
        stages: stages.map((one) => (one.kind === 'wait' ? { ...one, seconds: wait } : one)),
      };
    }
    case 'job-pending':
      return withHold(task, {
        stage: task.stages.findIndex(({ kind }) => kind === 'write'),
        part: 0.4,
        seconds: seconds ?? PENDING_SECONDS,
        status: 'Pending',
        reason: 'The network connection to the access node was lost. The job will be retried.',
      });
    case 'job-errors':
      return { ...task, ending: { kind: 'with-errors', reason: reasons.secure } };
    case 'job-never-starts':
      return {
        ...task,
        ending: {
          kind: 'never-started',
          reason: 'The job couldn’t be started on the access node.',
        },
      };
    default:
      return task;
  }
}
