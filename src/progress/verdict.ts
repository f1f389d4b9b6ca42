import { isTerminal, type JobDetails, propertyOf, type TaskStatus } from '#src/model/job.ts';
import type { FoundThings } from './found.ts';
import { restoredOf, type Restored } from './restored.ts';

/**
 * How a job ended, by what happened instead of Azure's word for it.
 * `doneWithWork`: the result exists, and something is left to check. `disksOnly`: the disks exist, the VM
 * doesn't. `nothing`: Azure reports success, and nothing was restored.
 * `gone`: Azure reports that all was created, and it isn't there: removed since, or never created.
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

export interface Verdict {
  readonly outcome: Outcome;
  readonly restored: Restored;
  /** True: read back from the target and not taken from the job. */
  readonly isReadBack: boolean;
  readonly evidence: readonly Evidence[];
}

/** What a verdict rests on. */
export type Evidence =
  | { readonly kind: 'task'; readonly name: string; readonly status: TaskStatus }
  | { readonly kind: 'error'; readonly code: string; readonly title: string }
  | { readonly kind: 'property'; readonly name: string; readonly value: string }
  | { readonly kind: 'vm'; readonly isThere: boolean }
  | { readonly kind: 'disks'; readonly names: readonly string[] }
  /** Disks that came back as files of a storage account, which no read finds from here. */
  | { readonly kind: 'blobs'; readonly account: string; readonly container: string }
  /** Azure's own word for how it ended. */
  | { readonly kind: 'word'; readonly word: string };

/** Whether a job brings something back. */
function isRestore({ operation }: JobDetails): boolean {
  return ['restore', 'crossregionrestore'].includes(operation.toLowerCase());
}

/** What became of a job. Total: every job has one. */
export function verdictOf(job: JobDetails, found: FoundThings | null): Verdict {
  const restored = restoredOf(job, found);
  const isReadBack = found !== null && (found.isMachineThere !== null || found.disks !== null);
  return {
    outcome: isReadBack && isGone(job, restored) ? 'gone' : outcomeOf(job, restored),
    restored,
    isReadBack,
    evidence: evidenceOf(job, found),
  };
}

/** Of what a job says it has made not all is there. */
function isGone(job: JobDetails, restored: Restored): boolean {
  const isOver = job.status === 'completed' || job.status === 'completedWithWarnings';
  return isOver && isRestore(job) && restored !== 'all' && restoredOf(job, null) === 'all';
}

function outcomeOf(job: JobDetails, restored: Restored): Outcome {
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
function byWord({ status }: JobDetails, endedWell: Outcome): Outcome {
  if (status === 'failed') return 'failed';
  return status === 'cancelled' ? 'cancelled' : endedWell;
}

/** A backup, or a change of settings: it leaves nothing in a target that could be looked for. */
function outcomeOfOther(job: JobDetails): Outcome {
  if (job.tasks.length > 0 && job.tasks.every(({ status }) => status === 'failed')) return 'failed';
  const isClean = job.status === 'completed' && !hasTrouble(job);
  return byWord(job, isClean ? 'done' : 'doneWithWork');
}

function hasTrouble({ tasks, errors }: JobDetails): boolean {
  return errors.length > 0 || tasks.some(({ status }) => status !== 'completed');
}

function evidenceOf(job: JobDetails, found: FoundThings | null): readonly Evidence[] {
  const { isMachineThere = null, disks = null } = found ?? {};
  return [
    ...(isMachineThere === null ? [] : [{ kind: 'vm', isThere: isMachineThere } as const]),
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
