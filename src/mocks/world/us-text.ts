import { invariant } from '#src/lib/result.ts';
import { instant, parseInstant, usDateTime } from '#src/lib/time.ts';

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
