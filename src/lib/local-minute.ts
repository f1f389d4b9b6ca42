import { type Instant, instant } from '#src/lib/time.ts';
import { shownZone } from '#src/lib/zone.ts';

/** A minute of the calendar in the time zone that is shown; months count from 1. */
export interface LocalMinute {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** The moment at which a minute begins; null for a day or an hour that the calendar does not have. */
export function localInstant({ year, month, day, hour, minute }: LocalMinute): Instant | null {
  const inUtc = Date.UTC(year, month - 1, day, hour, minute);
  const isUtc = shownZone() === 'UTC';
  const epochMs = isUtc ? inUtc : new Date(year, month - 1, day, hour, minute).getTime();
  const found = localMinute(instant(epochMs));
  const isSame = found.month === month && found.day === day;
  return isSame && hour < 24 && minute < 60 ? instant(epochMs) : null;
}

/** The minute in which a moment lies. */
export function localMinute(at: Instant): LocalMinute {
  const date = new Date(at);
  if (shownZone() === 'UTC') {
    return {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
    };
  }
  return {
    year: date.getFullYear(),
    month: date.getMonth() + 1,
    day: date.getDate(),
    hour: date.getHours(),
    minute: date.getMinutes(),
  };
}
