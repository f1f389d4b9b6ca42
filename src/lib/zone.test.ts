import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  chooseZone,
  dayOf,
  instant,
  localInstants,
  localMinute,
  onZoneChange,
  zoneChoice,
} from '#src/lib/time.ts';
import { typedTimes } from '#src/lib/typed-time.ts';
import {
  browserZone,
  dateTimeText,
  namedDateText,
  offsetText,
  preciseTimeText,
  timeZoneText,
} from '#src/lib/format.ts';

const at = (text: string) => instant(Date.parse(text));
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
