import { describe, expect, test } from 'vitest';

import { common } from '#src/strings/common.ts';
import { unknownText } from '#src/ui/picture/reading.ts';
import { unreadFact, type WhyUnknown } from '#src/ui/picture/model.ts';
import { networkLine, powerOf, readingOr, todaysNics, whyUnread } from '#src/wizard/picture.ts';
import type { Read } from '#src/wizard/read.ts';

/** A value that isn’t there, by why: in the words that every page has for it. */

const states: readonly (readonly [Read<null>, WhyUnknown])[] = [
  [{ state: 'loading' }, 'onItsWay'],
  [{ state: 'failed' }, 'notRead'],
  [{ state: 'forbidden' }, 'notRead'],
  [{ state: 'not asked' }, 'notRead'],
  [{ state: 'known', value: null }, 'notReported'],
];

describe(`${String(states.length)} states of a read`, () => {
  test.each(states)('%j is %s', (read, why) => {
    expect(whyUnread(read)).toBe(why);
    expect(powerOf(read)).toMatchObject({ is: 'unknown', why });
    expect(todaysNics(read, [])).toMatchObject({ is: 'unknown', why });
    const networks = read.state === 'known' ? { ...read, value: [] } : read;
    expect(networkLine('/vnet/subnets/a', networks).range).toMatchObject({ why });
  });
});

test('null is what the service left out; what isn’t there is not read, unless told otherwise', () => {
  expect(readingOr(null, 'Size')).toMatchObject({ why: 'notReported' });
  expect(readingOr(undefined, 'Size')).toMatchObject({ why: 'notRead' });
  expect(readingOr(undefined, 'Size', 'onItsWay')).toMatchObject({ why: 'onItsWay' });
});

test.each([
  ['onItsWay', 'Size: on its way'],
  ['notRead', 'Size: not read'],
  ['notInJob', 'Size: not in the job'],
  ['notReported', 'Size: not reported'],
  [undefined, 'Not known: Size'],
] as const)('%s reads “%s”', (why, text) => {
  const value = unreadFact('Size', why);
  expect(value.is === 'unknown' && unknownText(value)).toBe(text);
});

test('each word is another', () => {
  expect(new Set(Object.values(common.absence)).size).toBe(5);
});
