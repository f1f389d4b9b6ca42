import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { dateTimeText, dayText, timeText } from '#src/lib/format.ts';
import {
  dayOf,
  instant,
  type Instant,
  isoText,
  isShownTwice,
  localInstants,
  localMinute,
} from '#src/lib/time.ts';
import { typedDay, typedTimes } from '#src/lib/typed-time.ts';

/** A moment of the calendar, wherever the tests run. */
const local = (year: number, month: number, day: number, clock = '0:00'): Instant => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return localInstants({ year, month, day, hour, minute })?.[0] ?? instant(Number.NaN);
};
/** The first of the moments that a text means. */
const typedTime = (text: string, at: Instant): Instant | null => typedTimes(text, at)?.[0] ?? null;
const now = local(2025, 6, 5, '2:44');

describe('a time is understood as people type it', () => {
  test.each([
    ['22:00', local(2025, 6, 4, '22:00')],
    ['2:40', local(2025, 6, 5, '2:40')],
    ['02.44', now],
    [' 4 Jun 22:00 ', local(2025, 6, 4, '22:00')],
    ['4. june 2025, 22:00', local(2025, 6, 4, '22:00')],
    ['4 Jun 2025 22:00', local(2025, 6, 4, '22:00')],
    ['Jun 4, 2025, 10:00 PM', local(2025, 6, 4, '22:00')],
    ['Jun 4 12:30 am', local(2025, 6, 4, '0:30')],
    ['10:00 pm', local(2025, 6, 4, '22:00')],
    ['31 Dec 23:59', local(2024, 12, 31, '23:59')],
    ['2025-06-04 22:00', local(2025, 6, 4, '22:00')],
    ['2025-06-04T22:00', local(2025, 6, 4, '22:00')],
    ['2025-6-4, 22:00:30', local(2025, 6, 4, '22:00')],
    ['2025-06-04T22:00:00Z', Date.parse('2025-06-04T22:00:00Z')],
    ['2025-06-04T22:00:00+02:00', Date.parse('2025-06-04T20:00:00Z')],
  ])('%s', (text, expected) => {
    expect(typedTime(text, now)).toBe(expected);
  });

  test('the last 22:00 before the first hour of a year was in the year before', () => {
    expect(typedTime('22:00', local(2025, 1, 1, '0:30'))).toBe(local(2024, 12, 31, '22:00'));
    expect(typedTime('22:00', local(2024, 3, 1, '0:30'))).toBe(local(2024, 2, 29, '22:00'));
    expect(typedTime('22:00', local(2025, 3, 1, '0:30'))).toBe(local(2025, 2, 28, '22:00'));
  });
});

test.each([
  '',
  'yesterday',
  '25:00',
  '22:60',
  '22',
  '31 Feb 2025 22:00',
  '30 Xyz 2025 22:00',
  '2025-13-01 22:00',
  '2025-06-31 22:00',
  '0001-01-01T00:00:00Z',
  '4 Jun 2025',
])('%j is no time', (text) => {
  expect(typedTime(text, now)).toBeNull();
});

const minutes = fc
  .integer({ min: Date.parse('2000-01-01T00:00Z'), max: Date.parse('2099-01-01T00:00Z') })
  .map((ms) => instant(ms - (ms % 60_000)));

test('what the product writes as a time can be typed back', () => {
  fc.assert(
    fc.property(minutes, (at) => {
      const back = typedTime(dateTimeText(at), now);
      // Where clocks are put back an hour is there twice.
      expect(back === null ? null : dateTimeText(back)).toBe(dateTimeText(at));
      expect(typedTime(isoText(at), now)).toBe(at);
      const clock = typedTime(timeText(at), at);
      expect(clock === null ? null : timeText(clock)).toBe(timeText(at));
    }),
  );
});

test('a minute of the calendar is the minute of its moment', () => {
  fc.assert(
    fc.property(minutes, (at) => {
      const minute = localMinute(at);
      const back = localInstants(minute)?.[0] ?? null;
      expect(back === null ? null : localMinute(back)).toEqual(minute);
    }),
  );
});

describe('a day that is typed', () => {
  test.for([
    ['3 Jun 2025', '2025-06-03'],
    [' 3 june  2025 ', '2025-06-03'],
    ['Jun 3, 2025', '2025-06-03'],
    ['2025-6-3', '2025-06-03'],
    ['2030-01-01', '2030-01-01'],
    ['5 Jun', '2025-06-05'],
    ['6 Jun', '2024-06-06'],
    ['', null],
    ['31 Feb 2025', null],
    ['3 Jun 2025 22:00', null],
    ['22:00', null],
    ['3', null],
  ] as const)('%j', ([text, day]) => {
    expect(typedDay(text, '2025-06-05')).toBe(day);
  });

  test('is read back as the page writes it', () => {
    fc.assert(
      fc.property(minutes, (at) => {
        expect(typedDay(dayText(dayOf(at, 'UTC')), '2025-06-05')).toBe(dayOf(at, 'UTC'));
      }),
    );
  });
});

/** Time zones × the nights in which their clocks are changed: what is shown, and what can be typed. */

interface Night {
  readonly zone: string;
  /** Typed, as a clock on the wall shows it. */
  readonly typed: string;
  /** All the moments at which it does, in UTC. */
  readonly moments: readonly string[];
}

const NIGHTS: readonly Night[] = [
  // In autumn an hour comes twice, on Lord Howe Island half of one.
  {
    zone: 'Europe/Berlin',
    typed: '2025-10-26 02:30',
    moments: ['2025-10-26T00:30', '2025-10-26T01:30'],
  },
  {
    zone: 'Europe/Berlin',
    typed: '2025-10-26 02:00',
    moments: ['2025-10-26T00:00', '2025-10-26T01:00'],
  },
  { zone: 'Europe/Berlin', typed: '2025-10-26 01:59', moments: ['2025-10-25T23:59'] },
  { zone: 'Europe/Berlin', typed: '2025-10-26 03:00', moments: ['2025-10-26T02:00'] },
  {
    zone: 'America/New_York',
    typed: '2025-11-02 01:30',
    moments: ['2025-11-02T05:30', '2025-11-02T06:30'],
  },
  { zone: 'America/New_York', typed: '2025-11-02 02:30', moments: ['2025-11-02T07:30'] },
  {
    zone: 'Australia/Lord_Howe',
    typed: '2025-04-06 01:45',
    moments: ['2025-04-05T14:45', '2025-04-05T15:15'],
  },
  { zone: 'Australia/Lord_Howe', typed: '2025-04-06 01:15', moments: ['2025-04-05T14:15'] },
  { zone: 'Australia/Lord_Howe', typed: '2025-04-06 02:00', moments: ['2025-04-05T15:30'] },
  { zone: 'UTC', typed: '2025-10-26 02:30', moments: ['2025-10-26T02:30'] },
  // In spring an hour is left out.
  { zone: 'Europe/Berlin', typed: '2025-03-30 02:30', moments: [] },
  { zone: 'Europe/Berlin', typed: '2025-03-30 03:00', moments: ['2025-03-30T01:00'] },
  { zone: 'America/New_York', typed: '2025-03-09 02:30', moments: [] },
  { zone: 'America/New_York', typed: '2025-03-09 03:30', moments: ['2025-03-09T07:30'] },
  { zone: 'Australia/Lord_Howe', typed: '2025-10-05 02:15', moments: [] },
  { zone: 'Australia/Lord_Howe', typed: '2025-10-05 02:30', moments: ['2025-10-04T15:30'] },
  { zone: 'UTC', typed: '2025-03-30 02:30', moments: ['2025-03-30T02:30'] },
];

const at = (utc: string) => instant(Date.parse(`${utc}Z`));
const LATER = at('2026-01-01T00:00');

test('the table is whole', () => {
  console.log(`Zones × nights: ${String(NIGHTS.length)} rows.`);
  expect(NIGHTS).toHaveLength(17);
  expect(new Set(NIGHTS.map(({ zone }) => zone)).size).toBe(4);
});

describe.each(NIGHTS)('$typed in $zone', ({ zone, typed, moments }) => {
  const all = moments.map(at);

  test('is each of its moments, and no other', () => {
    expect(typedTimes(typed, LATER, zone)).toEqual(all);
  });

  test('its moments show it, each unmistakably', () => {
    const shown = all.map((moment) => dateTimeText(moment, zone));
    expect(new Set(shown).size).toBe(all.length);
    expect(shown.every((text) => text.includes('UTC'))).toBe(all.length !== 1);
    for (const moment of all) {
      expect(isShownTwice(moment, zone)).toBe(all.length === 2);
      expect(localInstants(localMinute(moment, zone), zone)).toEqual(all);
      expect(typedTimes(dateTimeText(moment, zone), LATER, zone)).toEqual([moment]);
    }
  });
});

describe('the clock alone', () => {
  const inBerlin = (text: string, utc: string) =>
    typedTimes(text, at(utc), 'Europe/Berlin')?.map((moment) => isoText(moment).slice(0, 16));

  test('is both in the night in which it comes twice, as far as they have passed', () => {
    expect(inBerlin('02:30', '2025-10-26T08:00')).toEqual(['2025-10-26T00:30', '2025-10-26T01:30']);
    expect(inBerlin('02:30', '2025-10-26T00:45')).toEqual(['2025-10-26T00:30']);
    expect(inBerlin('02:30 UTC+01:00', '2025-10-26T08:00')).toEqual(['2025-10-26T01:30']);
  });

  test('is none in the night that leaves it out, and isn’t moved to the day before', () => {
    expect(inBerlin('02:30', '2025-03-30T08:00')).toEqual([]);
    expect(inBerlin('02:30', '2025-03-29T23:30')).toEqual(['2025-03-29T01:30']);
  });

  test('is written with its distance from UTC in the hour that comes twice', () => {
    const shown = ['2025-10-26T00:30', '2025-10-26T01:30', '2025-10-26T02:30'].map((utc) =>
      timeText(at(utc), 'Europe/Berlin'),
    );
    expect(shown).toEqual(['02:30 UTC+02:00', '02:30 UTC+01:00', '03:30']);
  });
});
