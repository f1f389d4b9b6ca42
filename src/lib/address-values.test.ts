import { expect, test } from 'vitest';
import { addressReader, matching, oneOf, sortBy, sortText } from '#src/lib/address-values.ts';

test('values of an address that mean something are kept, the others remembered', () => {
  const reader = addressReader({ colour: 'red,,blue,loud', region: 'a b,ab', search: ' app ' });
  expect(reader.list('colour', oneOf(['red', 'blue']))).toEqual(['red', 'blue']);
  expect(reader.list('vault', matching(/./))).toEqual([]);
  expect(reader.one('region', matching(/^[a-z]+$/))).toBe('ab');
  expect(reader.search).toBe('app');
  expect(reader.ignored()).toEqual(['colour=loud', 'region=a b']);
});

test('an order is written as it is read', () => {
  const read = sortBy(['name', 'size']);
  const usual = { by: 'name', isDescending: false };
  expect(read('-size')).toEqual({ by: 'size', isDescending: true });
  expect(read('colour')).toBeNull();
  expect(sortText(usual, usual)).toBeUndefined();
  expect(sortText({ by: 'name', isDescending: true }, usual)).toBe('-name');
  expect(sortText({ by: 'size', isDescending: false }, usual)).toBe('size');
});
