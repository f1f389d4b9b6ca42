import { afterEach, beforeEach, expect, test } from 'vitest';
import { retryAfterMs } from '#src/api/arm/error.ts';
import { installClock } from '#src/lib/clock.ts';
import { fakeClock } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';

beforeEach(() => installClock(fakeClock(Date.parse('2025-06-05T02:44:00Z'))));
afterEach(() => {
  installClock({
    now: () => instant(Date.now()),
    realDelayMs: (ms) => ms,
    onJump: () => () => undefined,
  });
});

test.each([
  ['seconds', { 'retry-after': '60' }, 60_000],
  ['no seconds at all', { 'retry-after': '0' }, 0],
  ['a date ahead', { 'retry-after': 'Thu, 05 Jun 2025 02:45:30 GMT' }, 90_000],
  ['a date gone by', { 'retry-after': 'Thu, 05 Jun 2025 02:40:00 GMT' }, 0],
  [
    'a date, by a clock an hour ahead of ours',
    { 'retry-after': 'Thu, 05 Jun 2025 03:45:30 GMT', date: 'Thu, 05 Jun 2025 03:44:00 GMT' },
    90_000,
  ],
  [
    'a date, by a clock an hour behind ours',
    { 'retry-after': 'Thu, 05 Jun 2025 01:45:30 GMT', date: 'Thu, 05 Jun 2025 01:44:00 GMT' },
    90_000,
  ],
  [
    'a date beside one that is none',
    { 'retry-after': 'Thu, 05 Jun 2025 02:45:30 GMT', date: 'today' },
    90_000,
  ],
  ['milliseconds', { 'retry-after-ms': '1500' }, 1500],
  ['milliseconds of Azure’s own', { 'x-ms-retry-after-ms': '250' }, 250],
  ['milliseconds before seconds', { 'retry-after-ms': '1500', 'retry-after': '60' }, 1500],
  [
    'seconds when the milliseconds are nonsense',
    { 'retry-after-ms': 'soon', 'retry-after': '2' },
    2000,
  ],
  ['nothing', {}, null],
  ['an empty text', { 'retry-after': '' }, null],
  ['nonsense', { 'retry-after': 'soon' }, null],
])('an answer that names %s', (_, headers, expected) => {
  expect(retryAfterMs(new Headers(headers))).toBe(expected);
});
