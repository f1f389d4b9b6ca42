import { expect, test } from 'vitest';
import { loadListings } from '#src/pages/list/loaded.ts';
import { partsOf } from '#src/pages/list/testing-parts.ts';
import { instancesSearch, instancesWanted, vaultsSearch, vaultsWanted } from '#src/pages/routes.ts';

const listings = await loadListings();
const wanted = (address: object) => instancesWanted(listings, instancesSearch.parse(address));
const shown = (address: object) => {
  const { shown: one, others } = wanted(address);
  return [one?.id, ...others.map(({ id }) => id)];
};

test('the first list that fits an address is shown, and the others are named beside it', () => {
  expect(shown({})).toEqual(['azure-vm', 'azure-disk', 'commvault-vm']);
  expect(shown({ datasource: 'disk' })).toEqual(['azure-disk']);
  expect(shown({ datasource: 'vm' })).toEqual(['azure-vm']);
  expect(shown({ datasource: 'disk,vm' })).toEqual(['azure-vm', 'azure-disk']);
  expect(shown({ datasource: 'tape' })).toEqual(['azure-vm', 'azure-disk', 'commvault-vm']);
  expect(shown({ datasource: 'commvault' })).toEqual(['commvault-vm']);
});

test('a datasource whose lists did not load is not replaced by another', () => {
  const { all } = listings;
  const without = { all: all.filter(({ id }) => id !== 'azure-disk'), missing: ['Azure Disks'] };
  expect(instancesWanted(without, { datasource: 'disk' }).shown).toBeUndefined();
  expect(instancesWanted(without, {}).shown?.id).toBe('azure-vm');
});

test('what means nothing to the page is named', () => {
  const { isSecondary, ignored } = wanted({ datasource: 'tape', view: 'tertiary' });
  expect(isSecondary).toBe(false);
  expect(ignored).toEqual(['datasource=tape', 'view=tertiary']);
  expect(wanted({ view: 'secondary' })).toMatchObject({ isSecondary: true, ignored: [] });
});

test('a part that stands twice in an address is none', () => {
  expect(instancesSearch.parse({ search: ['a', 'b'] })).toEqual({ search: undefined });
});

test('what narrows a list of instances has its part in the address', () => {
  const parts = Object.keys(instancesSearch.shape);
  for (const { lists } of listings.all) {
    expect(parts).toEqual(expect.arrayContaining([...partsOf(lists.instances.list)]));
  }
});

const vaultsIn = (address: object) => {
  const { shown: one, ignored } = vaultsWanted(listings, vaultsSearch.parse(address));
  return [one?.name, ...ignored];
};

test('the address selects Backup vaults by their type', () => {
  expect(vaultsIn({})).toEqual(['Recovery Services vault']);
  expect(vaultsIn({ type: 'backup' })).toEqual(['Backup vault']);
  expect(vaultsIn({ type: 'recoveryServices' })).toEqual(['Recovery Services vault']);
  expect(vaultsIn({ type: 'key' })).toEqual(['Recovery Services vault', 'type=key']);
});

test('what narrows a list of vaults has its part in the address', () => {
  const parts = Object.keys(vaultsSearch.shape);
  for (const { list } of vaultsWanted(listings, {}).all) {
    expect(parts).toEqual(expect.arrayContaining([...partsOf(list)]));
  }
});
