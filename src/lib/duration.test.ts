import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDuration, parseDurationMs } from '#src/lib/time.ts';

describe('a duration that Azure sent', () => {
  test.each([
    ['PT1M17.3555892S', 77_356],
    ['PT44.3593003S', 44_359],
    ['PT0S', 0],
    ['PT2H', 7_200_000],
    ['P1DT2H3M4S', 93_784_000],
    ['P7D', 604_800_000],
    ['P2W', 1_209_600_000],
    ['P1W2DT3H', 788_400_000],
    ['PT1.5H', 5_400_000],
    ['P0.5D', 43_200_000],
    ['PT0,5S', 500],
    ['PT90M', 5_400_000],
    ['PT0.0004S', 0],
    [' pt5s ', 5000],
    ['00:01:17', 77_000],
    ['00:00:00', 0],
    ['1.02:00:00.5', 93_600_500],
    ['26:00:00.1234567', 93_600_123],
  ])('%s is %i ms', (text, ms) => {
    expect(parseDurationMs(text)).toBe(ms);
  });

  test.each([
    undefined,
    null,
    '',
    'P',
    'PT',
    'P1DT',
    'PT5',
    '5S',
    '-PT5S',
    'PT-5S',
    'P1M',
    'P1Y',
    'P5',
    'PT1S2M',
    'PT1.2.3S',
    'PTNaNS',
    `PT${'9'.repeat(400)}S`,
    '1:2:3',
    '-00:01:00',
    'soon',
    '7D',
  ])('%s is none', (text) => {
    expect(parseDurationMs(text)).toBeNull();
  });
});

describe('a duration that is written', () => {
  test.each([
    [0, 'PT0S'],
    [-5, 'PT0S'],
    [3500, 'PT3.5S'],
    [60_000, 'PT1M'],
    [3_723_500, 'PT1H2M3.5S'],
    [90_000_000, 'PT25H'],
  ])('%i ms is %s', (ms, text) => {
    expect(isoDuration(ms)).toBe(text);
  });

  test('says the same when it is read again, to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 86_400_000 }), (ms) => {
        expect(parseDurationMs(isoDuration(ms))).toBe(ms);
      }),
    );
  });
});

test('the clock form means what the ISO form means', () => {
  const parts = fc.record({
    hours: fc.integer({ min: 0, max: 99 }),
    minutes: fc.integer({ min: 0, max: 59 }),
    seconds: fc.integer({ min: 0, max: 59 }),
  });
  const two = (part: number) => String(part).padStart(2, '0');
  fc.assert(
    fc.property(parts, ({ hours, minutes, seconds }) => {
      const clock = `${two(hours)}:${two(minutes)}:${two(seconds)}`;
      expect(parseDurationMs(clock)).toBe(
        parseDurationMs(`PT${String(hours)}H${String(minutes)}M${String(seconds)}S`),
      );
    }),
  );
});
