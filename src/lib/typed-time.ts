import {
  type Instant,
  instant,
  localInstant,
  type LocalMinute,
  localMinute,
  parseInstant,
} from '#src/lib/time.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const CLOCK = /^(?<hour>\d{1,2})[:.](?<minute>\d\d)(?::\d\d)?$/;
const ISO_LIKE =
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})[T ,]+(?<hour>\d{1,2})[:.](?<minute>\d\d)(?::\d\d)?$/i;
const IN_WORDS =
  /^(?<day>\d{1,2})\.? (?<name>[a-z]{3})[a-z]*\.?(?:,? (?<year>\d{4}))?,? (?<hour>\d{1,2})[:.](?<minute>\d\d)(?::\d\d)?$/i;

/**
 * A time as people type it, in the time zone that is shown: `22:00` (the last one that has passed),
 * `4 Jun 22:00`, `4 June 2025, 22:00`, `2025-06-04 22:00`, or ISO text with a zone. Null when it is
 * none of these, or names a day or an hour that does not exist.
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
  const worded = IN_WORDS.exec(typed)?.groups;
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

type Found = Readonly<Record<string, string | undefined>>;

function hourOf(found: Found): Pick<LocalMinute, 'hour' | 'minute'> {
  return { hour: Number(found['hour']), minute: Number(found['minute']) };
}

function dayBefore(day: LocalMinute): LocalMinute {
  const midnight = localInstant({ ...day, hour: 0, minute: 0 });
  return midnight === null ? day : localMinute(instant(midnight - 1));
}

/** The first of some moments that has passed; null when none has. */
function lastOf(at: Instant, moments: readonly (Instant | null)[]): Instant | null {
  return moments.find((moment) => moment !== null && moment <= at) ?? null;
}
