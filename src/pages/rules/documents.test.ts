import { expect, test } from 'vitest';
import { catalogue } from '#src/rules/catalogue.ts';
import { addressOf } from './documents.ts';

const sources = catalogue.flatMap(({ source }) => source);

test('every source outside of this product has an address on Microsoft Learn', () => {
  for (const source of sources.filter(({ document }) => document !== 'ours')) {
    expect(addressOf(source), source.heading).toMatch(/^https:\/\/learn\.microsoft\.com\/azure\//);
  }
});

test('a choice of ours has none', () => {
  expect(sources.some(({ document }) => document === 'ours')).toBe(true);
  for (const source of sources.filter(({ document }) => document === 'ours')) {
    expect(addressOf(source)).toBeNull();
  }
});
