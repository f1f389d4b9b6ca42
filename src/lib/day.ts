import { invariant } from '#src/lib/result.ts';
import {
  DAY_MS,
  instant,
  type Instant,
  isoText,
  parseInstant,
  zonedFormat,
} from '#src/lib/time.ts';

/**
 * Calendar days in the time zone that is shown. A day has 23 to 25 hours there; hence days are counted as
 * names of days and never as hours.
 */

/** A day by its name, `2025-06-05`: two of them compare as text, and it is what a date field holds. */
export type Day = string;

const calendar = zonedFormat({ year: 'numeric', month: '2-digit', day: '2-digit' });

const clock = zonedFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The day of a moment, in the time zone that is shown unless another is named. */
export function dayOf(at: Instant, timeZone?: string): Day {
  const parts = new Map(
    calendar(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return [parts.get('year')?.padStart(4, '0'), parts.get('month'), parts.get('day')].join('-');
}

/** The minutes that a clock on the wall shows at a moment: 0 to 1439. */
export function minuteOfDay(at: Instant, timeZone?: string): number {
  const all = clock(timeZone).formatToParts(at);
  const parts = new Map(all.map(({ type, value }) => [type, Number(value)]));
  return (parts.get('hour') ?? 0) * 60 + (parts.get('minute') ?? 0);
}

/** The day of a text such as `2025-06-05`; null for any other text, and for 30 February. */
export function parseDay(text: string): Day | null {
  const at = parseInstant(`${text}T00:00:00Z`);
  return at !== null && isoText(at).slice(0, 10) === text ? text : null;
}

/** `2025` */
export function yearOf(day: Day): string {
  return day.slice(0, 4);
}

/** The day that is so many days later, or earlier when the number is negative. */
export function addDays(day: Day, days: number): Day {
  return isoText(instant(midnightUtc(day) + days * DAY_MS)).slice(0, 10);
}

/** How many days later `to` is than `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((midnightUtc(to) - midnightUtc(from)) / DAY_MS);
}

/** So many days in a row, of which the last is given. */
export function daysUpTo(last: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => addDays(last, index + 1 - count));
}

/** A day's midnight in UTC, where every day has 24 hours: for counting and for writing it. */
export function midnightUtc(day: Day): Instant {
  const at = parseInstant(`${day}T00:00:00Z`);
  invariant(at !== null, `${day} is the name of a day`);
  return at;
}
