import {
  type Day,
  DAY_MS,
  dayOf,
  instant,
  type Instant,
  localInstants,
  localMinute,
  type LocalMinute,
  midnightUtc,
  offsetMs,
  parseInstant,
  parseOffset,
  shownZone,
  utcOf,
} from '#src/lib/time.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `22:00`, `22.00`, `10:00 PM` */
const HOUR = String.raw`(?<hour>\d{1,2})[:.](?<minute>\d\d)(?::\d\d)?(?: ?(?<half>[ap])m)?`;

const YEAR = String.raw`(?:,? (?<year>\d{4}))?`;

const MONTH = String.raw`(?<name>[a-z]{3})[a-z]*\.?`;

const DAY = String.raw`(?<day>\d{1,2})`;

const whole = (...parts: readonly string[]): RegExp => new RegExp(`^${parts.join('')}$`, 'i');

const CLOCK = whole(HOUR);

const ISO_LIKE = whole(String.raw`(?<year>\d{4})-(?<month>\d{1,2})-`, DAY, '[T ,]+', HOUR);

const IN_WORDS = [
  whole(DAY, String.raw`\.? `, MONTH, YEAR, ',? ', HOUR),
  whole(MONTH, ' ', DAY, YEAR, ',? ', HOUR),
];

/** `UTC+01:00`, `+01:00`, `UTC`, as times are written that clocks show twice. */
const OFFSET = /\s*(?:utc|gmt)?(?<offset>[+-]\d\d:\d\d)$|\s*(?:utc|gmt)$/i;

/**
 * The moments that a time means as people type it, in the time zone that is shown: `22:00` (the last one that has
 * passed), `4 Jun 22:00`, `4 June 2025, 22:00`, `Jun 4, 2025, 10:00 PM`, `2025-06-04 22:00`, each also with its distance
 * from UTC, or ISO text with a zone. Two in the hour that a night in autumn repeats, none in the one that a night in
 * spring leaves out. Null when it is none of these, or names a day or an hour that no calendar has.
 */
export function typedTimes(
  text: string,
  at: Instant,
  zone = shownZone(),
): readonly Instant[] | null {
  const all = text.trim().replace(/\s+/g, ' ');
  const exact = parseInstant(all);
  // Without a zone such text would be UTC.
  if (exact !== null && /(?:Z|[+-]\d\d:\d\d)$/.test(all)) return [exact];
  const suffix = OFFSET.exec(all);
  const typed = suffix === null ? all : all.slice(0, suffix.index);
  const momentsOf = (minute: LocalMinute): readonly Instant[] | null => {
    if (suffix === null) return localInstants(minute, zone);
    const inUtc = utcOf(minute);
    return inUtc && [instant(inUtc - (parseOffset(suffix.groups?.['offset'] ?? '') ?? 0))];
  };
  const today = localMinute(at, zone);
  const hourAlone = CLOCK.exec(typed)?.groups;
  if (hourAlone !== undefined) {
    const days = [today, dayBefore(today)].map((day) => ({ ...day, ...hourOf(hourAlone) }));
    return lastOf(at, days, momentsOf, zone);
  }
  const worded = IN_WORDS.map((form) => form.exec(typed)?.groups).find(
    (found) => found !== undefined,
  );
  if (worded !== undefined) {
    const month = MONTHS.indexOf((worded['name'] ?? '').toLowerCase()) + 1;
    const minute = { month, day: Number(worded['day']), ...hourOf(worded) };
    if (worded['year'] !== undefined) return momentsOf({ year: Number(worded['year']), ...minute });
    const years = [today.year, today.year - 1].map((year) => ({ year, ...minute }));
    return lastOf(at, years, momentsOf, zone);
  }
  const dated = ISO_LIKE.exec(typed)?.groups;
  if (dated === undefined) return null;
  const [year, month, day] = [dated['year'], dated['month'], dated['day']].map(Number);
  return momentsOf({ year: year ?? 0, month: month ?? 0, day: day ?? 0, ...hourOf(dated) });
}

/**
 * The day that a text means as people type it: `3 Jun 2025`, `Jun 3, 2025`, `2025-06-03`, and `3 Jun`, which is the last
 * one that isn't after `today`. Null when it is none of these, or a day that no calendar has.
 */
export function typedDay(text: string, today: Day): Day | null {
  if (text.trim() === '') return null;
  // In UTC every day has a midnight.
  const [midnight] = typedTimes(`${text} 00:00`, midnightUtc(today), 'UTC') ?? [];
  return midnight === undefined ? null : dayOf(midnight, 'UTC');
}

/** An hour that no day has. */
const NO_HOUR = 24;

type Found = Readonly<Record<string, string | undefined>>;

function hourOf(found: Found): Pick<LocalMinute, 'hour' | 'minute'> {
  const minute = Number(found['minute']);
  const hour = Number(found['hour']);
  const half = found['half']?.toLowerCase();
  if (half === undefined) return { hour, minute };
  // There is no 13 PM: an hour of a day that doesn't exist.
  if (hour < 1 || hour > 12) return { hour: NO_HOUR, minute };
  return { hour: (hour % 12) + (half === 'p' ? 12 : 0), minute };
}

/** Counted in UTC, where each day has a midnight. */
function dayBefore(day: LocalMinute): LocalMinute {
  const midnight = utcOf({ ...day, hour: 0, minute: 0 });
  return midnight === null ? day : localMinute(instant(midnight - DAY_MS), 'UTC');
}

/**
 * The first of some minutes that has passed, of those in the order from the latest; null when none has. One that was left
 * out is not moved to another day.
 */
function lastOf(
  at: Instant,
  minutes: readonly LocalMinute[],
  momentsOf: (minute: LocalMinute) => readonly Instant[] | null,
  zone: string | null,
): readonly Instant[] | null {
  for (const minute of minutes) {
    const moments = momentsOf(minute);
    if (moments?.length === 0) {
      if ((utcOf(minute) ?? 0) <= at + offsetMs(at, zone)) return [];
      continue;
    }
    const passed = moments?.filter((moment) => moment <= at) ?? [];
    if (passed.length > 0) return passed;
  }
  return null;
}
