import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  filterReader,
  oneOf,
  orderIn,
  orderOf,
  orderText,
  regionIn,
  subscriptionIn,
} from '#src/lib/wanted.ts';

const colours = ['red', 'green'] as const;

test('values that mean something are kept in their order, the others are named', () => {
  const { keep, ignored } = filterReader({ colour: 'green,blue,,red,Red', sort: undefined });
  expect(keep('colour', oneOf(colours))).toEqual(['green', 'red']);
  expect(keep('sort', orderIn(['a']))).toEqual([]);
  expect(ignored).toEqual(['colour=blue', 'colour=Red']);
});

test.each([
  [subscriptionIn, '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951', true],
  [subscriptionIn, '8F2C1B7E-5A40-4C1D-9E63-2B7D10C4A951', true],
  [subscriptionIn, 'production', false],
  [regionIn, 'westeurope', true],
  [regionIn, "west'europe", false],
  [regionIn, 'West Europe', false],
])('%# a text has the shape that its place asks for, or means nothing', (means, text, isMeant) => {
  expect(means(text)).toBe(isMeant ? text : null);
});

test('an order is read as it was written', () => {
  const names = ['name', 'region', 'state'] as const;
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.boolean(), (by, isDescending) => {
      const text = orderText({ by, isDescending }, 'name');
      const { keep, ignored } = filterReader({ sort: text });
      const [sort] = keep('sort', orderIn(names));
      expect(orderOf(sort, names, 'name')).toEqual({ by, isDescending });
      expect(ignored).toEqual([]);
    }),
  );
  expect(orderText({ by: 'name', isDescending: false }, 'name')).toBeUndefined();
  expect(orderText({ by: 'region', isDescending: true }, 'name')).toBe('-region');
  expect(orderIn(names)('--name')).toBeNull();
});
