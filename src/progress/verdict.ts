import { isTerminal, type JobDetails, propertyOf, type TaskStatus } from '#src/model/jobs.ts';
import { type FoundThings, type PhaseKind, phaseKindOf } from '#src/progress/observe.ts';

/** What a restore has brought back. `disks`: of a new machine its disks alone. */
type RestoreReach = 'all' | 'disks' | 'none' | 'notKnown';

/**
 * What the job itself has brought back: by its subtasks or its status, and by what was found in its target as far
 * as the job made it.
 */
function restoredBy(job: JobDetails, found: FoundThings | null): RestoreReach {
  const reported = reportedBy(job);
  const now = restoredNow(job, found);
  if (now === null || isLess(now, reported)) return reported;
  return reported === 'notKnown' || isLess(reported, now) ? now : reported;
}

/** What of it is in the target now; null: the target doesn't decide it. */
function restoredNow(job: JobDetails, found: FoundThings | null): RestoreReach | null {
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

const RANKS: readonly RestoreReach[] = ['none', 'disks', 'all'];

/** Whether one is surely less than the other. */
const isLess = (one: RestoreReach | null, other: RestoreReach): boolean =>
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

function reportedBy(job: JobDetails): RestoreReach {
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
function machineOf(job: JobDetails): RestoreReach {
  const made = stateOf(job, 'createMachine');
  if (made === 'completed') return 'all';
  if (stateOf(job, 'transferFrom') === 'completed') return 'disks';
  return made === null ? byAllTasks(job) : 'none';
}

function machineNow(job: JobDetails, found: FoundThings): RestoreReach | null {
  if (isOwnMachine(job, found)) return 'all';
  const { isMachineThere, disks } = found;
  // Disks alone don't decide whether a machine is there.
  if (isMachineThere === null && machineOf(job) === 'all') return null;
  if (disks !== null) return disks.length > 0 ? 'disks' : 'none';
  if (isMachineThere === null) return null;
  return stateOf(job, 'transferFrom') === 'completed' ? 'disks' : 'none';
}

/** After success the job names the template that it wrote (azure-contract §8). */
function disksOf(job: JobDetails): RestoreReach {
  const made = stateOf(job, 'createDisks');
  if (made === 'completed') return 'all';
  if ((propertyOf(job, 'Template Blob Uri') ?? '') !== '') return 'all';
  return made === null ? byAllTasks(job) : 'none';
}

/**
 * A replacement first takes a safety backup. When that failed, a real job ended with warnings, and nothing
 * had been replaced (azure-contract §8): the error counts more than any subtask.
 */
function replacedOf(job: JobDetails): RestoreReach {
  const isUnsafe = job.errors.some(({ title, code, message }) =>
    /olrbackupfailed/i.test(`${title} ${code} ${message}`),
  );
  if (isUnsafe) return 'none';
  const replaced = stateOf(job, 'replaceDisks');
  if (replaced === null) return byAllTasks(job);
  return replaced === 'completed' ? 'all' : 'none';
}

/** Of a service whose word is reliable. */
const byStatus = ({ status }: JobDetails): RestoreReach =>
  status === 'completed' || status === 'completedWithWarnings' ? 'all' : 'none';

function statusNow(job: JobDetails, found: FoundThings): RestoreReach | null {
  if (found.isMachineThere === null) return null;
  return isOwnMachine(job, found) ? 'all' : 'none';
}

/** If no subtask has a recognized name. */
function byAllTasks({ tasks, errors }: JobDetails): RestoreReach {
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

/**
 * How a job ended, by what happened instead of Azure's word for it.
 * `doneWithWork`: the result exists, and something is left to check. `disksOnly`: the disks exist, the VM
 * doesn't. `nothing`: Azure reports success, and nothing was restored.
 * `gone`: Azure reports what was created, and it isn't there: removed since, or never created.
 */
export type JobEnd =
  | 'running'
  | 'done'
  | 'doneWithWork'
  | 'disksOnly'
  | 'nothing'
  | 'gone'
  | 'failed'
  | 'cancelled'
  | 'unknown';

/** Whether a job has brought back all that it was for. */
export const isGood = (outcome: JobEnd): boolean =>
  outcome === 'done' || outcome === 'doneWithWork';

export interface JobVerdict {
  readonly outcome: JobEnd;
  /** The same without what has gone since: never `gone`. */
  readonly own: Exclude<JobEnd, 'gone'>;
  /** What the job itself has brought back. */
  readonly restored: RestoreReach;
  /** What was read of the target decides what the job has brought back. */
  readonly isReadBack: boolean;
  readonly evidence: readonly Evidence[];
}

export type Evidence =
  | { readonly kind: 'task'; readonly name: string; readonly status: TaskStatus }
  | { readonly kind: 'error'; readonly code: string; readonly title: string }
  | { readonly kind: 'property'; readonly name: string; readonly value: string }
  | { readonly kind: 'vm'; readonly isThere: boolean }
  /** A machine of the restore's name that the job didn't make; `isDated` false: by nothing that is reported. */
  | { readonly kind: 'otherVm'; readonly name: string; readonly isDated: boolean }
  | { readonly kind: 'disks'; readonly names: readonly string[] }
  /** Disks that came back as files of a storage account, which no read finds from here. */
  | { readonly kind: 'blobs'; readonly account: string; readonly container: string }
  /** Azure's own word for how it ended. */
  | { readonly kind: 'word'; readonly word: string };

function isRestore({ operation }: JobDetails): boolean {
  return ['restore', 'crossregionrestore'].includes(operation.toLowerCase());
}

/**
 * What became of a job. Total: every job has one. It is the job's own: what was made in its target before or
 * after it changes nothing, and what has gone since comes beside it.
 */
export function jobVerdictOf(job: JobDetails, found: FoundThings | null): JobVerdict {
  const restored = restoredBy(job, found);
  const own = outcomeOf(job, restored);
  const now = restoredNow(job, found);
  return {
    outcome: isRestore(job) && hasEnded(own) && isLess(now, restored) ? 'gone' : own,
    own,
    restored,
    isReadBack: now !== null,
    evidence: evidenceOf(job, found),
  };
}

const hasEnded = (own: Own): boolean => own !== 'running' && own !== 'unknown';

type Own = JobVerdict['own'];

function outcomeOf(job: JobDetails, restored: RestoreReach): Own {
  if (job.status === 'unknown') return 'unknown';
  if (!isTerminal(job.status)) return 'running';
  if (!isRestore(job)) return outcomeOfOther(job);
  switch (restored) {
    case 'all':
      return job.status === 'completed' && !hasTrouble(job) ? 'done' : 'doneWithWork';
    case 'disks':
      return 'disksOnly';
    case 'none':
      return byWord(job, 'nothing');
    case 'notKnown':
      return byWord(job, 'unknown');
  }
}

/** For a job that failed or was canceled, Azure's word is no promise that could be broken. */
function byWord({ status }: JobDetails, endedWell: Own): Own {
  if (status === 'failed') return 'failed';
  return status === 'cancelled' ? 'cancelled' : endedWell;
}

/** A backup, or a change of settings: it leaves nothing in a target that could be looked for. */
function outcomeOfOther(job: JobDetails): Own {
  if (job.tasks.length > 0 && job.tasks.every(({ status }) => status === 'failed')) return 'failed';
  const isClean = job.status === 'completed' && !hasTrouble(job);
  return byWord(job, isClean ? 'done' : 'doneWithWork');
}

function hasTrouble({ tasks, errors }: JobDetails): boolean {
  return errors.length > 0 || tasks.some(({ status }) => status !== 'completed');
}

function evidenceOf(job: JobDetails, found: FoundThings | null): readonly Evidence[] {
  const { disks = null } = found ?? {};
  return [
    ...machineEvidence(job, found),
    ...(disks === null ? [] : [{ kind: 'disks', names: disks } as const]),
    ...blobsOf(job),
    ...job.errors.map(({ code, title }) => ({ kind: 'error', code, title }) as const),
    ...job.tasks.map(({ name, status }) => ({ kind: 'task', name, status }) as const),
    ...job.properties
      .filter(({ name, value }) => /^target|blob uri$/i.test(name) && value !== '')
      .map(({ name, value }) => ({ kind: 'property', name, value }) as const),
    ...(job.statusWord === null ? [] : [{ kind: 'word', word: job.statusWord } as const]),
  ];
}

function machineEvidence(job: JobDetails, found: FoundThings | null): readonly Evidence[] {
  if (found === null || found.isMachineThere === null) return [];
  if (!found.isMachineThere || isOwnMachine(job, found)) {
    return [{ kind: 'vm', isThere: found.isMachineThere }];
  }
  const name = propertyOf(job, 'Target VM Name') ?? '';
  return [{ kind: 'otherVm', name, isDated: found.isMachineOfJob === false }];
}

/**
 * Unmanaged disks are restored as files in the staging storage account: such a job names no group, and the
 * container once it has completed (aftercare §1.2).
 */
function blobsOf(job: JobDetails): readonly Evidence[] {
  const property = (name: string): string => propertyOf(job, name) ?? '';
  const account = property('Target Storage Account Name');
  const container = property('Config Blob Container Name');
  const isOfBlobs = job.restoreKind === 'restoreDisks' && property('Target resource group') === '';
  if (!isOfBlobs || account === '' || container === '') return [];
  return [{ kind: 'blobs', account, container }];
}
