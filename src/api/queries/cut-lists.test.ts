import { replaceEqualDeep } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { cutList, isCut } from '#src/lib/list.ts';

test('the cache takes a cut list over as it is, also in place of a whole one', () => {
  expect(isCut(replaceEqualDeep([1, 2], cutList([1, 2])))).toBe(true);
  expect(isCut(replaceEqualDeep(cutList([1, 2]), cutList([1, 2])))).toBe(true);
  expect(isCut(replaceEqualDeep({ jobs: [1] }, { jobs: cutList([1]) }).jobs)).toBe(true);
  expect(isCut(replaceEqualDeep(cutList([1, 2]), [1, 2]))).toBe(false);
});
