import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import {
  basesText,
  clockRangeText,
  leftText,
  rangeText,
  readyInText,
  setbackLine,
  shortRangeText,
} from '#src/progress/live/progress-text.ts';
import { clockEnds } from '#src/progress/round.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const range = (lowMs: number, highMs: number) => ({ lowMs, highMs });

test('a range is rounded away from itself, in steps that fit what is known', () => {
  expect(rangeText(range(17.4 * MINUTE, 23.2 * MINUTE))).toBe('17 min to 24 min');
  expect(rangeText(range(62 * SECOND, 71 * SECOND))).toBe('1 min to 1 min 15 s');
  expect(rangeText(range(3.51 * HOUR, 5 * HOUR + SECOND))).toBe('3 h 30 min to 5 h 5 min');
  expect(rangeText(range(20 * SECOND, 3 * MINUTE))).toBe('up to 3 min');
  expect(rangeText(range(5 * MINUTE, 5 * MINUTE))).toBe('about 5 min');
});

test('a short range is in minutes up to two hours', () => {
  expect(shortRangeText(range(25.7 * MINUTE, 71.2 * MINUTE))).toBe('25–72 min');
  expect(shortRangeText(range(40 * MINUTE, 40 * MINUTE))).toBe('40 min');
  expect(shortRangeText(range(20 * SECOND, 3 * MINUTE))).toBe('up to 3 min');
  expect(shortRangeText(range(HOUR, 2.5 * HOUR))).toBe('1 h to 2 h 30 min');
});

test('a time left is a range or the reason why there is none', () => {
  expect(
    readyInText('Azure', { kind: 'range', lowMs: MINUTE, highMs: 3 * MINUTE, bases: [] }),
  ).toBe('1 min to 3 min');
  expect(readyInText('Azure', { kind: 'unknown', why: 'tooEarly' })).toMatch(
    /^No typical duration yet: /,
  );
});

test('times of the clock carry their day when they may lie in another', () => {
  const at = instant(new Date(2025, 5, 5, 22, 0).getTime());
  expect(clockRangeText(range(5 * MINUTE, 10 * MINUTE), at)).toBe('22:05–22:10');
  expect(clockRangeText(range(10 * HOUR, 13 * HOUR), at)).toBe(
    '6 Jun 2025, 08:00–6 Jun 2025, 11:00',
  );
});

test.each([
  ['at a full minute', 0, [17, 24], '22:17–22:24'],
  ['between two', 30, [17, 24], '22:17–22:25'],
  ['of a range between minutes', 30, [17.4, 23.2], '22:17–22:25'],
  ['just before the next minute', 59, [0.2, 0.9], '22:01–22:02'],
  ['in steps of 5 min', 0, [121, 181], '00:00–01:05'],
] as const)('a clock %s lies around the range beside it', (_, second, [low, high], text) => {
  const at = instant(new Date(2025, 5, 5, 22, 0, second).getTime());
  const left = range(low * MINUTE, high * MINUTE);
  expect(clockRangeText(left, at)).toBe(text);
  const { lowMs, highMs } = clockEnds(left, at);
  expect([lowMs <= at + left.lowMs, highMs >= at + left.highMs]).toEqual([true, true]);
});

test('what a time left is taken from names each basis, the rate in GiB a minute', () => {
  const eta = { kind: 'range', lowMs: 1, highMs: 2 } as const;
  const bytesPerMs = (11.2 * 1024 ** 3) / MINUTE;
  const past = { kind: 'past', jobs: 3, isOfSize: true } as const;
  const bases = [{ kind: 'bytes', bytesPerMs } as const, past];
  expect(basesText('Azure', { eta: { ...eta, bases }, hasTypical: true })).toMatch(
    /11\.2 GiB\/min.*; 3 past jobs of this vault and this size\.$/,
  );
  expect(
    basesText('Azure', { eta: { ...eta, bases: [{ kind: 'azure' }] }, hasTypical: false }),
  ).toBe('Basis: Azure’s own estimate. No typical duration yet.');
  expect(basesText('Azure', { eta: { ...eta, bases: [] }, hasTypical: false })).toBeNull();
  const unknown = { kind: 'unknown', why: 'nothing' } as const;
  expect(basesText('Azure', { eta: unknown, hasTypical: false })).toBeNull();
  expect(readyInText('Azure', unknown)).toContain(leftText(unknown));
});

test('a figure that fell appears in its own unit, with the time', () => {
  const at = instant(new Date(2025, 5, 5, 3, 12).getTime());
  const why = { kind: 'moreTasks' } as const;
  expect(setbackLine('Azure', { figure: 'percent', from: 63, to: 40, at, why })).toBe(
    '03:12: Azure’s percentage fell from 63% to 40%: subtasks were added.',
  );
  expect(setbackLine('Azure', { figure: 'bytes', from: 2 ** 31, to: 2 ** 30, at, why })).toContain(
    'from 2.0 GiB to 1.0 GiB',
  );
  expect(setbackLine('Azure', { figure: 'remaining', from: MINUTE, to: HOUR, at, why })).toContain(
    'rose from 1 min to 1 h',
  );
});
