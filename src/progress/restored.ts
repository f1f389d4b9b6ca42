import { type JobDetails, propertyOf, type TaskStatus } from '#src/model/jobs.ts';
import { type PhaseKind, phaseKindOf } from './phases.ts';
import type { FoundThings } from './found.ts';

/** What a restore has brought back. `disks`: of a new machine its disks alone. */
export type Restored = 'all' | 'disks' | 'none' | 'notKnown';

/**
 * What the job itself has brought back: by its subtasks or its status, and by what was found in its target as far
 * as the job made it.
 */
export function restoredBy(job: JobDetails, found: FoundThings | null): Restored {
  const reported = reportedBy(job);
  const now = restoredNow(job, found);
  if (now === null || isLess(now, reported)) return reported;
  return reported === 'notKnown' || isLess(reported, now) ? now : reported;
}

/** What of it is in the target now; null: the target doesn't decide it. */
export function restoredNow(job: JobDetails, found: FoundThings | null): Restored | null {
  if (found === null) return null;
  if (job.verdictBy === 'status') return statusNow(job, found);
  switch (job.restoreKind) {
    case 'createVm':
      return machineNow(job, found);
    // No read can distinguish replaced disks from those before.
    case 'replaceDisks':
      return null;
    case 'restoreDisks':
    case null:
      return found.disks === null ? null : found.disks.length > 0 ? 'all' : 'none';
  }
}

const RANKS: readonly Restored[] = ['none', 'disks', 'all'];

/** Whether one is surely less than the other. */
export const isLess = (one: Restored | null, other: Restored): boolean =>
  one !== null &&
  one !== 'notKnown' &&
  other !== 'notKnown' &&
  RANKS.indexOf(one) < RANKS.indexOf(other);

/**
 * Whether a machine that was found is the job's own: made while it ran, or, where its creation isn't reported, one
 * that the job says it has made.
 */
export const isOwnMachine = (
  job: JobDetails,
  { isMachineThere, isMachineOfJob = null }: FoundThings,
): boolean => isMachineThere === true && (isMachineOfJob ?? saysMachine(job));

function saysMachine(job: JobDetails): boolean {
  const made = job.verdictBy === 'status' ? null : stateOf(job, 'createMachine');
  if (made !== null) return made === 'completed';
  return job.status === 'completed' || job.status === 'completedWithWarnings';
}

function reportedBy(job: JobDetails): Restored {
  if (job.verdictBy === 'status') return byStatus(job);
  switch (job.restoreKind) {
    case 'createVm':
      return machineOf(job);
    case 'restoreDisks':
      return disksOf(job);
    case 'replaceDisks':
      return replacedOf(job);
    // Of a Backup vault's restore one disk is looked for; of other jobs nothing is.
    case null:
      return byAllTasks(job);
  }
}

/** Restore Azure VMs, Restore options: where the machine is not made, its disks may be there. */
function machineOf(job: JobDetails): Restored {
  const made = stateOf(job, 'createMachine');
  if (made === 'completed') return 'all';
  if (stateOf(job, 'transferFrom') === 'completed') return 'disks';
  return made === null ? byAllTasks(job) : 'none';
}

function machineNow(job: JobDetails, found: FoundThings): Restored | null {
  if (isOwnMachine(job, found)) return 'all';
  const { isMachineThere, disks } = found;
  // Disks alone don't decide whether a machine is there.
  if (isMachineThere === null && machineOf(job) === 'all') return null;
  if (disks !== null) return disks.length > 0 ? 'disks' : 'none';
  if (isMachineThere === null) return null;
  return stateOf(job, 'transferFrom') === 'completed' ? 'disks' : 'none';
}

/** After success the job names the template that it wrote (azure-contract §8). */
function disksOf(job: JobDetails): Restored {
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

/** Of a service whose word is reliable. */
const byStatus = ({ status }: JobDetails): Restored =>
  status === 'completed' || status === 'completedWithWarnings' ? 'all' : 'none';

function statusNow(job: JobDetails, found: FoundThings): Restored | null {
  if (found.isMachineThere === null) return null;
  return isOwnMachine(job, found) ? 'all' : 'none';
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
