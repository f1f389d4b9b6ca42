import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, instant } from '#src/lib/time.ts';
import {
  dayInView,
  earlier,
  lastDay,
  later,
  STRIP_DAYS,
  stripDays,
  stripMove,
  strongestOf,
  windowOf,
} from '#src/ui/points/day-strip.ts';
import type { DatedPoint } from '#src/ui/points/filter.ts';
import { examplePoint } from '#src/ui/points/testing.ts';

const at = (text: string, more: Partial<DatedPoint> = {}) =>
  examplePoint({ time: instant(Date.parse(text)), ...more });
const counts = (points: readonly DatedPoint[], last: string, zone: string) =>
  Object.fromEntries(
    stripDays(points, last, zone)
      .filter(({ count }) => count > 0)
      .map(({ day, count }) => [day, count]),
  );

describe('the days of the strip', () => {
  test('are fourteen, over the end of a month, and the last is the one asked for', () => {
    const days = stripDays([], '2025-06-05', 'UTC').map(({ day }) => day);
    expect(days).toHaveLength(14);
    expect(days[0]).toBe('2025-05-23');
    expect(days.slice(8, 10)).toEqual(['2025-05-31', '2025-06-01']);
    expect(days.at(-1)).toBe('2025-06-05');
  });

  test('hold the points of the person’s own days', () => {
    const points = [
      at('2025-06-04T22:02:00Z'),
      at('2025-06-04T23:30:00Z'),
      at('2025-06-05T01:00:00Z'),
    ];
    expect(counts(points, '2025-06-05', 'UTC')).toEqual({ '2025-06-04': 2, '2025-06-05': 1 });
    expect(counts(points, '2025-06-05', 'Europe/Berlin')).toEqual({ '2025-06-05': 3 });
    expect(counts(points, '2025-06-05', 'America/New_York')).toEqual({ '2025-06-04': 3 });
  });

  test('are whole where the clocks change', () => {
    const points = ['2025-10-25T22:30:00Z', '2025-10-26T22:30:00Z', '2025-10-26T23:30:00Z'];
    expect(
      counts(
        points.map((text) => at(text)),
        '2025-10-31',
        'Europe/Berlin',
      ),
    ).toEqual({
      '2025-10-26': 2,
      '2025-10-27': 1,
    });
  });

  test('leave out points that are older, newer, or do not say when they were made', () => {
    const points = [
      at('2025-05-22T12:00:00Z'),
      at('2025-06-06T12:00:00Z'),
      examplePoint({ time: null }),
    ];
    expect(counts(points, '2025-06-05', 'UTC')).toEqual({});
  });

  test('count every point among them once', () => {
    const start = Date.parse('2025-05-23T00:00:00Z');
    const end = Date.parse('2025-06-05T23:59:59Z');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: start, max: end })), (times) => {
        const points = times.map((time) => examplePoint({ time: instant(time) }));
        const days = stripDays(points, '2025-06-05', 'UTC');
        expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(points.length);
      }),
    );
  });
});

test('a day of points that report neither tier nor consistency has their number alone', () => {
  const bare: DatedPoint = { time: instant(Date.parse('2025-06-05T06:00:00Z')) };
  const day = stripDays([bare, bare], '2025-06-05', 'UTC').at(-1);
  expect(day).toMatchObject({ count: 2, strongest: null });
  expect(Object.values(day?.marks ?? {}).flat()).toEqual([]);
});

describe('what a day shows', () => {
  const dayOf = (...points: DatedPoint[]) => stripDays(points, '2025-06-05', 'UTC').at(-1);

  test('is a mark in each row in which a copy lies, at its time', () => {
    const day = dayOf(
      at('2025-06-05T06:00:00Z', { tier: 'SnapshotAndVault' }),
      at('2025-06-05T12:30:00Z', { tier: 'Snapshot', consistency: 'CrashConsistent' }),
      at('2025-06-05T13:30:00Z', { tier: 'Archive' }),
      at('2025-06-05T14:30:00Z', { tier: 'unknown' }),
    );
    expect(day?.marks).toEqual({
      Snapshot: [
        { minute: 360, consistency: 'AppConsistent' },
        { minute: 750, consistency: 'CrashConsistent' },
      ],
      Vault: [{ minute: 360, consistency: 'AppConsistent' }],
      Archive: [{ minute: 810, consistency: 'AppConsistent' }],
    });
    expect(day?.count).toBe(4);
  });

  test('is one mark an hour, the strongest', () => {
    const day = dayOf(
      at('2025-06-05T06:00:00Z', { consistency: 'CrashConsistent', tier: 'Snapshot' }),
      at('2025-06-05T06:20:00Z', { consistency: 'AppConsistent', tier: 'Snapshot' }),
      at('2025-06-05T06:40:00Z', { consistency: 'AppConsistent', tier: 'Snapshot' }),
    );
    expect(day?.marks.Snapshot).toEqual([{ minute: 380, consistency: 'AppConsistent' }]);
    expect(day?.count).toBe(3);
  });

  test.each([
    [['CrashConsistent', 'AppConsistent', 'FileSystemConsistent'], 'AppConsistent'],
    [['CrashConsistent', 'FileSystemConsistent'], 'FileSystemConsistent'],
    [['unknown', 'CrashConsistent'], 'CrashConsistent'],
    [['unknown'], 'unknown'],
    [[], null],
  ] as const)('of %j the strongest is %s', (all, strongest) => {
    expect(strongestOf(all.map((consistency) => ({ consistency })))).toBe(strongest);
  });
});

describe('which days are shown', () => {
  const today = '2025-06-05';

  test.each([
    ['nothing asked', undefined, null, today],
    ['a day asked', '2025-05-22', null, '2025-05-22'],
    ['what is no day', 'never', null, today],
    ['a day that is still to come', '2026-01-01', null, today],
    ['a chosen day of these', undefined, '2025-05-23', today],
    ['a chosen day before these', undefined, '2025-05-22', '2025-05-22'],
    ['a chosen day long ago', undefined, '2025-01-31', '2025-02-13'],
    ['a chosen day that is still to come', undefined, '2025-07-01', today],
    ['both, of which the strip goes first', '2025-06-01', '2025-01-31', '2025-06-01'],
  ])('%s', (_, until, chosen, last) => {
    expect(lastDay(until, chosen, today)).toBe(last);
  });

  test('a day is always among those of its window, and windows do not overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (ago) => {
        const day = addDays(today, -ago);
        const last = windowOf(day, today);
        expect(daysBetween(day, last)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(day, last)).toBeLessThan(STRIP_DAYS);
        expect(daysBetween(last, today) % STRIP_DAYS).toBe(0);
      }),
    );
  });

  test('earlier and later go by fourteen days, and never past today', () => {
    expect(earlier(today)).toBe('2025-05-22');
    expect(later('2025-05-22', today)).toBe(today);
    expect(later('2025-05-29', today)).toBe(today);
    expect(later(today, today)).toBe(today);
  });

  test.each([
    ['the newest point', null, '2025-06-04T22:03:00Z', '2025-06-04'],
    [
      'the moment before which one is wanted',
      '2025-05-01T01:00:00Z',
      '2025-06-04T22:03:00Z',
      '2025-05-01',
    ],
    [
      'the newest point, where that is older',
      '2025-06-05T01:00:00Z',
      '2025-06-04T22:03:00Z',
      '2025-06-04',
    ],
    ['nothing, where nothing is known', null, null, null],
  ])('unless a day is chosen those with %s', (_, before, newest, day) => {
    const moment = (text: string | null) => (text === null ? null : instant(Date.parse(text)));
    expect(dayInView(moment(before), moment(newest))).toBe(day);
  });
});

test.each([
  ['ArrowLeft', 5, { index: 4, page: null }],
  ['ArrowRight', 5, { index: 6, page: null }],
  ['ArrowLeft', 0, { index: 13, page: 'earlier' }],
  ['ArrowRight', 13, { index: 0, page: 'later' }],
  ['Home', 5, { index: 0, page: null }],
  ['End', 5, { index: 13, page: null }],
  ['PageUp', 5, { index: 5, page: 'earlier' }],
  ['PageDown', 5, { index: 5, page: 'later' }],
  ['Tab', 5, null],
  ['Enter', 5, null],
])('%s on day %i', (key, index, move) => {
  expect(stripMove(key, index)).toEqual(move);
});
