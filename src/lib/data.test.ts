import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSameData } from '#src/lib/data.ts';

test('a copy is the same data', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(isSameData(value, structuredClone(value))).toBe(true);
    }),
  );
});

test('it is so exactly where the values are equal', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (a, b) => {
      let isEqual = true;
      try {
        expect(a).toStrictEqual(b);
      } catch {
        isEqual = false;
      }
      expect(isSameData(a, b)).toBe(isEqual);
    }),
  );
});

test.each([
  [{ a: undefined }, {}],
  [{ a: undefined }, { b: undefined }],
  [{ a: { b: [1, 2] } }, { a: { b: [1, 3] } }],
  [[1], { 0: 1 }],
  [null, {}],
  [new Map([[1, 2]]), new Map([[1, 2]])],
])('%o and %o differ', (a, b) => {
  expect(isSameData(a, b)).toBe(false);
  expect(isSameData(b, a)).toBe(false);
});
