import {
  type Instant,
  instant,
  localInstant,
  type LocalMinute,
  localMinute,
  parseInstant,
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

/**
 * A time as people type it, in the time zone that is shown: `22:00` (the last one that has passed),
 * `4 Jun 22:00`, `4 June 2025, 22:00`, `Jun 4, 2025, 10:00 PM`, `2025-06-04 22:00`, or ISO text with a zone.
 * Null when it is none of these, or names a day or an hour that does not exist.
 */
export function typedTime(text: string, at: Instant): Instant | null {
  const typed = text.trim().replace(/\s+/g, ' ');
  const today = localMinute(at);
  const clock = CLOCK.exec(typed)?.groups;
  if (clock !== undefined) {
    const days = [today, dayBefore(today)];
    return lastOf(
      at,
      days.map((day) => localInstant({ ...day, ...hourOf(clock) })),
    );
  }
  const worded = IN_WORDS.map((form) => form.exec(typed)?.groups).find(
    (found) => found !== undefined,
  );
  if (worded !== undefined) {
    const month = MONTHS.indexOf((worded['name'] ?? '').toLowerCase()) + 1;
    const minute = { month, day: Number(worded['day']), ...hourOf(worded) };
    const years =
      worded['year'] === undefined ? [today.year, today.year - 1] : [Number(worded['year'])];
    const moments = years.map((year) => localInstant({ year, ...minute }));
    return worded['year'] === undefined ? lastOf(at, moments) : (moments[0] ?? null);
  }
  const dated = ISO_LIKE.exec(typed)?.groups;
  if (dated === undefined) return parseInstant(typed);
  const [year, month, day] = [dated['year'], dated['month'], dated['day']].map(Number);
  return localInstant({ year: year ?? 0, month: month ?? 0, day: day ?? 0, ...hourOf(dated) });
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

function dayBefore(day: LocalMinute): LocalMinute {
  const midnight = localInstant({ ...day, hour: 0, minute: 0 });
  return midnight === null ? day : localMinute(instant(midnight - 1));
}

/** The first of some moments that has passed; null when none has. */
function lastOf(at: Instant, moments: readonly (Instant | null)[]): Instant | null {
  return moments.find((moment) => moment !== null && moment <= at) ?? null;
}
