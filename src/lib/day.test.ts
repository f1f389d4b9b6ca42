import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, daysUpTo, instant, parseDay } from '#src/lib/time.ts';

const at = (text: string) => instant(Date.parse(text));

describe('the day of a moment', () => {
  test.each([
    ['UTC', '2025-06-05T02:44:00Z', '2025-06-05'],
    ['Europe/Berlin', '2025-06-04T22:30:00Z', '2025-06-05'],
    ['America/Los_Angeles', '2025-06-05T02:44:00Z', '2025-06-04'],
    ['Pacific/Kiritimati', '2024-12-31T10:00:00Z', '2025-01-01'],
    // The hour that comes twice and the hour that does not come, Berlin 2025.
    ['Europe/Berlin', '2025-10-26T00:30:00Z', '2025-10-26'],
    ['Europe/Berlin', '2025-10-26T01:30:00Z', '2025-10-26'],
    ['Europe/Berlin', '2025-10-26T22:59:59Z', '2025-10-26'],
    ['Europe/Berlin', '2025-10-26T23:00:00Z', '2025-10-27'],
    ['Europe/Berlin', '2025-03-30T21:59:59Z', '2025-03-30'],
    ['Europe/Berlin', '2025-03-30T22:00:00Z', '2025-03-31'],
  ])('in %s at %s is %s', (zone, moment, day) => {
    expect(dayOf(at(moment), zone)).toBe(day);
  });

  test('is the browser’s own where no zone is named', () => {
    const noon = new Date(2025, 1, 28, 12).getTime();
    expect(dayOf(instant(noon))).toBe('2025-02-28');
    expect(dayOf(instant(new Date(2025, 1, 28, 0, 0, 1).getTime()))).toBe('2025-02-28');
    expect(dayOf(instant(new Date(2025, 1, 28, 23, 59, 59).getTime()))).toBe('2025-02-28');
  });
});

describe('a text as a day', () => {
  test.each(['2025-06-05', '2024-02-29', '1999-12-31'])('%s is one', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  test.each([
    '',
    'yesterday',
    '2025-02-29',
    '2025-06-31',
    '2025-6-5',
    '2025-06-05T00:00',
    '5.6.2025',
  ])('“%s” is none', (text) => {
    expect(parseDay(text)).toBeNull();
  });
});

describe('days in a row', () => {
  test.each([
    [
      'over the end of a month',
      '2025-06-02',
      ['2025-05-30', '2025-05-31', '2025-06-01', '2025-06-02'],
    ],
    ['over a leap day', '2024-03-01', ['2024-02-27', '2024-02-28', '2024-02-29', '2024-03-01']],
    [
      'over the end of a year',
      '2025-01-02',
      ['2024-12-30', '2024-12-31', '2025-01-01', '2025-01-02'],
    ],
    [
      'over the change of clocks',
      '2025-03-31',
      ['2025-03-28', '2025-03-29', '2025-03-30', '2025-03-31'],
    ],
  ])('%s', (_, last, days) => {
    expect(daysUpTo(last, days.length)).toEqual(days);
  });

  test('are as many as asked for, each the day after the one before', () => {
    const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((n) => addDays('1970-01-01', n));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (last, count) => {
        const days = daysUpTo(last, count);
        expect(days).toHaveLength(count);
        expect(days.at(-1)).toBe(last);
        for (const [index, day] of days.entries()) {
          expect(parseDay(day)).toBe(day);
          expect(addDays(days[0] ?? '', index)).toBe(day);
        }
        expect(days.toSorted()).toEqual(days);
      }),
    );
  });
});
