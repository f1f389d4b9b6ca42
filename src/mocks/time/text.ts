import { invariant } from '#src/lib/result.ts';
import { instant, parseInstant, usDateTime } from '#src/lib/time.ts';

/** Text forms of time that Azure uses on the wire, from epoch milliseconds. */

/**
 * ISO text with seven decimals. The simulated clock knows milliseconds; the four digits after them
 * are those of document 004 (`13:00:03.8068176Z`), so that its example can be met exactly.
 */
export function sevenDecimals(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, -1)}8176Z`;
}

/** The same as Compute writes it: with an offset and not with a `Z` (aftercare §2.2, R). */
export const offsetText = (ms: number): string => `${sevenDecimals(ms).slice(0, -1)}+00:00`;

/** The date of an HTTP header: `Mon, 04 Jun 2018 13:00:03 GMT`. */
export function httpDate(ms: number): string {
  return new Date(ms).toUTCString();
}

/** The compact time in `x-ms-routing-request-id`: `20180604T130003Z`. */
export function compactTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** A duration of less than a day in the form of a clock, as Data Protection tells it (S): `00:04:10`. */
export function clockText(ms: number): string {
  return new Date(ms).toISOString().slice(11, 19);
}

/**
 * Reads the date of a `$filter`: `yyyy-MM-dd hh:mm:ss AM|PM` (azure-contract §4). `00:00:00 AM`
 * occurs in official examples and is midnight. Null for anything else.
 */
export function parseFilterDate(text: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d) (\d\d?):(\d\d):(\d\d) (AM|PM)$/i.exec(text.trim());
  if (match === null) return null;
  const [, year = '', month = '', day = '', hours = '', minutes = '', seconds = '', half = ''] =
    match;
  if (Number(hours) > 12) return null;
  const hour = (Number(hours) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  const ms = Date.parse(
    `${year}-${month}-${day}T${String(hour).padStart(2, '0')}:${minutes}:${seconds}.000Z`,
  );
  return Number.isNaN(ms) ? null : ms;
}

/** Epoch milliseconds of ISO text; NaN when it is none. */
export function isoMs(text: string): number {
  return Date.parse(text);
}

/** US text without a zone, as in property bags: `6/4/2018 6:06:00 AM` (azure-contract §8, R). */
export function usText(ms: number): string {
  const [date = '', clock = '', half = ''] = usDateTime(instant(ms)).split(' ');
  const [year, month, day] = date.split('-').map(Number);
  return `${month}/${day}/${year} ${clock.replace(/^0/, '')} ${half}`;
}

/** Epoch milliseconds of a seed's ISO text, which is always good. */
export function seedMs(text: string): number {
  const at = parseInstant(text);
  invariant(at, `the seed's time ${text} is ISO text`);
  return at;
}
