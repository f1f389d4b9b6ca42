import { isTerminal, type JobDetails, propertyOf, type TaskStatus } from '#src/model/jobs.ts';
import type { FoundThings } from './found.ts';
import { isLess, isOwnMachine, restoredBy, restoredNow, type Restored } from './restored.ts';

/**
 * How a job ended, by what happened instead of Azure's word for it.
 * `doneWithWork`: the result exists, and something is left to check. `disksOnly`: the disks exist, the VM
 * doesn't. `nothing`: Azure reports success, and nothing was restored.
 * `gone`: Azure reports what was created, and it isn't there: removed since, or never created.
 */
export type Outcome =
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
export const isGood = (outcome: Outcome): boolean =>
  outcome === 'done' || outcome === 'doneWithWork';

export interface Verdict {
  readonly outcome: Outcome;
  /** The same without what has gone since: never `gone`. */
  readonly own: Exclude<Outcome, 'gone'>;
  /** What the job itself has brought back. */
  readonly restored: Restored;
  /** What was read of the target decides what the job has brought back. */
  readonly isReadBack: boolean;
  readonly evidence: readonly Evidence[];
}

/** What a verdict rests on. */
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

/** Whether a job brings something back. */
function isRestore({ operation }: JobDetails): boolean {
  return ['restore', 'crossregionrestore'].includes(operation.toLowerCase());
}

/**
 * What became of a job. Total: every job has one. It is the job's own: what was made in its target before or
 * after it changes nothing, and what has gone since comes beside it.
 */
export function verdictOf(job: JobDetails, found: FoundThings | null): Verdict {
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

type Own = Verdict['own'];

function outcomeOf(job: JobDetails, restored: Restored): Own {
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
