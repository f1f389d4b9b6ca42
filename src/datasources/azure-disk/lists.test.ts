import { expect, test } from 'vitest';
import { disksWanted, narrowedVaults } from '#src/datasources/azure-disk/lists.tsx';
import type { BackupVault } from '#src/model/backup-vaults.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { VAULTS_BY_NAME } from '#src/model/vaults.ts';

test('a Backup vault narrows the list, and the order is kept', () => {
  const vault =
    '/subscriptions/1/resourceGroups/g/providers/Microsoft.DataProtection/backupVaults/b';
  const wanted = disksWanted({ vault, search: ' data ', sort: '-vault' });
  expect(wanted).toMatchObject({
    filter: { search: 'data', vaults: [vault] },
    order: { by: 'vault', isDescending: true },
    ignored: [],
  });
});

test('what is a fact of machines is left out and named', () => {
  const { order, ignored } = disksWanted({
    health: 'passed',
    source: 'exists',
    sort: '-lastPoint',
    region: "o'",
  });
  expect(order).toEqual({ by: 'name', isDescending: false });
  expect(ignored.toSorted()).toEqual([
    'health=passed',
    "region=o'",
    'sort=-lastPoint',
    'source=exists',
  ]);
});

const vault = (name: string, region: string, subscriptionId: string): BackupVault => ({
  id: resourceId(`/subscriptions/${subscriptionId}/${name}`),
  name,
  subscriptionId,
  resourceGroup: 'rg',
  region,
  principalId: null,
});
const all = [vault('b', 'west', '1'), vault('A', 'north', '1'), vault('c', 'north', '2')];
const none = { search: '', subscriptions: [], regions: [] };
const names = (filter: object, order: Parameters<typeof narrowedVaults>[2] = VAULTS_BY_NAME) =>
  narrowedVaults(all, { ...none, ...filter }, order).map(({ name }) => name);

test('Backup vaults are narrowed in any letter case', () => {
  expect(names({})).toEqual(['A', 'b', 'c']);
  expect(names({ search: 'a' })).toEqual(['A']);
  expect(names({ regions: ['NORTH'] })).toEqual(['A', 'c']);
  expect(names({ regions: ['north'], subscriptions: ['1'] })).toEqual(['A']);
});

test('they are sorted by what they have, else by name', () => {
  expect(names({}, { by: 'name', isDescending: true })).toEqual(['c', 'b', 'A']);
  expect(names({}, { by: 'region', isDescending: false })).toEqual(['A', 'c', 'b']);
  expect(names({}, { by: 'redundancy', isDescending: true })).toEqual(['c', 'b', 'A']);
});
