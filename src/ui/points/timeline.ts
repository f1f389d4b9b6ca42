import { dayOfMonthText, timeText, weekdayText } from '#src/lib/format.ts';
import { DAY_MS, dayOf, instant, type Instant, localMinute, zonedFormat } from '#src/lib/time.ts';
import type { RecoveryPointTier } from '#src/model/points.ts';
import type { DatedPoint } from '#src/ui/points/filter.ts';

/** What a timeline of restore points shows where: lanes, merged marks, the window, and where keys lead. Pure. */

/** A restore point as the timeline draws it. */
export interface TimelinePoint extends DatedPoint {
  readonly name: string;
  /** It can't be restored. */
  readonly isBlocked?: boolean;
  /** The list beside the timeline leaves it out. */
  readonly isLeftOut?: boolean;
}

/** A restore point that has its place in time. */
export interface Placed extends TimelinePoint {
  readonly time: Instant;
}

/** The points that can be placed, oldest first. */
export const placedPoints = (points: readonly TimelinePoint[]): Placed[] =>
  points
    .flatMap((point) => (point.time === null ? [] : [{ ...point, time: point.time }]))
    .toSorted((a, b) => a.time - b.time);

/** Where a copy of a point can be; `all`: where no point names a tier. */
export type Lane = 'Snapshot' | 'Vault' | 'Archive' | 'unknown' | 'all';

const TIER_LANES = ['Snapshot', 'Vault', 'Archive'] as const;

const LANES_OF: Readonly<Record<RecoveryPointTier, readonly Lane[]>> = {
  Snapshot: ['Snapshot'],
  SnapshotAndVault: ['Snapshot', 'Vault'],
  Vault: ['Vault'],
  Archive: ['Archive'],
  unknown: ['unknown'],
};

/** The lanes that the points need, from top to bottom. */
export function lanesFor(points: readonly DatedPoint[]): readonly Lane[] {
  if (points.every(({ tier }) => tier === undefined)) return ['all'];
  const isNamed = points.every(({ tier = 'unknown' }) => tier !== 'unknown');
  return isNamed ? TIER_LANES : [...TIER_LANES, 'unknown'];
}

/** The lanes in which a point has a mark. */
export const lanesOf = ({ tier = 'unknown' }: DatedPoint, lanes: readonly Lane[]) =>
  lanes[0] === 'all' ? lanes : LANES_OF[tier];

/** Marks nearer to each other can't be hit apart. */
export const MARK_PX = 24;

/** Marks that stand for themselves, or several as one. */
export interface Cluster {
  readonly x: number;
  /** Oldest first, never empty. */
  readonly points: readonly Placed[];
}

/** The marks of the points, of which those too near to each other are one. `points`: oldest first. */
export function clustersOf(points: readonly Placed[], x: (at: Instant) => number): Cluster[] {
  const clusters: { first: number; x: number; points: Placed[] }[] = [];
  for (const point of points) {
    const at = x(point.time);
    const last = clusters.at(-1);
    if (last !== undefined && at - last.x < MARK_PX) {
      last.points.push(point);
      last.x = (last.first + at) / 2;
    } else clusters.push({ first: at, x: at, points: [point] });
  }
  return clusters;
}

/** The time that a timeline shows. */
export interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

const HOUR_MS = DAY_MS / 24;

/** The lengths of time that one zooms through. */
const LENGTHS = [
  ...[1, 3, 6, 12].map((hours) => hours * HOUR_MS),
  ...[1, 3, 5, 7, 14, 30, 60, 120, 365, 1100, 3700].map((days) => days * DAY_MS),
];

/** So much of the time shown is still to come. */
const AHEAD = 0.06;

const spanTo = (end: number, ms: number): Span => ({ start: instant(end - ms), end: instant(end) });

/** The latest end of a span of a length. */
const endAfter = (now: Instant, ms: number): number => now + ms * AHEAD;

/** A span of a length in which a moment is, as late as may be. */
export function spanAround(at: Instant, ms: number, now: Instant): Span {
  const latest = endAfter(now, ms);
  return spanTo(at > latest - ms * 0.94 ? latest : Math.min(latest, at + ms * 0.4), ms);
}

/** The same span where it has the moment, else one of its length around it. */
export const spanWith = (span: Span, at: Instant, now: Instant): Span =>
  at >= span.start && at <= span.end ? span : spanAround(at, span.end - span.start, now);

/** The next shorter or longer span, in which a moment keeps its place. `oldest`: none is longer than all. */
export function zoomed(
  span: Span,
  way: 'in' | 'out',
  { at, now, oldest }: { readonly at: Instant; readonly now: Instant; readonly oldest: Instant },
): Span {
  const ms = span.end - span.start;
  const most = LENGTHS.findIndex((length) => length >= now - oldest);
  const allowed = most === -1 ? LENGTHS : LENGTHS.slice(0, Math.max(most, 7) + 1);
  const next =
    way === 'in'
      ? allowed.findLast((length) => length < ms)
      : allowed.find((length) => length > ms);
  if (next === undefined) return span;
  const share = Math.min(1, Math.max(0, (span.end - at) / ms));
  return spanTo(Math.min(endAfter(now, next), at + share * next), next);
}

/** A span in which the points of a cluster are apart; null where none is short enough. */
export function spanOf({ points }: Cluster, span: Span, now: Instant): Span | null {
  const [first, last] = [points[0]?.time ?? now, points.at(-1)?.time ?? now];
  const ms = LENGTHS.find((length) => length >= (last - first) * 1.4) ?? span.end - span.start;
  if (ms >= span.end - span.start) return null;
  return spanTo(Math.min(endAfter(now, ms), (first + last) / 2 + ms / 2), ms);
}

/** `7 days`, `12 h` */
export function lengthOf(span: Span): { readonly days: number } | { readonly hours: number } {
  const ms = span.end - span.start;
  return ms >= DAY_MS
    ? { days: Math.round(ms / DAY_MS) }
    : { hours: Math.max(1, Math.round(ms / HOUR_MS)) };
}

/** Where a key leads from a moment among points in order of time; null where the key is none of the slider's. */
export function keyMove(key: string, at: Instant | null, times: readonly Instant[]): number | null {
  const last = times.length - 1;
  const before = (limit: number): number => times.findLastIndex((time) => time < limit);
  const after = (limit: number): number => {
    const found = times.findIndex((time) => time > limit);
    return found === -1 ? last : found;
  };
  const from = at ?? Infinity;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, before(from));
    case 'ArrowRight':
    case 'ArrowUp':
      return after(from);
    // A week, or the next one where a week has none.
    case 'PageDown':
      return at === null ? last : Math.max(0, Math.min(before(at), after(at - 7 * DAY_MS - 1)));
    case 'PageUp':
      return at === null ? last : Math.max(after(at), before(at + 7 * DAY_MS + 1));
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** What stands above a line, by the middle and the width that it wants. */
export interface Flag {
  readonly x: number;
  readonly width: number;
}

const APART_PX = 8;

/** The left ends of flags that are side by side, in the order given, within a width. */
export function flagPlaces(flags: readonly Flag[], width: number): number[] {
  const order = flags
    .map((flag, index) => ({ flag, index }))
    .toSorted((a, b) => a.flag.x - b.flag.x);
  const places = flags.map(({ x, width: own }) => x - own / 2);
  let free = 0;
  for (const { flag, index } of order) {
    places[index] = Math.max(free, places[index] ?? 0);
    free = (places[index] ?? 0) + flag.width + APART_PX;
  }
  let end = width;
  for (const { flag, index } of order.toReversed()) {
    places[index] = Math.min(end - flag.width, places[index] ?? 0);
    end = (places[index] ?? 0) - APART_PX;
  }
  return places;
}

const month = zonedFormat({ month: 'short' });
const monthAndYear = zonedFormat({ month: 'short', year: 'numeric' });

/** What stands at a line of time: `Feb`, `Fri 30 May`, `06:00`. */
export function tickText(at: Instant, { isShort }: { readonly isShort: boolean }): string {
  const { day, month: ofYear, hour, minute } = localMinute(at);
  if (hour + minute > 0) return timeText(at);
  const name = dayOf(at);
  if (!isShort) return `${weekdayText(name)} ${dayOfMonthText(name)}`;
  if (day !== 1) return dayOfMonthText(name);
  return ofYear === 1 ? monthAndYear().format(at) : month().format(at);
}

/** The nearest of some points to a moment. */
export function nearestTo(points: readonly Placed[], at: number): Placed | undefined {
  return points.reduce<Placed | undefined>(
    (best, point) =>
      best === undefined || Math.abs(point.time - at) < Math.abs(best.time - at) ? point : best,
    undefined,
  );
}
