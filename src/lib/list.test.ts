import { expect, test } from 'vitest';
import { cutList, isCut, sortedBy, takenNames, unlessCut } from '#src/lib/list.ts';

test('what is made of a cut list is cut, too', () => {
  const list = cutList([1, 2, 3]);
  expect([...list]).toEqual([1, 2, 3]);
  for (const made of [
    list.map(String),
    list.filter((one) => one > 1),
    list.flatMap((one) => [one, one]),
  ]) {
    expect(isCut(made)).toBe(true);
  }
  expect(list.map((one) => one * 2).join()).toBe('2,4,6');
  expect(isCut([1])).toBe(false);
  expect(isCut(undefined)).toBe(false);
});

test('a cut list proves that a name is taken, and never that it is free', () => {
  expect(takenNames(['a'], 'b')).toEqual(['a']);
  expect(takenNames(cutList(['App01']), 'app01')).toContain('App01');
  expect(takenNames(cutList(['app01']), 'app02')).toBeUndefined();
  expect(takenNames(cutList(['app01']), null)).toBeUndefined();
  expect(takenNames(undefined, 'a')).toBeUndefined();
});

test('that something is in a list holds, that it is not only of a whole one', () => {
  expect(unlessCut(cutList([1]), true)).toBe(true);
  expect(unlessCut(cutList([1]), false)).toBeUndefined();
  expect(unlessCut([1], false)).toBe(false);
});

test('rows of one value keep the order of their ids, whichever way the others go', () => {
  const rows = [
    { id: 'c', size: 1 },
    { id: 'b', size: 2 },
    { id: 'a', size: 1 },
  ];
  const ids = (isDescending: boolean) =>
    sortedBy(rows, ({ size }) => size, isDescending).map(({ id }) => id);
  expect(ids(false)).toEqual(['a', 'c', 'b']);
  expect(ids(true)).toEqual(['b', 'a', 'c']);
});
