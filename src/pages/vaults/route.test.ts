import { expect, test } from 'vitest';
import { loadListings } from '#src/pages/list/loaded.ts';
import { partsOf } from '#src/pages/list/testing-parts.ts';
import { vaultsSearch, vaultsWanted } from '#src/pages/vaults/route.ts';

const listings = await loadListings();
const wanted = (address: object) => {
  const { shown, ignored } = vaultsWanted(listings, vaultsSearch.parse(address));
  return [shown?.name, ...ignored];
};

test('the address selects Backup vaults by their type', () => {
  expect(wanted({})).toEqual(['Recovery Services vault']);
  expect(wanted({ type: 'backup' })).toEqual(['Backup vault']);
  expect(wanted({ type: 'recoveryServices' })).toEqual(['Recovery Services vault']);
  expect(wanted({ type: 'key' })).toEqual(['Recovery Services vault', 'type=key']);
});

test('what narrows a list has its part in the address', () => {
  const parts = Object.keys(vaultsSearch.shape);
  for (const { list } of vaultsWanted(listings, {}).all) {
    expect(parts).toEqual(expect.arrayContaining([...partsOf(list)]));
  }
});
