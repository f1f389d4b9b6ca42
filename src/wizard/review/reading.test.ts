import { expect, test } from 'vitest';
import { type Instant, instant, MINUTE_MS } from '#src/lib/time.ts';
import { readingOf } from '#src/wizard/review/CheckTable.tsx';

/** The time of reading stands once above the checks; one that was read a minute or more before says its own. */

const NOON = 1_000 * MINUTE_MS;
const ago = (ms: number): Instant => instant(NOON - ms);

test.each<[string, readonly (Instant | null)[], Instant | null, readonly Instant[]]>([
  ['nothing was read', [null, null], null, []],
  ['all were read at once', [ago(0), ago(0)], ago(0), []],
  ['within a minute it is the oldest', [ago(0), ago(MINUTE_MS - 1), null], ago(MINUTE_MS - 1), []],
  ['a minute before has its own', [ago(0), ago(MINUTE_MS), ago(5)], ago(5), [ago(MINUTE_MS)]],
  ['the order says nothing', [ago(9 * MINUTE_MS), ago(0)], ago(0), [ago(9 * MINUTE_MS)]],
])('%s', (_, times, at, own) => {
  const reading = readingOf(times);
  expect(reading.at).toBe(at);
  expect(times.map(reading.own).filter((one) => one !== null)).toEqual(own);
});
