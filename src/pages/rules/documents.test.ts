import { expect, test } from 'vitest';
import { catalogue } from '#src/rules/catalogue.ts';
import { addressOf } from './documents.ts';

const learn = 'https://learn.microsoft.com/azure/';
const sources = catalogue.flatMap(({ source }) => source);

test('every source outside of this product has an address on Microsoft Learn', () => {
  const outside = sources.filter(({ document }) => document !== 'ours');
  const addresses = outside.map((source) => [source.heading, addressOf(source)]);
  expect(addresses.filter(([, address]) => !address?.startsWith(learn))).toEqual([]);
});

test('a choice of ours has none', () => {
  expect(sources.some(({ document }) => document === 'ours')).toBe(true);
  for (const source of sources.filter(({ document }) => document === 'ours')) {
    expect(addressOf(source)).toBeNull();
  }
});
