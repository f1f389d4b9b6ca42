import { invariant } from '#src/lib/result.ts';
import { storedValues } from '#src/lib/stored-values.ts';
import { LOCALE } from '#src/lib/wording.ts';

/** Where times are shown: in the browser's time zone, or in UTC. */
export const ZONE_CHOICES = ['local', 'utc'] as const;

export type ZoneChoice = (typeof ZONE_CHOICES)[number];

const stored = storedValues<ZoneChoice>('timeZone', {
  safeParse: (value) => {
    const data = ZONE_CHOICES.find((choice) => choice === value);
    return data === undefined ? { success: false } : { success: true, data };
  },
});

/** The zone as chosen; the browser's until one is. */
export const zoneChoice = (): ZoneChoice => stored.read('') ?? 'local';

/** Chooses the zone for all tabs. Every time on a page has to be rendered again. */
export const chooseZone = (choice: ZoneChoice): void => stored.write('', choice);

/** Calls back after every choice, also one of another tab. Returns the way to stop. */
export const onZoneChange = stored.listen;

/** The zone of every time that is shown and typed; null: the browser's. */
export const shownZone = (): string | null => (zoneChoice() === 'utc' ? 'UTC' : null);

type FormatOptions = Omit<Intl.DateTimeFormatOptions, 'timeZone'>;

/** Formats times of the zone that is shown, or of the one that is named; null: the browser's. */
type ZonedFormat = (zone?: string | null) => Intl.DateTimeFormat;

/** A format of times, as all of them in the browser’s English; made once for each zone. */
export function zonedFormat(options: FormatOptions): ZonedFormat {
  const made = new Map<string | null, Intl.DateTimeFormat>();
  return (zone = shownZone()) => {
    const known = made.get(zone);
    if (known !== undefined) return known;
    const timeZone = zone ?? undefined;
    const format = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone });
    made.set(zone, format);
    return format;
  };
}

/**
 * Instants and ISO 8601 text. The only file that turns text into time and back.
 */

declare const unit: unique symbol;

/** A moment: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [unit]: 'epoch milliseconds' };

/** Brands a number of epoch milliseconds as an {@link Instant}. */
export function instant(epochMs: number): Instant {
  // A brand has no value of its own, so only a cast can make one.
  return epochMs as Instant;
}

/**
 * Reads ISO 8601 text as Azure writes it: up to seven fraction digits, sometimes without a zone
 * (then UTC). Returns null for anything else, and for the year 1 that Azure sends for "not yet".
 */
export function parseInstant(text: string | null | undefined): Instant | null {
  if (text === null || text === undefined) return null;
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?$/.exec(text);
  if (match === null) return null;
  const [, seconds = '', fraction = '0', zone = 'Z'] = match;
  const epochMs = Date.parse(`${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}${zone}`);
  return Number.isNaN(epochMs) || seconds.startsWith('0001') ? null : instant(epochMs);
}

/** ISO 8601 text in UTC with milliseconds, `2025-06-05T02:44:00.000Z`. */
export function isoText(at: Instant): string {
  return new Date(at).toISOString();
}

/** A moment as addresses hold it: `2025-06-04T22:00:00Z`. Parts of a second are dropped, so that now is never later than now. */
export function timeAddress(at: Instant): string {
  return isoText(instant(Math.floor(at / 1000) * 1000)).replace('.000Z', 'Z');
}

/** Two moments as addresses hold them, the earlier first: `2025-06-04T22:00:00Z/2025-06-05T01:00:00Z`. */
export const spanAddress = ({ from, to }: Span): string =>
  `${timeAddress(from)}/${timeAddress(to)}`;

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** The same read back; null for anything else, and for moments that aren't in order. */
export function parseSpan(text: string): Span | null {
  const [from = null, to = null, more] = text.split('/').map(parseInstant);
  return from === null || to === null || more !== undefined || from >= to ? null : { from, to };
}

/** The same of an instant; null where it is not known. */
export const isoOrNull = (at: Instant | null): string | null => (at === null ? null : isoText(at));

/** US 12-hour text in UTC, `2025-06-05 02:44:00 AM`, as Azure Backup's filters want it. */
export function usDateTime(at: Instant): string {
  const date = new Date(at);
  const hours = date.getUTCHours();
  const time = [hours % 12 === 0 ? 12 : hours % 12, date.getUTCMinutes(), date.getUTCSeconds()];
  const clock = time.map((part) => String(part).padStart(2, '0')).join(':');
  return `${isoText(at).slice(0, 10)} ${clock} ${hours < 12 ? 'AM' : 'PM'}`;
}

/**
 * Reads the US 12-hour text that Azure Backup writes into a job's properties, `6/4/2025 10:03:18 PM`, as
 * UTC. Returns null for anything else.
 */
export function parseUsDateTime(text: string): Instant | null {
  const match = /^(\d\d?)\/(\d\d?)\/(\d{4}) (\d\d?):(\d\d):(\d\d) (AM|PM)$/.exec(text);
  if (match === null) return null;
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map(Number);
  const epochMs = Date.UTC(
    year,
    month - 1,
    day,
    (hour % 12) + (match[7] === 'PM' ? 12 : 0),
    minute,
    second,
  );
  const isReal = new Date(epochMs).getUTCDate() === day && month <= 12 && hour <= 12;
  return isReal && minute < 60 && second < 60 ? instant(epochMs) : null;
}

/** A minute of the calendar in the time zone that is shown; months count from 1. */
export interface LocalMinute {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/**
 * The moments at which a minute of the calendar starts: none in the hour that a night in spring leaves out, two in the one
 * that a night in autumn repeats. Null for a day or an hour that no calendar has. The zone is as in `zonedFormat`.
 */
export function localInstants(minute: LocalMinute, zone = shownZone()): readonly Instant[] | null {
  const inUtc = utcOf(minute);
  if (inUtc === null) return null;
  // No clock is changed twice within two days.
  const offsets = new Set([offsetMs(inUtc - DAY_MS, zone), offsetMs(inUtc + DAY_MS, zone)]);
  return [...offsets]
    .map((offset) => instant(inUtc - offset))
    .filter((at) => at + offsetMs(at, zone) === inUtc)
    .toSorted((a, b) => a - b);
}

export const DAY_MS = 86_400_000;

/** The moment at which UTC has a minute; null for one that no calendar has. */
export function utcOf({ year, month, day, hour, minute }: LocalMinute): Instant | null {
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const isReal = at.getUTCDate() === day && at.getUTCMonth() + 1 === month;
  return isReal && hour < 24 && minute < 60 ? instant(at.getTime()) : null;
}

/** The minute in which a moment lies. */
export function localMinute(at: Instant, zone = shownZone()): LocalMinute {
  const date = new Date(at + offsetMs(at, zone));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
}

/** Whether clocks show the minute of a moment a second time, before or after: in the hour that autumn repeats. */
export function isShownTwice(at: Instant, zone = shownZone()): boolean {
  const here = offsetMs(at, zone);
  return [-NIGHT_MS, NIGHT_MS].some((ms) => {
    const there = offsetMs(at + ms, zone);
    return there !== here && offsetMs(at + here - there, zone) === there;
  });
}

/** No clock is set back by more. */
const NIGHT_MS = 3 * 60 * 60_000;

const offsetFormat = zonedFormat({ timeZoneName: 'longOffset' });
export const MINUTE_MS = 60_000;

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. The zone is as in `zonedFormat`. */
export function offsetMs(at: number, zone = shownZone()): number {
  if (zone === 'UTC') return 0;
  // Much faster, and lists ask for each of their rows.
  if (zone === null) return -new Date(at).getTimezoneOffset() * MINUTE_MS;
  const text = offsetFormat(zone)
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return parseOffset(text?.replace('GMT', '') ?? '') ?? 0;
}

/** Reads `+02:00`, in milliseconds; null for anything else. */
export function parseOffset(text: string): number | null {
  const match = /^([+-])(\d\d):?(\d\d)$/.exec(text);
  if (match === null) return null;
  const [, sign, hours, minutes] = match;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
}

/**
 * ISO 8601 durations as Azure sends them: `PT1M17.3555892S`, `P1DT2H`, `P2W`, with a fraction in any
 * part (`PT1,5H`); also the clock form `00:01:17` of Data Protection. Days are 24 hours. Months and
 * years have no fixed length, and a negative duration is none: all of these are not read.
 * Returns milliseconds, or null when the text is not such a duration.
 */
export function parseDurationMs(text: string | null | undefined): number | null {
  const plain = text?.trim().toUpperCase().replaceAll(',', '.') ?? '';
  return partsMs(ISO, plain) ?? partsMs(CLOCK, plain);
}

type Part = 'weeks' | 'days' | 'hours' | 'minutes' | 'seconds';
const PART_MS: Readonly<Record<Part, number>> = {
  weeks: 604_800_000,
  days: DAY_MS,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1000,
};
const PARTS = ['weeks', 'days', 'hours', 'minutes', 'seconds'] as const satisfies readonly Part[];

const AMOUNT = String.raw`\d+(?:\.\d+)?`;
const ISO = new RegExp(
  `^P(?=[\\dT])(?:(?<weeks>${AMOUNT})W)?(?:(?<days>${AMOUNT})D)?(?:T(?=\\d)(?:(?<hours>${AMOUNT})H)?(?:(?<minutes>${AMOUNT})M)?(?:(?<seconds>${AMOUNT})S)?)?$`,
);
const CLOCK = /^(?:(?<days>\d+)\.)?(?<hours>\d+):(?<minutes>\d\d):(?<seconds>\d\d(?:\.\d+)?)$/;

function partsMs(form: RegExp, text: string): number | null {
  const found = form.exec(text)?.groups;
  if (found === undefined) return null;
  const ms = PARTS.reduce((sum, part) => sum + Number(found[part] ?? '0') * PART_MS[part], 0);
  return Number.isFinite(ms) ? Math.round(ms) : null;
}

/** The ISO 8601 duration of a number of milliseconds, `PT1H2M3.5S`; never negative. */
export function isoDuration(ms: number): string {
  const total = Math.max(0, Math.round(ms));
  const hours = Math.floor(total / 3_600_000);
  const minutes = Math.floor((total % 3_600_000) / 60_000);
  const seconds = (total % 60_000) / 1000;
  const time = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds > 0 ? `${seconds}S` : ''}`;
  return time === '' ? 'PT0S' : `PT${time}`;
}

/**
 * Calendar days in the time zone that is shown. A day has 23 to 25 hours there; hence days are counted as
 * names of days and never as hours.
 */

/** A day by its name, `2025-06-05`: two of them compare as text, and it is what a date field holds. */
export type Day = string;

const calendar = zonedFormat({ year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day of a moment, in the time zone that is shown unless another is named. */
export function dayOf(at: Instant, timeZone?: string): Day {
  const parts = new Map(
    calendar(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return [parts.get('year')?.padStart(4, '0'), parts.get('month'), parts.get('day')].join('-');
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

/** A day as a date of the browser's zone, as calendars want it; of it only year, month and day count. */
export function localDate(day: Day): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}

/** The day that such a date means. */
export function dayOfDate(date: Date): Day {
  const at = instant(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
  return isoText(at).slice(0, 10);
}
