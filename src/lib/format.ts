import {
  type Day,
  dayOf,
  daysUpTo,
  instant,
  type Instant,
  isShownTwice,
  midnightUtc,
  zonedFormat,
} from '#src/lib/time.ts';
import { LOCALE } from '#src/lib/wording.ts';

/**
 * Times and durations for people, in the time zone that was chosen and as the browser’s English writes them:
 * the examples are of British English. One way to write each, so that two places never show one moment
 * differently.
 */

const time = zonedFormat({ timeStyle: 'short' });
const timeWithSeconds = zonedFormat({ timeStyle: 'medium' });
const day = zonedFormat({ dateStyle: 'medium' });
const dayAndTime = zonedFormat({ dateStyle: 'medium', timeStyle: 'short' });
const dayWithName = zonedFormat({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const offset = zonedFormat({ timeZoneName: 'longOffset' });
/** Days by their names are written in UTC, as whose midnights they are counted. */
const named = { timeZone: 'UTC' } as const;
const namedDay = new Intl.DateTimeFormat(LOCALE, {
  ...named,
  dateStyle: 'medium',
});
const dayOfMonth = new Intl.DateTimeFormat(LOCALE, { ...named, day: 'numeric', month: 'short' });
const weekday = new Intl.DateTimeFormat(LOCALE, { ...named, weekday: 'short' });

/** `02:44`; in the hour that a night in autumn repeats `02:30 UTC+01:00`. */
export function timeText(at: Instant, zone?: string | null): string {
  return unmistakable(time(zone).format(at), at, zone);
}

/** `02:44:10` */
export function preciseTimeText(at: Instant): string {
  return unmistakable(timeWithSeconds().format(at), at);
}

/** `5 Jun 2025, 02:44`; in the hour that a night in autumn repeats `26 Oct 2025, 02:30 UTC+01:00`. */
export function dateTimeText(at: Instant, zone?: string | null): string {
  return unmistakable(dayAndTime(zone).format(at), at, zone);
}

/** Whether the texts written now go into a record, where nothing beside a time names its zone. */
let isRecorded = false;

/** Writes texts of a record: each of their times has its distance from UTC. */
export function withOffsets<Written>(write: () => Written): Written {
  const before = isRecorded;
  isRecorded = true;
  try {
    return write();
  } finally {
    isRecorded = before;
  }
}

/** A time of a clock, told apart from the same one an hour before or after. */
const unmistakable = (text: string, at: Instant, zone?: string | null): string =>
  isRecorded || isShownTwice(at, zone) ? `${text} ${offsetText(at, zone)}` : text;

/** What stands in a written moment, by its part. */
const WRITTEN: Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>> = {
  day: String.raw`\d{1,2}`,
  month: String.raw`\p{L}+\.?`,
  year: String.raw`\d{4}`,
  hour: String.raw`\d{1,2}`,
  minute: String.raw`\d{2}`,
  dayPeriod: String.raw`[\p{L}.]+`,
};

/** What stands between the parts; a blank is not the same in a text and in its parts. */
const between = (text: string): string =>
  text.replaceAll(/[.*+?^$()[\]{}|\\/]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s`);

/** A moment as a format writes it: its day, with what ends it, and its hour. */
export function momentPattern(format: Intl.DateTimeFormat): RegExp {
  const parts = format.formatToParts(0);
  const hour = parts.findIndex(({ type }) => type === 'hour');
  const pattern = (some: readonly Intl.DateTimeFormatPart[]): string =>
    some.map(({ type, value }) => WRITTEN[type] ?? between(value)).join('');
  return new RegExp(
    `(${pattern(parts.slice(0, hour)).replace(/\\s$/, '')})\\s(${pattern(parts.slice(hour))})`,
    'u',
  );
}

const written = momentPattern(dayAndTime(null));

/** A text in pieces: what is around its moments, and of each moment its day and its hour. */
export function momentPieces(text: string): string[] {
  return text.includes(':') ? text.split(written) : [text];
}

/** Pixels of a character at most, in the font of a list. */
const PIXELS = [
  [/[\s.,:;’]/gu, 4],
  [/[MWmw]/gu, 12],
  [/[^\s.,:;’MWmw]/gu, 8],
] as const;

/** 15 January 1970, 22:58, and as much as brings the middle of the next month. */
const OF_TWO_DIGITS = (14 * 24 + 22) * 3_600_000 + 58 * 60_000;
const MONTH_MS = 30 * 24 * 3_600_000;

/** How wide a column has to be for every moment, in pixels; `around`: the sentence that it stands in. */
export function widthOfMoments(around: (moment: string) => string = (moment) => moment): number {
  const widths = Array.from({ length: 12 }, (_, month) => {
    const text = around(dayAndTime('UTC').format(OF_TWO_DIGITS + month * MONTH_MS));
    return PIXELS.reduce((sum, [kind, px]) => sum + (text.match(kind)?.length ?? 0) * px, 0);
  });
  return Math.max(...widths);
}

/** The time zone of all these texts, `Europe/Berlin`. */
export function timeZoneText(): string {
  return day().resolvedOptions().timeZone;
}

/** The browser's own time zone, `Europe/Berlin`. */
export const browserZone = (): string => day(null).resolvedOptions().timeZone;

/** How far a zone is from UTC at a moment, `UTC+02:00`; in UTC itself `UTC`. The zone is as in `zonedFormat`. */
export function offsetText(at: Instant, zone?: string | null): string {
  const parts = offset(zone).formatToParts(at);
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '')
    .replace('GMT', 'UTC')
    .replace('+00:00', '');
}

/** A moment with its distance from UTC, `5 Jun 2025, 02:44 UTC+02:00`: unmistakable also where it is kept. */
export function offsetTimeText(at: Instant): string {
  return `${dayAndTime().format(at)} ${offsetText(at)}`;
}

/** `Thu, 5 Jun 2025` */
export function namedDateText(at: Instant): string {
  return dayWithName().format(at);
}

/** A moment without a stated day: `02:44` if it was today, else `4 Jun 2025, 22:03`. */
export function momentText(at: Instant, now: Instant): string {
  return dayOf(at) === dayOf(now) ? timeText(at) : dateTimeText(at);
}

/** The end of a pause as `5 Jun 2025, 02:45`: the first full minute that is not before it. */
export function pauseEndText(at: Instant): string {
  return dateTimeText(instant(Math.ceil(at / 60_000) * 60_000));
}

/** `5 Jun 2025`, of a day by its name. */
export function dayText(name: Day): string {
  return namedDay.format(midnightUtc(name));
}

/** `5 Jun` */
export function dayOfMonthText(name: Day): string {
  return dayOfMonth.format(midnightUtc(name));
}

/** `Thu` */
export function weekdayText(name: Day): string {
  return weekday.format(midnightUtc(name));
}

/** What a calendar calls its months and days; weeks start on Sunday, and years in January. */
export function calendarNames() {
  const textsOf = (days: readonly Day[], options: Intl.DateTimeFormatOptions): string[] => {
    const format = new Intl.DateTimeFormat(LOCALE, { ...named, ...options });
    return days.map((name) => format.format(midnightUtc(name)));
  };
  const months = Array.from(
    { length: 12 },
    (_, month) => `2023-${String(month + 1).padStart(2, '0')}-01`,
  );
  // 1 January 2023 is a Sunday.
  const days = daysUpTo('2023-01-07', 7);
  return {
    months: textsOf(months, { month: 'long' }),
    shortMonths: textsOf(months, { month: 'short' }),
    days: textsOf(days, { weekday: 'long' }),
    shortDays: textsOf(days, { weekday: 'narrow' }),
  };
}

/** The longest two units of a duration, `1 h 32 min`, `9 min 5 s`, `12 s`. Never negative. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const parts: [number, string][] = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor((seconds % 86_400) / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ];
  const first = parts.findIndex(([value]) => value > 0);
  if (first === -1) return '0 s';
  const shown = parts.slice(first, first + 2).filter(([value]) => value > 0);
  return shown.map(([value, unit]) => `${String(value)} ${unit}`).join(' ');
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** The same rounded down, from a minute on without seconds: a length that is no more than there is. */
export function leastDurationText(ms: number): string {
  const unit = ms < MINUTE_MS ? SECOND_MS : MINUTE_MS;
  return durationText(Math.floor(ms / unit) * unit);
}

/** The longest unit of a duration alone, `86 days`, `2 h`, `4 min`, `40 s`, rounded down. Never negative. */
export function roughDurationText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return `${String(seconds)} s`;
  if (seconds < 3600) return `${String(Math.floor(seconds / 60))} min`;
  if (seconds < 172_800) return `${String(Math.floor(seconds / 3600))} h`;
  return `${String(Math.floor(seconds / 86_400))} days`;
}

const count = new Intl.NumberFormat(LOCALE);
const share = new Intl.NumberFormat(LOCALE, { style: 'percent' });

/** `1,284` */
export function countText(value: number): string {
  return count.format(value);
}

/** `60%`, of 0 to 100, rounded down: what isn't done is never shown as done. */
export function percentText(percent: number): string {
  return share.format(Math.floor(percent) / 100);
}
