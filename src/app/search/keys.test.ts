import { expect, test } from 'vitest';
import { type SearchLine, moved } from '#src/app/search/SearchPanel.tsx';

const restore = (key: string) => ({ key, label: key, link: { to: '/' } }) as const;
const lines: readonly SearchLine[] = [
  { key: 'a' },
  { key: 'b', restore: restore('restore b') },
  { key: 'c', restore: restore('restore c') },
];

test.each([
  ['ArrowDown', null, 'a'],
  ['ArrowDown', 'a', 'b'],
  ['ArrowDown', 'c', 'a'],
  ['ArrowDown', 'gone', 'a'],
  ['ArrowDown', 'restore b', 'c'],
  ['ArrowUp', null, 'c'],
  ['ArrowUp', 'b', 'a'],
  ['ArrowUp', 'a', 'c'],
  ['ArrowUp', 'gone', 'c'],
  ['ArrowUp', 'restore c', 'b'],
  ['Home', 'c', 'a'],
  ['End', 'a', 'c'],
  ['ArrowRight', 'b', 'restore b'],
  ['ArrowLeft', 'restore b', 'b'],
  ['ArrowRight', 'a', undefined],
  ['ArrowRight', 'restore b', undefined],
  ['ArrowRight', null, undefined],
  ['ArrowLeft', 'b', undefined],
  ['x', 'a', undefined],
])('%s from %o goes to %o', (key, from, to) => {
  expect(moved(lines, from, key, true)).toBe(to);
});

test('in the middle of what is typed the arrow to the right moves the caret', () => {
  expect(moved(lines, 'b', 'ArrowRight', false)).toBeUndefined();
  expect(moved(lines, 'restore b', 'ArrowLeft', false)).toBe('b');
});

test('in an empty list no key goes anywhere', () => {
  for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End', 'ArrowRight', 'ArrowLeft']) {
    expect(moved([], null, key, true)).toBeUndefined();
  }
});
