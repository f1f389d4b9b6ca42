import { type JobDetails, propertyOf, type TaskStatus } from '#src/model/job.ts';
import { type PhaseKind, phaseKindOf } from './phases.ts';
import type { FoundThings } from './found.ts';

/** What a restore has brought back. `disks`: of a new machine its disks alone. */
export type Restored = 'all' | 'disks' | 'none' | 'notKnown';

/** What a restore has brought back, by the target where it was read, else by its subtasks or its status. */
export function restoredOf(job: JobDetails, found: FoundThings | null): Restored {
  if (job.verdictBy === 'status') return byStatus(job, found);
  switch (job.restoreKind) {
    case 'createVm':
      return machineOf(job, found);
    case 'restoreDisks':
      return disksOf(job, found);
    case 'replaceDisks':
      return replacedOf(job);
    case null:
      return diskOf(job, found);
  }
}

/** Of a Backup vault's restore one disk is looked for; of other jobs nothing is. */
function diskOf(job: JobDetails, found: FoundThings | null): Restored {
  const { disks = null } = found ?? {};
  if (disks !== null) return disks.length > 0 ? 'all' : 'none';
  return byAllTasks(job);
}

/** Restore Azure VMs, Restore options: where the machine is not made, its disks may be there. */
function machineOf(job: JobDetails, found: FoundThings | null): Restored {
  if (found?.isMachineThere === true) return 'all';
  const made = stateOf(job, 'createMachine');
  if (found?.isMachineThere !== false && made === 'completed') return 'all';
  const { disks = null } = found ?? {};
  if (disks !== null) return disks.length > 0 ? 'disks' : 'none';
  if (stateOf(job, 'transferFrom') === 'completed') return 'disks';
  if (found?.isMachineThere === false) return 'none';
  return made === null ? byAllTasks(job) : 'none';
}

/** After success the job names the template that it wrote (azure-contract §8). */
function disksOf(job: JobDetails, found: FoundThings | null): Restored {
  const { disks = null } = found ?? {};
  if (disks !== null) return disks.length > 0 ? 'all' : 'none';
  const made = stateOf(job, 'createDisks');
  if (made === 'completed') return 'all';
  if ((propertyOf(job, 'Template Blob Uri') ?? '') !== '') return 'all';
  return made === null ? byAllTasks(job) : 'none';
}

/**
 * A replacement first takes a safety backup. When that failed, a real job ended with warnings, and nothing
 * had been replaced (azure-contract §8): the error counts more than any subtask.
 */
function replacedOf(job: JobDetails): Restored {
  const isUnsafe = job.errors.some(({ title, code, message }) =>
    /olrbackupfailed/i.test(`${title} ${code} ${message}`),
  );
  if (isUnsafe) return 'none';
  const replaced = stateOf(job, 'replaceDisks');
  if (replaced === null) return byAllTasks(job);
  return replaced === 'completed' ? 'all' : 'none';
}

/** Of a service whose word is reliable, unless the target was read and has no VM. */
function byStatus({ status }: JobDetails, found: FoundThings | null): Restored {
  if (found?.isMachineThere === false) return 'none';
  return status === 'completed' || status === 'completedWithWarnings' ? 'all' : 'none';
}

/** If no subtask has a recognized name. */
function byAllTasks({ tasks, errors }: JobDetails): Restored {
  if (tasks.length === 0) return 'notKnown';
  if (tasks.every(({ status }) => status === 'completed')) {
    return errors.length === 0 ? 'all' : 'notKnown';
  }
  const hasBegun = tasks.some(({ status }) => status === 'completed' || status === 'unknown');
  return hasBegun ? 'notKnown' : 'none';
}

function stateOf({ tasks }: JobDetails, kind: PhaseKind): TaskStatus | null {
  return tasks.find(({ name }) => phaseKindOf(name) === kind)?.status ?? null;
}
