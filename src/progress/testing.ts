import type { Instant } from '#src/lib/time.ts';
import type { JobDetails, JobStatus, JobTask, TaskStatus } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { type Observations, observe } from '#src/progress/observe.ts';
import type { PastJob } from '#src/progress/past.ts';
import { type Progress, progressOf } from '#src/progress/progress.ts';

/** Jobs and reads of them, for the tests of this folder. */

export const START = 1_749_091_440_000;
export const MINUTE = 60_000;
export const GIB = 1024 ** 3;

/** Every status that a job can have. */
export const STATUSES: readonly JobStatus[] = [
  'inProgress',
  'completed',
  'completedWithWarnings',
  'failed',
  'cancelling',
  'cancelled',
  'unknown',
];

export const TRANSFER = 'Transfer data from vault';
export const CREATE = 'Create the restored virtual machine';

/** A subtask with nothing but its state. */
export const task = (name: string, status: TaskStatus, more: Partial<JobTask> = {}): JobTask => ({
  name,
  status,
  statusWord: status,
  startedAt: null,
  durationMs: null,
  percent: null,
  details: null,
  bytes: null,
  ...more,
});

/** A restore of a new machine that runs and reports no figures. */
export const job = (more: Partial<JobDetails> = {}): JobDetails => ({
  id: resourceId('/vault/backupJobs/a'),
  name: 'a',
  vaultName: 'vault',
  itemName: 'vm',
  operation: 'Restore',
  status: 'inProgress',
  statusWord: 'InProgress',
  startedAt: null,
  endedAt: null,
  durationMs: null,
  isCancellable: true,
  percent: null,
  remainingMs: null,
  tasks: [task(TRANSFER, 'inProgress'), task(CREATE, 'notStarted')],
  properties: [],
  errors: [],
  activityId: null,
  bytes: null,
  restoreKind: 'createVm',
  verdictBy: 'subtasks',
  ...more,
});

/** A read of the job so many milliseconds after its start, by both clocks unless it says otherwise. */
export interface Read extends Partial<JobDetails> {
  readonly ms: number;
}

/** What is known beside the reads. `laterMs`: how long after the latest read the progress is computed. */
export interface Known {
  readonly past?: readonly PastJob[] | null;
  readonly sizeBytes?: number;
  readonly laterMs?: number;
}

/** Follows a job through its reads. Only a test may make moments, so it says how. */
export function following(moment: (epochMs: number) => Instant) {
  const seen = (reads: readonly Read[]): { last: JobDetails; observations: Observations } => {
    const [first = { ms: 0 }, ...others] = reads;
    const read = ({ ms, ...more }: Read): JobDetails =>
      job({ startedAt: moment(START), durationMs: ms, ...more });
    return others.reduce(
      ({ observations }, one) => ({
        last: read(one),
        observations: observe(observations, read(one), moment(START + one.ms)),
      }),
      { last: read(first), observations: observe(null, read(first), moment(START + first.ms)) },
    );
  };
  const after = (reads: readonly Read[], known: Known = {}): Progress => {
    const { last, observations } = seen(reads);
    const { past = [], sizeBytes = null, laterMs = 0 } = known;
    const at = moment(observations.latest.at + laterMs);
    return progressOf(last, { observations, past, sizeBytes }, at);
  };
  return { seen, after };
}

/** A past restore of a new machine. */
export const past = (minutes: number, more: Partial<PastJob> = {}): PastJob => ({
  operation: 'Restore',
  kind: 'createVm',
  isRehydrating: false,
  sizeBytes: 64 * GIB,
  durationMs: minutes * MINUTE,
  phases: [],
  ...more,
});

/** As many of them as make a typical time. */
export const fivePast = (minutes: number, more: Partial<PastJob> = {}): readonly PastJob[] =>
  Array.from({ length: 5 }, () => past(minutes, more));

/** A steady job of a hundred minutes: a percent in each. */
export const steady = (minutes: number): readonly Read[] =>
  Array.from({ length: minutes + 1 }, (_, step) => ({ ms: step * MINUTE, percent: step }));
