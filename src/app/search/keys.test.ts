import { expect, test } from 'vitest';
import { moved } from './keys.ts';

test.each([
  ['ArrowDown', null, 'a'],
  ['ArrowDown', 'a', 'b'],
  ['ArrowDown', 'c', 'a'],
  ['ArrowDown', 'gone', 'a'],
  ['ArrowUp', null, 'c'],
  ['ArrowUp', 'b', 'a'],
  ['ArrowUp', 'a', 'c'],
  ['ArrowUp', 'gone', 'c'],
  ['Home', 'c', 'a'],
  ['End', 'a', 'c'],
  ['x', 'a', undefined],
])('%s from %o goes to %o', (key, from, to) => {
  expect(moved(['a', 'b', 'c'], from, key)).toBe(to);
});

test('in an empty list no key goes anywhere', () => {
  for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End']) {
    expect(moved([], null, key)).toBeUndefined();
  }
});
