import type { Observations, Sample } from './observations.ts';
import { type Range, rangeOf, widened } from './range.ts';

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
  figure: (sample: Sample) => number | null,
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
