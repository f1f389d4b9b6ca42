/**
 * A job's plan: all that will happen to it, decided when it was accepted. Its state at a moment is
 * computed from this and the clock alone.
 */

export interface TaskPlan {
  readonly id: string;
  /** Simulated seconds. */
  readonly seconds: number;
  /** Bytes that this subtask moves; missing when it moves none or none are reported. */
  readonly bytes?: number;
  /** From its start on the job can't be canceled any more, although Azure still offers it. */
  readonly endsCancel?: true;
}

export interface JobErrorPlan {
  readonly code: number;
  readonly title: string;
  readonly text: string;
  readonly recommendations: readonly string[];
}

export type Ending =
  | { readonly kind: 'completed' }
  | { readonly kind: 'cancelled'; readonly afterSeconds: number }
  /**
   * Fails in the subtask with this number (from 0), at this part of it (0 to 1). `warnings`: Azure
   * reports it as completed with warnings.
   */
  | {
      readonly kind: 'failed' | 'warnings';
      readonly task: number;
      readonly part: number;
      readonly error: JobErrorPlan;
    }
  /** Stands still there: for so many simulated seconds, or for ever. */
  | {
      readonly kind: 'stalled';
      readonly task: number;
      readonly part: number;
      readonly forSeconds?: number;
    };

export interface JobPlan {
  readonly jobId: string;
  readonly vaultId: string;
  readonly itemId: string;
  readonly machineId: string;
  readonly friendlyName: string;
  readonly containerName: string;
  readonly operation: 'Restore' | 'Backup' | 'ConfigureBackup' | 'DisableBackup' | 'Undelete';
  /** Where a restore runs that is not in the vault's own region: other questions answer with it. */
  readonly secondaryRegion?: string;
  /** Of a job of a Backup vault: the disk that it makes, and of which point. */
  readonly disk?: {
    readonly targetId: string;
    readonly pointName: string;
    readonly pointTime: string;
  };
  readonly isClassic: boolean;
  /** Epoch milliseconds. */
  readonly startedAtMs: number;
  /** How long after its start the service tells of it, in lists and by itself; missing: at once. */
  readonly listedAfterMs?: number;
  readonly activityId: string;
  readonly isUserTriggered: boolean;
  readonly isCancellable: boolean;
  readonly tasks: readonly TaskPlan[];
  readonly ending: Ending;
  readonly bag: Readonly<Record<string, string>>;
  /** Entries that a success adds to the property bag. */
  readonly bagAfterSuccess: Readonly<Record<string, string>>;
  readonly internalBag: Readonly<Record<string, string>>;
}

/** Whether the service tells of a job by now. */
export const isReported = (
  { startedAtMs, listedAfterMs = 0 }: Pick<JobPlan, 'startedAtMs' | 'listedAfterMs'>,
  now: number,
): boolean => startedAtMs + listedAfterMs <= now;

export type JobState =
  | 'InProgress'
  | 'Completed'
  | 'Failed'
  | 'CompletedWithWarnings'
  | 'Cancelling'
  | 'Cancelled';

export interface TaskState {
  readonly task: TaskPlan;
  readonly status: 'NotStarted' | 'InProgress' | 'Completed' | 'Failed' | 'Cancelled';
  /** Seconds after the job's start; null before its own. */
  readonly startSeconds: number | null;
  readonly endSeconds: number | null;
  /** Part done, 0 to 1. */
  readonly part: number;
}

/** A job at one moment, in numbers. */
export interface Timeline {
  readonly status: JobState;
  /** Seconds of work done, of `totalSeconds`. */
  readonly doneSeconds: number;
  readonly totalSeconds: number;
  readonly tasks: readonly TaskState[];
  /** Epoch milliseconds; null while it runs. */
  readonly endedAtMs: number | null;
}

/** Seconds between the cancel request and the end (G). */
const CANCEL_SECONDS = 20;

const sum = (tasks: readonly TaskPlan[]): number =>
  tasks.reduce((total, { seconds }) => total + seconds, 0);

interface Stop {
  /** Seconds after the start at which the plan itself ends; Infinity for a job that stalls for ever. */
  readonly atSeconds: number;
  /** Seconds of work that are done by then. */
  readonly workSeconds: number;
  /** Nothing is done from one second after the start to another. */
  readonly pause: readonly [from: number, to: number];
}

const NO_PAUSE = [Infinity, Infinity] as const;

function stopOf({ ending, tasks }: Pick<JobPlan, 'ending' | 'tasks'>): Stop {
  const total = sum(tasks);
  if (ending.kind === 'completed') {
    return { atSeconds: total, workSeconds: total, pause: NO_PAUSE };
  }
  if (ending.kind === 'cancelled') {
    const work = Math.min(ending.afterSeconds, total);
    return { atSeconds: work + CANCEL_SECONDS, workSeconds: work, pause: NO_PAUSE };
  }
  const before = sum(tasks.slice(0, ending.task));
  const work = before + (tasks[ending.task]?.seconds ?? 0) * ending.part;
  if (ending.kind !== 'stalled') return { atSeconds: work, workSeconds: work, pause: NO_PAUSE };
  const { forSeconds = Infinity } = ending;
  return { atSeconds: total + forSeconds, workSeconds: total, pause: [work, work + forSeconds] };
}

/** Seconds of work done by a second after the start, with a pause in between. */
const workBy = (seconds: number, [from, to]: Stop['pause']): number =>
  seconds <= from ? seconds : from + Math.max(0, seconds - to);

/**
 * The state of a job at `nowMs`: a pure function of its plan, of the moment it was canceled (null:
 * never) and of the clock. Progress never falls, and an end stays an end.
 */
export function timelineAt(plan: JobPlan, cancelledAtMs: number | null, nowMs: number): Timeline {
  const elapsed = Math.max(0, (nowMs - plan.startedAtMs) / 1000);
  // A large world makes them anew each time.
  const { ending, tasks } = plan;
  const stop = stopOf({ ending, tasks });
  const cancelSeconds =
    cancelledAtMs === null ? Infinity : Math.max(0, (cancelledAtMs - plan.startedAtMs) / 1000);
  const isCancelled = cancelSeconds < stop.atSeconds;
  const worked = Math.min(elapsed, isCancelled ? cancelSeconds : Infinity);
  const work = Math.min(workBy(worked, stop.pause), stop.workSeconds);
  const endSeconds = isCancelled ? cancelSeconds + CANCEL_SECONDS : stop.atSeconds;
  const isOver = elapsed >= endSeconds;
  const status = statusOf({
    ending,
    elapsed,
    cancelSeconds,
    isCancelled,
    isOver,
    workEnd: stop.workSeconds,
  });
  return {
    status,
    doneSeconds: work,
    totalSeconds: sum(tasks),
    tasks: tasksAt(tasks, work, isOver ? status : null),
    endedAtMs: isOver ? plan.startedAtMs + endSeconds * 1000 : null,
  };
}

interface Moment {
  readonly ending: JobPlan['ending'];
  readonly elapsed: number;
  readonly cancelSeconds: number;
  readonly isCancelled: boolean;
  readonly isOver: boolean;
  readonly workEnd: number;
}

function statusOf({
  ending,
  elapsed,
  cancelSeconds,
  isCancelled,
  isOver,
  workEnd,
}: Moment): JobState {
  if (isCancelled) {
    if (isOver) return 'Cancelled';
    return elapsed >= cancelSeconds ? 'Cancelling' : 'InProgress';
  }
  switch (ending.kind) {
    case 'completed':
    case 'stalled':
      return isOver ? 'Completed' : 'InProgress';
    case 'warnings':
      return isOver ? 'CompletedWithWarnings' : 'InProgress';
    case 'failed':
      return isOver ? 'Failed' : 'InProgress';
    case 'cancelled':
      if (isOver) return 'Cancelled';
      return elapsed >= workEnd ? 'Cancelling' : 'InProgress';
  }
}

function tasksAt(
  tasks: readonly TaskPlan[],
  work: number,
  end: JobState | null,
): readonly TaskState[] {
  let begun = 0;
  return tasks.map((task) => {
    const startSeconds = begun;
    begun += task.seconds;
    const done = Math.min(Math.max(work - startSeconds, 0), task.seconds);
    const part = task.seconds === 0 ? Number(work >= startSeconds) : done / task.seconds;
    if (part >= 1) return { task, status: 'Completed', startSeconds, endSeconds: begun, part: 1 };
    if (work < startSeconds) {
      return { task, status: 'NotStarted', startSeconds: null, endSeconds: null, part };
    }
    if (end !== null) {
      const status = end === 'Cancelled' ? end : 'Failed';
      return { task, status, startSeconds, endSeconds: work, part };
    }
    return { task, status: 'InProgress', startSeconds, endSeconds: null, part };
  });
}
