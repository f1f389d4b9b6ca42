import { expect, test } from 'vitest';
import type { BackupVault } from '#src/model/backup-vaults.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { VAULTS_BY_NAME } from '#src/model/vaults.ts';
import { narrowedVaults } from '#src/datasources/azure-disk/lists/vaults-wanted.ts';

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
