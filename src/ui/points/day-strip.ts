import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  daysUpTo,
  instant,
  type Instant,
  minuteOfDay,
  parseDay,
} from '#src/lib/time.ts';
import type { Consistency, RecoveryPointTier } from '#src/model/points.ts';
import type { DatedPoint } from '#src/ui/points/filter.ts';

/** How many days the strip shows at a time. */
export const STRIP_DAYS = 14;

/** Where a copy of a point can lie, each a row of the strip. */
export const LANES = ['Snapshot', 'Vault', 'Archive'] as const;
export type Lane = (typeof LANES)[number];

const LANES_OF: Readonly<Record<RecoveryPointTier, readonly Lane[]>> = {
  Snapshot: ['Snapshot'],
  SnapshotAndVault: ['Snapshot', 'Vault'],
  Vault: ['Vault'],
  Archive: ['Archive'],
  unknown: [],
};

/** A shape in a row: of one point, or of the strongest of an hour. */
interface Mark {
  readonly minute: number;
  readonly consistency: Consistency;
}

export interface StripDay {
  readonly day: Day;
  readonly count: number;
  /** Null where there is no point, and where none reports its consistency. */
  readonly strongest: Consistency | null;
  readonly marks: Readonly<Record<Lane, readonly Mark[]>>;
}

const STRENGTH = ['AppConsistent', 'FileSystemConsistent', 'CrashConsistent', 'unknown'] as const;

/** The most that one of these points promises; null when there is none. */
export function strongestOf(points: readonly Pick<DatedPoint, 'consistency'>[]) {
  return STRENGTH.find((one) => points.some(({ consistency }) => consistency === one)) ?? null;
}

/** The days of the strip, oldest first, with the points of each. `timeZone`: the browser's. */
export function stripDays(points: readonly DatedPoint[], last: Day, timeZone?: string): StripDay[] {
  const days = daysUpTo(last, STRIP_DAYS);
  const byDay = new Map<Day, DatedPoint[]>(days.map((day) => [day, []]));
  for (const point of points) {
    if (point.time !== null) byDay.get(dayOf(point.time, timeZone))?.push(point);
  }
  return days.map((day) => {
    const ofDay = byDay.get(day) ?? [];
    return {
      day,
      count: ofDay.length,
      strongest: strongestOf(ofDay),
      marks: {
        Snapshot: marksOf(ofDay, 'Snapshot', timeZone),
        Vault: marksOf(ofDay, 'Vault', timeZone),
        Archive: marksOf(ofDay, 'Archive', timeZone),
      },
    };
  });
}

/** One mark an hour: more would be indistinguishable. */
function marksOf(points: readonly DatedPoint[], lane: Lane, timeZone?: string): Mark[] {
  const marks = points.flatMap(({ time, tier = 'unknown', consistency = 'unknown' }) =>
    time !== null && LANES_OF[tier].includes(lane)
      ? [{ minute: minuteOfDay(time, timeZone), consistency }]
      : [],
  );
  return marks.filter((mark) => {
    const ofHour = marks.filter(({ minute }) => hourOf(minute) === hourOf(mark.minute));
    const strongest = strongestOf(ofHour);
    return ofHour.find(({ consistency }) => consistency === strongest) === mark;
  });
}

const hourOf = (minute: number): number => Math.floor(minute / 60);

/** The last day that the strip shows: the one asked for, else so that the chosen day is in it. */
export function lastDay(end: string | undefined, chosen: Day | null, today: Day): Day {
  const until = parseDay(end ?? '');
  if (until !== null) return until < today ? until : today;
  return chosen === null ? today : windowOf(chosen, today);
}

/** The day that the strip shows where none is chosen: that of the newest point that may be meant; null: not known. */
export function dayInView(before: Instant | null, newest: Instant | null): Day | null {
  const times = [before, newest].filter((time) => time !== null);
  return times.length === 0 ? null : dayOf(instant(Math.min(...times)));
}

/** The last of those fourteen days, counted back from today, among which a day is. */
export function windowOf(day: Day, today: Day): Day {
  const back = Math.max(0, Math.floor(daysBetween(day, today) / STRIP_DAYS));
  return addDays(today, -back * STRIP_DAYS);
}

/** The days before, and those after; never later than today. */
export function earlier(last: Day): Day {
  return addDays(last, -STRIP_DAYS);
}
export function later(last: Day, today: Day): Day {
  const next = addDays(last, STRIP_DAYS);
  return next < today ? next : today;
}

/** Where a key leads on the strip: to a day by its place, perhaps among the days before or after. */
interface StripMove {
  readonly index: number;
  readonly page: 'earlier' | 'later' | null;
}

const LAST = STRIP_DAYS - 1;

/** The move of a key from a place; null when the key is not one of the strip's. */
export function stripMove(key: string, index: number): StripMove | null {
  switch (key) {
    case 'ArrowLeft':
      return index > 0 ? { index: index - 1, page: null } : { index: LAST, page: 'earlier' };
    case 'ArrowRight':
      return index < LAST ? { index: index + 1, page: null } : { index: 0, page: 'later' };
    case 'Home':
      return { index: 0, page: null };
    case 'End':
      return { index: LAST, page: null };
    case 'PageUp':
      return { index, page: 'earlier' };
    case 'PageDown':
      return { index, page: 'later' };
    default:
      return null;
  }
}
