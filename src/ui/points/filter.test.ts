import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseZone, instant, isoText, timeAddress } from '#src/lib/time.ts';
import { typedTimes } from '#src/lib/typed-time.ts';
import {
  addressWords,
  CONSISTENCIES,
  type DatedPoint,
  fits,
  isFiltering,
  type PointFilter,
  type PointSearch,
  readFilter,
  TIERS,
} from '#src/ui/points/filter.ts';
import { examplePoint } from '#src/ui/points/testing.ts';

const read = (search: PointSearch) => readFilter(search);

describe('what an address asks for', () => {
  test('is everything where it says nothing', () => {
    const { filter, ignored } = read({});
    expect(isFiltering(filter)).toBe(false);
    expect(ignored).toEqual([]);
    expect(fits(examplePoint({ time: null, tier: 'unknown' }), filter)).toBe(true);
  });

  test('is taken word for word', () => {
    expect(
      read({
        from: '2025-05-01',
        to: '2025-06-05',
        day: '2025-06-04',
        before: '2025-06-05T01:00:00Z',
        until: '2025-06-05',
        tier: 'vaultStandard,snapshot',
        consistency: 'crash',
      }),
    ).toEqual({
      filter: {
        from: '2025-05-01',
        to: '2025-06-05',
        day: '2025-06-04',
        before: Date.parse('2025-06-05T01:00:00Z'),
        tiers: ['Vault', 'Snapshot'],
        consistencies: ['CrashConsistent'],
      },
      ignored: [],
    });
  });

  test.each([
    ['a day that is none', { day: 'yesterday' }, ['day', 'yesterday']],
    ['30 February', { from: '2025-02-30' }, ['from', '2025-02-30']],
    ['an end of the strip that is none', { until: '5' }, ['until', '5']],
    ['an end before its beginning', { from: '2025-06-05', to: '2025-06-04' }, ['to', '2025-06-04']],
    ['a time without its day', { before: '01:00' }, ['before', '01:00']],
    ['a tier of another product', { tier: 'cool' }, ['tier', 'cool']],
    ['letter case', { consistency: 'Crash' }, ['consistency', 'Crash']],
  ])('%s is named and changes nothing else', (_, search, [name, value]) => {
    const { filter, ignored } = read({ tier: 'snapshot', ...search });
    expect(ignored).toEqual([`${name}=${value}`]);
    expect(filter.tiers).toEqual(name === 'tier' ? [] : ['Snapshot']);
  });

  test('keeps the words of a list that mean something', () => {
    const { filter, ignored } = read({ tier: 'cool,snapshot,,warm' });
    expect(filter.tiers).toEqual(['Snapshot']);
    expect(ignored).toEqual(['tier=cool', 'tier=warm']);
  });

  test('never throws, whatever stands there', () => {
    const anything = fc.dictionary(
      fc.constantFrom('from', 'to', 'day', 'until', 'before', 'tier', 'consistency', 'compare'),
      fc.string(),
    );
    fc.assert(
      fc.property(anything, (search) => {
        expect(() => read(search)).not.toThrow();
      }),
    );
  });
});

describe('a point is shown', () => {
  // Noon, so that the day is the same in every time zone in which this may run.
  const on = (day: string, more: Partial<DatedPoint> = {}) =>
    examplePoint({ time: instant(new Date(`${day}T12:00:00`).getTime()), ...more });

  test.each([
    ['on the first day', { from: '2025-06-05' }, '2025-06-05', true],
    ['before it', { from: '2025-06-05' }, '2025-06-04', false],
    ['on the last day', { to: '2025-06-05' }, '2025-06-05', true],
    ['after it', { to: '2025-06-05' }, '2025-06-06', false],
    ['between both', { from: '2025-05-30', to: '2025-06-02' }, '2025-06-01', true],
    ['on the one day', { day: '2025-06-05' }, '2025-06-05', true],
    ['on another', { day: '2025-06-05' }, '2025-06-06', false],
    [
      'on the one day, outside of the others',
      { day: '2025-06-05', to: '2025-06-04' },
      '2025-06-05',
      false,
    ],
  ])('%s: %o, %s is %s', (_, search, day, isShown) => {
    expect(fits(on(day), read(search).filter)).toBe(isShown);
  });

  test('by its tier and its consistency, both', () => {
    const { filter } = read({ tier: 'snapshot,vaultArchive', consistency: 'crash' });
    expect(addressWords(TIERS, filter.tiers)).toEqual(['snapshot', 'vaultArchive']);
    expect(addressWords(CONSISTENCIES, filter.consistencies)).toEqual(['crash']);
    const shown = (more: Partial<DatedPoint>) => fits(on('2025-06-05', more), filter);
    expect(shown({ tier: 'Archive', consistency: 'CrashConsistent' })).toBe(true);
    expect(shown({ tier: 'Vault', consistency: 'CrashConsistent' })).toBe(false);
    expect(shown({ tier: 'Snapshot', consistency: 'AppConsistent' })).toBe(false);
    expect(shown({ tier: 'unknown', consistency: 'CrashConsistent' })).toBe(false);
  });

  test('without its time only where the filter has no time', () => {
    expect(fits(examplePoint({ time: null }), read({ day: '2025-06-05' }).filter)).toBe(false);
    expect(fits(examplePoint({ time: null }), read({ tier: 'snapshot' }).filter)).toBe(false);
    expect(
      fits(examplePoint({ time: null, tier: 'Snapshot' }), read({ tier: 'snapshot' }).filter),
    ).toBe(true);
  });

  test.each([
    ['the second before it', '2025-06-05T00:59:59Z', true],
    ['that moment itself', '2025-06-05T01:00:00Z', false],
    ['after it', '2025-06-05T01:00:01Z', false],
    ['long before it', '2024-06-05T01:00:00Z', true],
  ])('before a moment where it is of %s', (_, text, isShown) => {
    const { filter } = read({ before: '2025-06-05T01:00:00Z' });
    expect(fits(examplePoint({ time: instant(Date.parse(text)) }), filter)).toBe(isShown);
    expect(isFiltering(filter)).toBe(true);
  });

  test('without a tier or a consistency only where the filter has none', () => {
    const bare: DatedPoint = { time: instant(Date.parse('2025-06-05T00:00:00Z')) };
    expect(fits(bare, read({ before: '2025-06-05T01:00:00Z' }).filter)).toBe(true);
    expect(fits(bare, read({ tier: 'snapshot' }).filter)).toBe(false);
    expect(fits(bare, read({ consistency: 'crash' }).filter)).toBe(false);
  });
});

describe('a typed time and the day of a restore point, in the time zone that is shown', () => {
  const now = instant(Date.parse('2025-06-05T02:44:00Z'));
  const before = (text: string) =>
    read({ before: timeAddress(typedTimes(text, now)?.[0] ?? now) }).filter;
  const shown = (time: string, filter: PointFilter) =>
    fits(examplePoint({ time: instant(Date.parse(time)) }), filter);

  test.each(['utc', 'local'] as const)('%s: of 01:00 today is what was before one', (zone) => {
    chooseZone(zone);
    const one = typedTimes('01:00', now)?.[0] ?? now;
    expect(shown(isoText(instant(one - 1)), before('01:00'))).toBe(true);
    expect(shown(isoText(one), before('01:00'))).toBe(false);
    chooseZone('local');
  });

  test('of midnight leaves out the whole day, and the last second before it stays', () => {
    chooseZone('utc');
    const midnight = before('5 Jun 00:00');
    expect(shown('2025-06-04T23:59:59Z', midnight)).toBe(true);
    expect(shown('2025-06-05T00:00:00Z', midnight)).toBe(false);
    expect(shown('2025-06-04T23:59:59Z', read({ day: '2025-06-05' }).filter)).toBe(false);
    expect(shown('2025-06-05T00:00:00Z', read({ day: '2025-06-05' }).filter)).toBe(true);
    chooseZone('local');
  });
});
