import { type StageKind, stagePercents } from '#src/mocks/commvault/stages.ts';
import type { Task } from '#src/mocks/commvault/task.ts';

/** Simulated milliseconds from a kill to its end: a poll or two. */
const KILLING_MS = 30_000;
/** How long a job tries that never starts (A). */
const STARTING_MS = 10_000;

/** A stage that a job has entered. */
interface EnteredStage {
  readonly kind: StageKind;
  readonly fromMs: number;
  /** When it will be or was left; infinity: never. */
  readonly untilMs: number;
}

/** A restore job at a moment. */
export interface CommvaultJobAt {
  readonly status: string;
  readonly percent: number;
  readonly bytesDone: number;
  /** Why it waits, or how it ended badly; empty: no reason. */
  readonly reason: string;
  readonly entered: readonly EnteredStage[];
  /** Simulated epoch milliseconds. */
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
}

/** When each stage of a job is entered and left, unless it is killed. */
export function stageTimes({ stages, hold, ending, atMs }: Task): readonly EnteredStage[] {
  const times: EnteredStage[] = [];
  let fromMs = atMs;
  for (const [index, { kind, seconds }] of stages.entries()) {
    const isLast = ending.kind === 'failed' && ending.stage === index;
    const own = seconds * 1000 * (isLast ? ending.part : 1);
    const untilMs = fromMs + own + (hold?.stage === index ? heldMs(hold) : 0);
    times.push({ kind, fromMs, untilMs });
    if (isLast || untilMs === Infinity) break;
    fromMs = untilMs;
  }
  return times;
}

const heldMs = ({ seconds }: { readonly seconds: number | null }): number =>
  seconds === null ? Infinity : seconds * 1000;

/** A job at a moment, computed from its task, its kill and the clock alone. */
export function jobAt(task: Task, killedAtMs: number | undefined, now: number): CommvaultJobAt {
  if (killedAtMs === undefined || killedAtMs > now) return livingAt(task, now);
  const last = livingAt(task, killedAtMs);
  const endedAtMs = killedAtMs + KILLING_MS;
  return now < endedAtMs
    ? { ...last, status: 'Kill Pending', reason: '', endedAtMs: null }
    : { ...last, status: 'Killed', reason: 'The job was killed by a user.', endedAtMs };
}

function livingAt(task: Task, now: number): CommvaultJobAt {
  const { atMs: startedAtMs, ending, bytes } = task;
  const begun = { percent: 0, bytesDone: 0, entered: [], startedAtMs, endedAtMs: null };
  if (ending.kind === 'never-started') {
    return now < startedAtMs + STARTING_MS
      ? { ...begun, status: 'Queued', reason: '' }
      : {
          ...begun,
          status: 'Failed to Start',
          reason: ending.reason,
          endedAtMs: startedAtMs + STARTING_MS,
        };
  }
  const times = stageTimes(task);
  const entered = times.filter(({ fromMs }) => fromMs <= now);
  const lastMs = times.at(-1)?.untilMs ?? startedAtMs;
  const isOver = now >= lastMs;
  const current = entered.at(-1);
  const part = current === undefined ? 0 : partOf(task, current, Math.min(now, lastMs));
  const percent = current === undefined ? 0 : percentOf(current.kind, part);
  const written = entered.some(({ kind, untilMs }) => kind === 'write' && untilMs <= now);
  const writing = current?.kind === 'write' ? Math.floor(bytes * part) : written ? bytes : 0;
  const seen = { entered, startedAtMs, percent };
  if (!isOver) {
    return {
      ...seen,
      ...wordOf(task, entered.length - 1, now),
      bytesDone: writing,
      endedAtMs: null,
    };
  }
  switch (ending.kind) {
    case 'failed':
      return {
        ...seen,
        status: 'Failed',
        reason: ending.reason,
        bytesDone: writing,
        endedAtMs: lastMs,
      };
    case 'with-errors':
      return {
        ...seen,
        status: 'Completed w/ one or more errors',
        reason: ending.reason,
        percent: 100,
        bytesDone: bytes,
        endedAtMs: lastMs,
      };
    case 'completed':
      return {
        ...seen,
        status: 'Completed',
        reason: '',
        percent: 100,
        bytesDone: bytes,
        endedAtMs: lastMs,
      };
  }
}

/** How much of a stage's work is done: none of it is while the stage is held. */
function partOf({ stages, hold }: Task, { kind, fromMs }: EnteredStage, now: number): number {
  const index = stages.findIndex((one) => one.kind === kind);
  const workMs = (stages[index]?.seconds ?? 0) * 1000;
  const passed = now - fromMs;
  if (hold?.stage !== index) return Math.min(1, passed / workMs);
  const before = workMs * hold.part;
  return Math.min(1, Math.max(Math.min(passed, before), passed - heldMs(hold)) / workMs);
}

const WRITE_PERCENT = 80;

/** A part of one hundredth isn't lost to how numbers are kept. */
const percentOf = (kind: StageKind, part: number): number =>
  Math.floor(stagePercents[kind] + (kind === 'write' ? WRITE_PERCENT * part : 0) + 1e-6);

/** Why a job waits for a media agent; restores queue as backups do (R). */
const WAITING = 'The job waits for a media agent that is busy with other jobs.';

function wordOf(
  { stages, hold, atMs }: Task,
  index: number,
  now: number,
): Pick<CommvaultJobAt, 'status' | 'reason'> {
  const fromMs = stages.slice(0, index).reduce((sum, { seconds }) => sum + seconds * 1000, atMs);
  if (hold?.stage === index) {
    const heldFrom = fromMs + (stages[index]?.seconds ?? 0) * 1000 * hold.part;
    if (now >= heldFrom && now < heldFrom + heldMs(hold)) {
      return { status: hold.status, reason: hold.reason };
    }
  }
  return stages[index]?.kind === 'wait'
    ? { status: 'Waiting', reason: WAITING }
    : { status: 'Running', reason: '' };
}
