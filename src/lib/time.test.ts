import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant, isoText, parseInstant, parseUsDateTime, usDateTime } from '#src/lib/time.ts';

const at = (text: string) => Date.parse(text);

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
