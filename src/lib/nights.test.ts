import { describe, expect, test } from 'vitest';
import { dateTimeText, timeText } from '#src/lib/format.ts';
import { instant, isoText, isShownTwice, localInstants, localMinute } from '#src/lib/time.ts';
import { typedTimes } from '#src/lib/typed-time.ts';

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
