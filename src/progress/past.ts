import type { Instant } from '#src/lib/time.ts';
import type { JobDetails, RestoreKind } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import {
  type JobSample,
  type Observations,
  type PhaseKind,
  phaseKindOf,
} from '#src/progress/observe.ts';

/** A span of time that is not known better than by its two ends, in milliseconds; never negative. */
export interface Range {
  readonly lowMs: number;
  readonly highMs: number;
}

/** A range of two times in any order; what is below zero is zero. */
export function rangeOf(one: number, other: number): Range {
  return { lowMs: Math.max(0, Math.min(one, other)), highMs: Math.max(0, one, other) };
}

/** What both ranges allow; null where they contradict each other. */
export function overlap(one: Range, other: Range): Range | null {
  const lowMs = Math.max(one.lowMs, other.lowMs);
  const highMs = Math.min(one.highMs, other.highMs);
  return lowMs <= highMs ? { lowMs, highMs } : null;
}

/** What either range allows, and all between. */
export function hull(one: Range, other: Range): Range {
  return {
    lowMs: Math.min(one.lowMs, other.lowMs),
    highMs: Math.max(one.highMs, other.highMs),
  };
}

/** One after the other. */
export function sum(ranges: readonly Range[]): Range {
  return ranges.reduce(
    (all, one) => ({ lowMs: all.lowMs + one.lowMs, highMs: all.highMs + one.highMs }),
    { lowMs: 0, highMs: 0 },
  );
}

/** What is left of it when so much has gone by. */
export function less({ lowMs, highMs }: Range, goneMs: number): Range {
  return rangeOf(lowMs - goneMs, highMs - goneMs);
}

/** Wider by a share of each end, 0.1 for a tenth. */
function widened({ lowMs, highMs }: Range, share: number): Range {
  return rangeOf(lowMs * (1 - share), highMs * (1 + share));
}

/** A job that succeeded: how much there was to do, and how long it took. */
export interface PastJob {
  /** Azure's own word, as `Restore`. */
  readonly operation: string;
  readonly kind: RestoreKind | null;
  /** Whether it brought its point back from the archive first. */
  readonly isRehydrating: boolean;
  /** Size of all disks of the machine; null: not known. */
  readonly sizeBytes: number | null;
  readonly durationMs: number;
  /** Phases whose durations Azure reported or this product saw. */
  readonly phases: readonly PastPhase[];
}

interface PastPhase {
  readonly kind: PhaseKind;
  readonly durationMs: number;
}

/** A restore that completed, as it is kept. */
export interface PastRestore extends PastJob {
  readonly id: ResourceId;
  readonly startedAt: number | null;
  readonly endedAt: number;
}

/** Those that one starting at `start` is compared with: completed by then. */
export const endedBy = (past: readonly PastRestore[], start: Instant): readonly PastRestore[] =>
  past.filter(({ endedAt }) => endedAt <= start);

/** How long a past job took, and how much there was to do. */
export interface Took {
  readonly sizeBytes: number | null;
  readonly durationMs: number;
  /** Left out: nothing tells how long its phases took. */
  readonly phases?: readonly PastPhase[];
}

/**
 * A job as one of the past, with what was seen of it while it ran and the size of its machine; null
 * when it did not complete, or does not say how long it took.
 */
export function pastJobOf(
  job: JobDetails,
  observations: Observations | null,
  sizeBytes: number | null,
): PastJob | null {
  const { startedAt, endedAt } = job;
  const byTimes = startedAt === null || endedAt === null ? null : endedAt - startedAt;
  const durationMs = byTimes ?? job.durationMs ?? 0;
  if (job.status !== 'completed' || durationMs <= 0) return null;
  return {
    operation: job.operation,
    kind: job.restoreKind,
    isRehydrating: isRehydrating(job),
    sizeBytes: sizeBytes ?? job.bytes?.total ?? null,
    durationMs,
    phases: job.tasks.flatMap(({ name, durationMs: reported }) => {
      const task = observations?.tasks.find((one) => one.name === name);
      const began = task?.beganAgeMs ?? null;
      const ended = task?.endedAgeMs ?? null;
      const took = reported ?? (began === null || ended === null ? null : ended - began);
      return took === null ? [] : [{ kind: phaseKindOf(name), durationMs: took }];
    }),
  };
}

const isRehydrating = ({ tasks }: JobDetails): boolean =>
  tasks.some(({ name }) => phaseKindOf(name) === 'rehydrate');

/** What past jobs have in common with another. */
type Alike = Pick<PastJob, 'operation' | 'kind' | 'isRehydrating'>;

/** What past jobs of a job have in common with it. */
export const alikeJob = (job: JobDetails): Alike => ({
  operation: job.operation,
  kind: job.restoreKind,
  isRehydrating: isRehydrating(job),
});

/** Those of the past that did the same. */
export function alikeOf(same: Alike, past: readonly PastJob[]): readonly PastJob[] {
  return past.filter(
    (one) =>
      one.operation.toLowerCase() === same.operation.toLowerCase() &&
      one.kind === same.kind &&
      one.isRehydrating === same.isRehydrating &&
      one.durationMs > 0,
  );
}

/** Of fewer than this nothing is typical: our own measure. */
export const LEAST_TYPICAL = 5;

/** Those of the past that did the same; none where they are too few. */
export function typicalOf(same: Alike, past: readonly PastJob[]): readonly PastJob[] {
  const alike = alikeOf(same, past);
  return alike.length < LEAST_TYPICAL ? [] : alike;
}

/** The usual time of a phase for a machine of this size; null when no past job reports it. */
export function usualOf(
  kind: PhaseKind,
  alike: readonly Took[],
  sizeBytes: number | null,
): Range | null {
  const took = alike.flatMap((job) =>
    (job.phases ?? [])
      .filter((phase) => phase.kind === kind)
      .map(({ durationMs }) => ({ sizeBytes: job.sizeBytes, durationMs })),
  );
  return expected(took, sizeBytes);
}

/**
 * The median of the rates at which past jobs moved their data, in bytes in a millisecond; null where fewer than five
 * have both a size and the time of their transfer.
 */
export function usualRate(alike: readonly PastJob[]): number | null {
  const rates = alike
    .flatMap(({ sizeBytes, phases }) => {
      const ms = phases.find(({ kind }) => kind === 'transferFrom')?.durationMs ?? 0;
      return sizeBytes === null || ms <= 0 ? [] : [sizeBytes / ms];
    })
    .toSorted((one, other) => one - other);
  const middle = rates.length / 2;
  const [low, high] = [rates[Math.ceil(middle) - 1], rates[Math.floor(middle)]];
  if (rates.length < LEAST_TYPICAL || low === undefined || high === undefined) return null;
  return (low + high) / 2;
}

/** Most that is looked at, and how near in size a past job counts as being of the same size. */
const NEAREST = 6;
const SAME_SIZE = 1.5;

/**
 * What a machine of this size will take, by those nearest to it in size; null without any. The time
 * is taken to be some part that is always the same and some part that grows with the size: then it
 * lies between a past time as it was and that time in proportion to the sizes.
 */
export function expected(took: readonly Took[], sizeBytes: number | null): Range | null {
  const near = nearest(took, sizeBytes);
  const spans = near.map((one) => {
    const ratio = ratioOf(one, sizeBytes);
    return ratio === null
      ? rangeOf(one.durationMs / 2, one.durationMs * 2)
      : rangeOf(one.durationMs, one.durationMs * ratio);
  });
  const [first, ...others] = spans;
  if (first === undefined) return null;
  const isSameSize = near.every((one) => isOfSize(one, sizeBytes));
  const all = others.reduce(
    (found, span) => (isSameSize ? hull(found, span) : (overlap(found, span) ?? hull(found, span))),
    first,
  );
  return widened(all, 0.1 + 0.25 / spans.length);
}

function nearest(took: readonly Took[], sizeBytes: number | null): readonly Took[] {
  const distance = (one: Took): number => Math.abs(Math.log(ratioOf(one, sizeBytes) ?? 1e9));
  const near = took.toSorted((a, b) => distance(a) - distance(b)).slice(0, NEAREST);
  const same = near.filter((one) => isOfSize(one, sizeBytes));
  return same.length >= 2 ? same : near;
}

function isOfSize(one: Took, sizeBytes: number | null): boolean {
  const ratio = ratioOf(one, sizeBytes) ?? 0;
  return ratio <= SAME_SIZE && ratio >= 1 / SAME_SIZE;
}

function ratioOf(one: Took, sizeBytes: number | null): number | null {
  const isKnown = sizeBytes !== null && sizeBytes > 0 && (one.sizeBytes ?? 0) > 0;
  return isKnown ? sizeBytes / (one.sizeBytes ?? 1) : null;
}

/** A time left, as one kind of evidence has it. */
export interface Estimate {
  readonly range: Range;
  /** How much of the way has been seen, 0 to 1: an estimate gets narrower with it. */
  readonly evidence: number;
}

/** Below this share of the clock's pace a figure counts as stalled. */
const STALLED_PACE = 0.05;
/** Azure's estimate has run out, and the job hasn't: after this long it counts for nothing. */
const OVERDUE_MS = 60_000;
/** The least progress before a rate counts. */
const LEAST_PERCENT = 2;
const LEAST_MS = 30_000;

/**
 * By Azure's own estimate at the latest read. How fast it fell so far tells how far to trust it: one
 * that falls half as fast as the clock is met in twice its time. Null: Azure has none, it stands
 * still, or it has run out and the job has not.
 */
export function byAzure({ changes, latest }: Observations): Estimate | null {
  const remaining = latest.remainingMs;
  if (remaining === null) return null;
  const zero = changes.find(({ remainingMs }) => remainingMs === 0);
  if (zero !== undefined && latest.ageMs - zero.ageMs > OVERDUE_MS) return null;
  const first = changes.find(({ remainingMs }) => remainingMs !== null) ?? latest;
  const spanMs = latest.ageMs - first.ageMs;
  const pace = spanMs < LEAST_MS ? 1 : ((first.remainingMs ?? remaining) - remaining) / spanMs;
  if (pace < STALLED_PACE) return null;
  const fallen = changes.flatMap(({ ageMs, remainingMs }) =>
    remainingMs === null ? [] : [{ ageMs, done: -remainingMs }],
  );
  const paces = [1, pace, ...(spanMs < LEAST_MS ? [] : lateRates(fallen))];
  const evidence = spanMs / (spanMs + remaining + 1);
  const range = rangeOf(remaining / Math.max(...paces), remaining / Math.min(...paces));
  return { range: widened(range, doubt(fallen, 0.25 * (1 - evidence))), evidence };
}

/** One moment of something that grows to `whole`. */
interface Point {
  readonly ageMs: number;
  readonly done: number;
}

/** By the percentages seen up to the latest read. Null: Azure reports none, or too little was seen. */
export function byPercent(observations: Observations): Estimate | null {
  const points = pointsOf(observations, ({ percent }) => percent);
  // Every job starts at zero; one whose percentage fell started again at an unknown time.
  const hasFallen = observations.setbacks.some(({ figure }) => figure === 'percent');
  const start = !hasFallen ? [{ ageMs: 0, done: 0 }] : [];
  // Azure rounds down to whole percents.
  const goal = { whole: 100, unit: 1, latestAgeMs: observations.latest.ageMs };
  return byRate([...start, ...points], goal);
}

/** What is left of a transfer, by the bytes seen up to the latest read. */
export function byBytes(observations: Observations): Estimate | null {
  const total = observations.latest.totalBytes ?? 0;
  const points = pointsOf(observations, ({ bytes, totalBytes }) =>
    totalBytes === total ? bytes : null,
  );
  return byRate(begun(points), { whole: total, unit: 0, latestAgeMs: observations.latest.ageMs });
}

/** Without the wait before the first byte: a queue says nothing of a rate. */
const begun = (points: readonly Point[]): readonly Point[] =>
  points.slice(
    Math.max(
      0,
      points.findLastIndex(({ done }) => done === 0),
    ),
  );

/** Units of the figure in a millisecond of the job, over all that was seen. */
export function bytesPerMs(observations: Observations): number | null {
  const points = begun(pointsOf(observations, ({ bytes }) => bytes));
  const [first, last] = [points[0], points.at(-1)];
  return first === undefined || last === undefined ? null : (rate(first, last)[0] ?? null);
}

function pointsOf(
  { changes }: Observations,
  figure: (sample: JobSample) => number | null,
): readonly Point[] {
  return changes.flatMap((sample) => {
    const done = figure(sample);
    return done === null ? [] : [{ ageMs: sample.ageMs, done }];
  });
}

/** A figure that goes to `whole` in steps of `unit`. */
interface Goal {
  readonly whole: number;
  readonly unit: number;
  readonly latestAgeMs: number;
}

function byRate(points: readonly Point[], { whole, unit, latestAgeMs }: Goal): Estimate | null {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || whole <= 0 || last.done > whole) return null;
  const seen = last.done - first.done;
  if (seen < (whole * LEAST_PERCENT) / 100 || last.ageMs - first.ageMs < LEAST_MS) return null;
  // Reads with nothing new: a rate that counts them is the slow end.
  const quietMs = Math.max(0, latestAgeMs - last.ageMs);
  const rates = [
    ...rate(first, last),
    ...rate(first, { ageMs: last.ageMs + quietMs, done: last.done }),
    ...lateRates(points),
  ];
  const left = whole - last.done;
  const range = rangeOf((left - unit) / Math.max(...rates) - quietMs, left / Math.min(...rates));
  const evidence = Math.min(1, seen / (whole - first.done));
  return { range: widened(range, doubt(points, 0.35 * (1 - evidence))), evidence };
}

/** The rates of the later half and the last quarter: what is left may well go on like them. */
function lateRates(points: readonly Point[]): readonly number[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [1 / 2, 3 / 4].flatMap((part) => {
    const fromMs = first.ageMs + (last.ageMs - first.ageMs) * part;
    const from = points.find(({ ageMs }) => ageMs >= fromMs) ?? last;
    return last.ageMs - from.ageMs < LEAST_MS ? [] : rate(from, last);
  });
}

/** Even a pace that never changed is doubted this much. */
const LEAST_DOUBT = 0.06;
const WINDOWS = [0, 1, 2, 3, 4];

/** How far a range is widened: little at least, more for a pace that changed, and `more`. */
function doubt(points: readonly Point[], more: number): number {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return LEAST_DOUBT + more;
  const windowMs = (last.ageMs - first.ageMs) / WINDOWS.length;
  const rates = WINDOWS.flatMap((window) => {
    const fromMs = first.ageMs + windowMs * window;
    const from = points.find(({ ageMs }) => ageMs >= fromMs) ?? last;
    const to = points.find(({ ageMs }) => ageMs >= fromMs + windowMs) ?? last;
    return to.ageMs - from.ageMs < LEAST_MS ? [] : rate(from, to);
  });
  const mean = rates.reduce((all, one) => all + one, 0) / rates.length;
  const spread = rates.length < 2 ? 0 : (Math.max(...rates) - Math.min(...rates)) / mean;
  return Math.min(0.6, LEAST_DOUBT + more + spread / 4);
}

function rate(first: Point, last: Point): readonly [] | readonly [number] {
  const ms = last.ageMs - first.ageMs;
  const done = last.done - first.done;
  return ms > 0 && done > 0 ? [done / ms] : [];
}
