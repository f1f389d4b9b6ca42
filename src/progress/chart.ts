import type { Instant } from '#src/lib/time.ts';
import { isTerminal, type JobDetails, type TaskStatus } from '#src/model/jobs.ts';
import { type BytesReading, observe } from '#src/progress/observe.ts';
import { alikeJob, type Range, typicalOf, usualRate } from '#src/progress/past.ts';
import type { Phase } from '#src/progress/phases.ts';
import {
  cancelOf,
  leftUntil,
  limitOf,
  type Progress,
  type ProgressFacts,
} from '#src/progress/progress.ts';

/**
 * A job over one axis of time: what was read of it, and what its estimate expects. All moments are ages of the job
 * in milliseconds, which no clock of this machine moves.
 */
export interface JobChart {
  /** A moment and the age of the job then, for the words at the axis. */
  readonly moment: { readonly at: Instant; readonly ms: number };
  readonly nowMs: number;
  /** Where the axis ends. */
  readonly endMs: number;
  readonly hasEnded: boolean;
  readonly phases: readonly ChartPhase[];
  /** Null: no bytes were read. */
  readonly bytes: ChartBytes | null;
  /** When the job will be ready; null: not known, or it has ended. */
  readonly ready: Range | null;
  /** Until when it can be canceled, at the earliest; null: not known, or it can’t be. */
  readonly cancelMs: number | null;
}

/** A subtask by its name as the service reports it. */
export interface ChartPhase {
  readonly name: string;
  readonly status: TaskStatus;
  /** Null: when it ran isn’t reported. */
  readonly past: { readonly fromMs: number; readonly toMs: number } | null;
  /** From when to when it is expected to run: `lateMs` is the late end. */
  readonly expected: {
    readonly fromMs: number;
    readonly toMs: number;
    readonly lateMs: number;
  } | null;
}

export interface ChartBytes {
  readonly total: number;
  readonly readings: readonly BytesReading[];
  /** When all bytes will have moved, from the latest reading on; null: not known. */
  readonly end: Range | null;
  /** The means between two readings each; none where fewer than five were read. */
  readonly rates: readonly ChartRate[];
  /** The median of past restores of the vault, in bytes in a millisecond; null: too few are known. */
  readonly usualRate: number | null;
}

interface ChartRate {
  readonly fromMs: number;
  readonly toMs: number;
  readonly bytesPerMs: number;
}

/** Of fewer readings no rate is drawn: our own measure. */
const LEAST_READINGS = 5;

/**
 * The chart of a job at `at`: a drawing of what {@link progressOf} and {@link observe} return, without an estimate of
 * its own. Null: nothing of it has a time. `canCancel` false: its service cancels no job like it. Pure.
 */
export function chartOf(
  job: JobDetails,
  progress: Progress,
  facts: ProgressFacts,
  { at, canCancel }: { readonly at: Instant; readonly canCancel: boolean },
): JobChart | null {
  const { latest, tasks, readings = [] } = facts.observations ?? observe(null, job, at);
  const hasEnded = isTerminal(job.status);
  const { eta, phases } = progress;
  const nowMs = hasEnded
    ? (progress.ageMs ?? latest.ageMs)
    : latest.ageMs + Math.max(0, at - latest.at);
  const isExpected = !hasEnded && eta.kind === 'range';
  const ready = isExpected ? later(eta, nowMs) : null;
  const ends = phases.map((_, index) => endOf(phases, index, progress));
  const moving = phases.findIndex(
    ({ kind, status }) =>
      status === 'inProgress' && (kind === 'transferFrom' || kind === 'transferTo'),
  );
  const rows = phases.map(({ name, status }, index): ChartPhase => {
    const seen = tasks[index]?.name === name ? tasks[index] : undefined;
    const before = index === 0 ? null : (ends[index - 1] ?? null);
    return {
      name,
      status,
      past: pastOf(phases[index], seen, nowMs),
      expected: isExpected ? expectedOf(status, before, ends[index] ?? null, nowMs) : null,
    };
  });
  const bytes = bytesOf(job, facts, readings);
  const isTimed = rows.some(({ past, expected }) => past !== null || expected !== null);
  if (bytes === null && ready === null && !isTimed) return null;
  const limit = limitOf(canCancel ? cancelOf(job, phases, eta) : null);
  const isByBytes = isExpected && eta.bases.some(({ kind }) => kind === 'bytesAlone');
  const end = isByBytes ? eta : (ends[moving] ?? null);
  const lastMs = Math.max(
    nowMs,
    ready?.highMs ?? 0,
    ...rows.map(({ past, expected }) => Math.max(past?.toMs ?? 0, expected?.lateMs ?? 0)),
  );
  return {
    moment: hasEnded && job.startedAt !== null ? { at: job.startedAt, ms: 0 } : { at, ms: nowMs },
    nowMs,
    endMs: Math.max(lastMs, 1000),
    hasEnded,
    phases: rows,
    bytes: bytes && {
      ...bytes,
      end: isExpected && end !== null ? later(end, nowMs) : null,
    },
    ready,
    cancelMs: limit === null ? null : nowMs + limit.lowMs,
  };
}

const later = ({ lowMs, highMs }: Range, nowMs: number): Range => ({
  lowMs: nowMs + lowMs,
  highMs: nowMs + highMs,
});

/** In which time a phase ends: when the next one starts, or the job is ready. */
function endOf(phases: readonly Phase[], index: number, { eta }: Progress): Range | null {
  if (eta.kind === 'unknown') return null;
  const next = phases[index + 1];
  return next === undefined ? eta : leftUntil(next, phases, eta);
}

interface Seen {
  readonly beganAgeMs: number | null;
  readonly endedAgeMs: number | null;
}

/** When a phase ran, by what was seen of it and how long its service says that it took. */
function pastOf(
  phase: Phase | undefined,
  seen: Seen | undefined,
  nowMs: number,
): ChartPhase['past'] {
  if (phase === undefined || phase.status === 'notStarted') return null;
  const { status, takenMs } = phase;
  const ended = seen?.endedAgeMs ?? (status === 'inProgress' ? nowMs : null);
  const began = seen?.beganAgeMs ?? null;
  const from = began ?? (ended === null || takenMs === null ? null : ended - takenMs);
  const to = ended ?? (began === null || takenMs === null ? null : began + takenMs);
  if (from === null || to === null) return null;
  return { fromMs: Math.max(0, from), toMs: Math.max(0, from, to) };
}

function expectedOf(
  status: TaskStatus,
  before: Range | null,
  end: Range | null,
  nowMs: number,
): ChartPhase['expected'] {
  if (end === null || (status !== 'inProgress' && status !== 'notStarted')) return null;
  if (status === 'notStarted' && before === null) return null;
  const fromMs = status === 'inProgress' ? nowMs : nowMs + (before?.lowMs ?? 0);
  return {
    fromMs,
    toMs: Math.max(fromMs, nowMs + end.lowMs),
    lateMs: Math.max(fromMs, nowMs + end.highMs),
  };
}

function bytesOf(
  job: JobDetails,
  { observations, past }: ProgressFacts,
  readings: readonly BytesReading[],
): Omit<ChartBytes, 'end'> | null {
  const total = job.bytes?.total ?? observations?.changes.at(-1)?.totalBytes ?? null;
  if (readings.length === 0 || total === null || total <= 0) return null;
  const rates = readings.slice(1).flatMap((reading, index): ChartRate[] => {
    const before = readings[index];
    const ms = before === undefined ? 0 : reading.ageMs - before.ageMs;
    // What fell has no rate, and neither has what wasn't read.
    if (before === undefined || ms <= 0 || reading.isAfterGap || reading.bytes < before.bytes) {
      return [];
    }
    const bytesPerMs = (reading.bytes - before.bytes) / ms;
    return [{ fromMs: before.ageMs, toMs: reading.ageMs, bytesPerMs }];
  });
  return {
    total,
    readings,
    rates: readings.length < LEAST_READINGS ? [] : rates,
    usualRate: usualRate(typicalOf(alikeJob(job), past ?? [])),
  };
}
