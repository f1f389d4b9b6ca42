import { expect, test } from 'vitest';
import { catalogue } from '#src/rules/catalogue.ts';
import { addressOf } from './rule-facts.tsx';

const learn = 'https://learn.microsoft.com/azure/';
const sources = catalogue.flatMap(({ source }) => source);

/** What Commvault says of its own product has no address that is known. */
const elsewhere = ['ours', '003'];

test('every source in Azure’s own words has an address on Microsoft Learn', () => {
  const outside = sources.filter(({ document }) => !elsewhere.includes(document));
  const addresses = outside.map((source) => [source.heading, addressOf(source)]);
  expect(addresses.filter(([, address]) => !address?.startsWith(learn))).toEqual([]);
});

test.each(elsewhere)('a source of %s has none', (document) => {
  const found = sources.filter((source) => source.document === document);
  expect(found.length).toBeGreaterThan(0);
  expect(found.map(addressOf).filter((address) => address !== null)).toEqual([]);
});
