import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';

import {
  browserZone,
  dateTimeText,
  namedDateText,
  offsetText,
  preciseTimeText,
  timeZoneText,
} from '#src/lib/format.ts';
import {
  addDays,
  chooseZone,
  dayOf,
  daysUpTo,
  instant,
  isoDuration,
  isoText,
  localInstants,
  localMinute,
  onZoneChange,
  parseDay,
  parseDurationMs,
  parseInstant,
  parseUsDateTime,
  usDateTime,
  zoneChoice,
} from '#src/lib/time.ts';
import { typedTimes } from '#src/lib/typed-time.ts';

const at = (text: string) => instant(Date.parse(text));

describe('text that Azure writes for a time', () => {
  test.each([
    ['with seven decimals', '2018-06-04T06:06:00.5121087Z', '2018-06-04T06:06:00.512Z'],
    ['with nine decimals', '2025-05-08T08:38:46.100212299Z', '2025-05-08T08:38:46.100Z'],
    ['with one decimal', '2025-05-08T08:38:46.5Z', '2025-05-08T08:38:46.500Z'],
    ['without decimals', '2025-05-08T08:38:46Z', '2025-05-08T08:38:46.000Z'],
    ['without a zone, which is UTC', '2025-06-04T08:32:56.9510528', '2025-06-04T08:32:56.951Z'],
    ['with an offset', '2025-05-08T10:38:46.1002122+02:00', '2025-05-08T08:38:46.100Z'],
    ['in the year 9999', '9999-12-31T23:59:59.9999999Z', '9999-12-31T23:59:59.999Z'],
  ])('is read %s', (_, text, expected) => {
    expect(parseInstant(text)).toBe(at(expected));
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty text', ''],
    ['the year 1, which means "not yet"', '0001-01-01T00:00:00'],
    ['the year 1 with a zone', '0001-01-01T00:00:00Z'],
    ['the local text of property bags', '5/8/2025 8:38:46 AM'],
    ['a date alone', '2025-05-08'],
    ['a month that does not exist', '2025-13-08T08:38:46Z'],
    ['an hour that does not exist', '2025-05-08T25:00:00Z'],
    ['text around a time', 'at 2025-05-08T08:38:46Z'],
  ])('is no time when it is %s', (_, text) => {
    expect(parseInstant(text)).toBeNull();
  });
});

const moments = fc.integer({
  min: at('0002-01-01T00:00:00.000Z'),
  max: at('9999-12-31T23:59:59.999Z'),
});

test('a moment written and read again is the same moment', () => {
  fc.assert(
    fc.property(moments, (ms) => {
      expect(parseInstant(isoText(instant(ms)))).toBe(ms);
    }),
  );
});

test('digits after the third never move a moment', () => {
  fc.assert(
    fc.property(moments, fc.stringMatching(/^\d{0,6}$/), (ms, digits) => {
      expect(parseInstant(`${isoText(instant(ms)).slice(0, -1)}${digits}Z`)).toBe(ms);
    }),
  );
});

describe('a date in a filter', () => {
  test.each([
    ['midnight is 12 AM', '2025-06-05T00:00:00.000Z', '2025-06-05 12:00:00 AM'],
    ['a minute past midnight', '2025-06-05T00:01:02.000Z', '2025-06-05 12:01:02 AM'],
    ['the last second before noon', '2025-06-05T11:59:59.999Z', '2025-06-05 11:59:59 AM'],
    ['noon is 12 PM', '2025-06-05T12:00:00.000Z', '2025-06-05 12:00:00 PM'],
    ['one in the afternoon', '2025-06-05T13:05:09.000Z', '2025-06-05 01:05:09 PM'],
    ['the last second of a day', '2025-06-05T23:59:59.000Z', '2025-06-05 11:59:59 PM'],
  ])('%s', (_, text, expected) => {
    expect(usDateTime(instant(at(text)))).toBe(expected);
  });

  test('names the second it was made from', () => {
    fc.assert(
      fc.property(moments, (ms) => {
        const match = /^(\S+) (\d\d):(\d\d:\d\d) (AM|PM)$/.exec(usDateTime(instant(ms)));
        const [, day, hour, rest, half] = match ?? [];
        const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
        const second = `${day}T${String(hours).padStart(2, '0')}:${rest}`;
        expect(isoText(instant(ms)).startsWith(second)).toBe(true);
      }),
    );
  });
});

describe('a time among the properties of a job', () => {
  test('is the second that it was made from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: at('2099-12-31T23:59:59Z') }), (ms) => {
        const [, year, month, day, clock] =
          /^(\d+)-(\d\d)-(\d\d) (.*)$/.exec(usDateTime(instant(ms))) ?? [];
        const text = `${Number(month)}/${Number(day)}/${year} ${clock?.replace(/^0/, '')}`;
        expect(parseUsDateTime(text)).toBe(Math.floor(ms / 1000) * 1000);
      }),
    );
  });

  test.each(['', 'app01', '13/4/2025 1:00:00 AM', '2/30/2025 1:00:00 AM', '6/4/2025 13:00:00 PM'])(
    '%s is none',
    (text) => {
      expect(parseUsDateTime(text)).toBeNull();
    },
  );
});

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

describe('the zone of every text', () => {
  const evening = at('2025-06-04T22:03:18Z');

  afterEach(() => chooseZone('local'));

  describe('in UTC', () => {
    test('every text is of UTC, wherever the browser is', () => {
      chooseZone('utc');
      expect(timeZoneText()).toBe('UTC');
      expect(dateTimeText(evening)).toBe('4 Jun 2025, 22:03');
      expect(preciseTimeText(evening)).toBe('22:03:18');
      expect(namedDateText(evening)).toBe('Wed, 4 Jun 2025');
      expect(offsetText(evening)).toBe('UTC');
      expect(dayOf(evening)).toBe('2025-06-04');
    });

    test('what is typed is of UTC, too', () => {
      chooseZone('utc');
      expect(typedTimes('22:00', evening)).toEqual([at('2025-06-04T22:00Z')]);
      expect(typedTimes('4 Jun 2025, 21:30', evening)).toEqual([at('2025-06-04T21:30Z')]);
      // An hour that clocks skip elsewhere.
      expect(typedTimes('2025-03-30 02:30', evening)).toEqual([at('2025-03-30T02:30Z')]);
      expect(typedTimes('2025-02-30 02:30', evening)).toBeNull();
      expect(localMinute(evening)).toEqual({ year: 2025, month: 6, day: 4, hour: 22, minute: 3 });
      expect(localInstants({ year: 2025, month: 6, day: 4, hour: 24, minute: 0 })).toBeNull();
    });
  });

  test('in the browser’s time zone every text is of that zone', () => {
    expect(zoneChoice()).toBe('local');
    expect(timeZoneText()).toBe(browserZone());
    const noon = instant(new Date(2025, 5, 4, 12, 30).getTime());
    expect(dateTimeText(noon)).toBe('4 Jun 2025, 12:30');
    expect(dayOf(noon)).toBe('2025-06-04');
    expect(localMinute(noon)).toEqual({ year: 2025, month: 6, day: 4, hour: 12, minute: 30 });
  });

  test.each([
    ['Europe/Berlin', '2025-06-04T22:03:18Z', 'UTC+02:00'],
    ['Europe/Berlin', '2025-01-04T22:03:18Z', 'UTC+01:00'],
    ['Asia/Kolkata', '2025-01-04T22:03:18Z', 'UTC+05:30'],
    ['America/New_York', '2025-06-04T22:03:18Z', 'UTC-04:00'],
    ['UTC', '2025-06-04T22:03:18Z', 'UTC'],
  ])('the offset of %s at %s is %s', (zone, moment, text) => {
    expect(offsetText(at(moment), zone)).toBe(text);
  });

  test('a choice is heard until one stops listening', () => {
    vi.stubGlobal('window', new EventTarget());
    let heard = 0;
    const stop = onZoneChange(() => {
      heard += 1;
    });
    chooseZone('utc');
    expect([heard, zoneChoice()]).toEqual([1, 'utc']);
    stop();
    chooseZone('local');
    expect(heard).toBe(1);
    vi.unstubAllGlobals();
  });
});
