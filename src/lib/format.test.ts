import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dateTimeText,
  dayOfMonthText,
  dayText,
  durationText,
  leastDurationText,
  momentPattern,
  momentPieces,
  momentText,
  preciseTimeText,
  timeText,
  weekdayText,
  widthOfMoments,
} from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';

/** A moment of the person's own day, wherever the test runs. */
const here = (hours: number, minutes: number, seconds: number) =>
  instant(new Date(2025, 5, 5, hours, minutes, seconds).getTime());

test('a moment of another day is written with its day and year', () => {
  expect(momentText(here(2, 44, 0), here(23, 0, 0))).toBe('02:44');
  const before = instant(here(2, 44, 0) - 5 * 3_600_000);
  expect(momentText(before, here(2, 44, 0))).toBe('4 Jun 2025, 21:44');
});

describe('a time for people', () => {
  test.each([
    ['00:05', here(0, 5, 9), '00:05:09'],
    ['02:44', here(2, 44, 10), '02:44:10'],
    ['12:00', here(12, 0, 0), '12:00:00'],
    ['23:59', here(23, 59, 59), '23:59:59'],
  ])('%s is written on a clock of 24 hours', (short, at, precise) => {
    expect(timeText(at)).toBe(short);
    expect(preciseTimeText(at)).toBe(precise);
    expect(dateTimeText(at)).toBe(`5 Jun 2025, ${short}`);
  });
});

describe('a day for people', () => {
  test.each([
    ['2025-06-05', '5 Jun 2025', '5 Jun', 'Thu'],
    ['2024-02-29', '29 Feb 2024', '29 Feb', 'Thu'],
    ['2025-12-31', '31 Dec 2025', '31 Dec', 'Wed'],
  ])('%s keeps its name in every time zone', (name, whole, short, weekday) => {
    expect([dayText(name), dayOfMonthText(name), weekdayText(name)]).toEqual([
      whole,
      short,
      weekday,
    ]);
  });
});

describe('a duration for people', () => {
  test.each([
    [0, '0 s'],
    [-4000, '0 s'],
    [499, '0 s'],
    [500, '1 s'],
    [12_000, '12 s'],
    [545_000, '9 min 5 s'],
    [59_999, '1 min'],
    [5_520_000, '1 h 32 min'],
    [3_605_000, '1 h'],
    [90_000_000, '1 d 1 h'],
    [86_400_000 + 60_000, '1 d'],
  ])('%i ms is "%s"', (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });

  test('has one or two parts and never loses more than the second of them', () => {
    const unitMs = new Map([
      ['d', 86_400_000],
      ['h', 3_600_000],
      ['min', 60_000],
      ['s', 1000],
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 300 * 86_400_000 }), (ms) => {
        const parts = [...durationText(ms).matchAll(/(\d+) (\w+)/g)];
        expect(parts.length).toBeGreaterThan(0);
        expect(parts.length).toBeLessThan(3);
        const shownMs = parts.reduce(
          (sum, [, n, unit = '']) => sum + Number(n) * (unitMs.get(unit) ?? 0),
          0,
        );
        const first = unitMs.get(parts[0]?.[2] ?? '') ?? 0;
        expect(Math.abs(ms - shownMs)).toBeLessThanOrEqual(Math.max(1000, first / 24));
      }),
    );
  });
});

test.each([
  [-4000, '0 s'],
  [999, '0 s'],
  [59_999, '59 s'],
  [119_999, '1 min'],
  [3_599_999, '59 min'],
  [86_399_999, '23 h 59 min'],
  [2 * 86_400_000 - 1, '1 d 23 h'],
])('the least of %i ms is "%s"', (ms, text) => {
  expect(leastDurationText(ms)).toBe(text);
});

const LOCALES = ['en-GB', 'en-US', 'en-CA', 'en-AU', 'en-IN', 'en-ZA', 'en-NZ', 'en-IE', 'en'];

test.each(LOCALES)('in %s every written moment is found, as its day and its hour', (locale) => {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const pattern = momentPattern(format);
  for (let month = 0; month < 12; month += 1) {
    for (const [day, hour] of [
      [4, 9],
      [28, 21],
      [30, 0],
    ] as const) {
      const text = format.format(Date.UTC(2025, month, day, hour, 31));
      const pieces = `Changes since ${text}, and later`.split(pattern);
      expect(pieces).toHaveLength(4);
      expect(`${pieces[1] ?? ''} ${pieces[2] ?? ''}`).toBe(text);
      expect(pieces[1]).toContain('2025');
      expect(pieces[2]).toContain(':31');
    }
  }
});

test('a text without a moment is one piece, and the time of a day alone is none', () => {
  expect(momentPieces('vm:01')).toEqual(['vm:01']);
  expect(momentPieces('Draft saved 02:45.')).toHaveLength(1);
  expect(momentPieces('4 Jun 2025, 22:03')).toEqual(['', '4 Jun 2025,', '22:03', '']);
});

test('a column is as wide as the widest moment, and as the sentence around it', () => {
  expect(widthOfMoments()).toBeGreaterThanOrEqual(120);
  expect(widthOfMoments((time) => `after ${time}`)).toBe(widthOfMoments() + 5 * 8 + 4);
});
