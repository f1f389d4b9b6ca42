import { expect, test } from 'vitest';
import { storageAccountWire, toStorageAccount } from '#src/api/storage-accounts.ts';

const id =
  '/subscriptions/1/resourceGroups/rg-a/providers/Microsoft.Storage/storageAccounts/stage1';
const accountOf = (more: object) =>
  toStorageAccount(storageAccountWire.parse({ id, name: 'stage1', location: 'westus', ...more }));

test.each([
  ['Standard_LRS', 'Standard', 'LRS'],
  ['Standard_GRS', 'Standard', 'GRS'],
  ['Standard_RAGRS', 'Standard', 'RA-GRS'],
  ['Standard_ZRS', 'Standard', 'ZRS'],
  ['Standard_GZRS', 'Standard', 'GZRS'],
  ['Standard_RAGZRS', 'Standard', 'RA-GZRS'],
  ['Premium_LRS', 'Premium', 'LRS'],
  ['Premium_ZRS', 'Premium', 'ZRS'],
  ['StandardV2_LRS', null, 'LRS'],
  ['Standard_XRS', 'Standard', null],
  ['', null, null],
])('sku %s: tier %s, redundancy %s', (name, tier, redundancy) => {
  expect(accountOf({ sku: { name } })).toMatchObject({ tier, redundancy });
});

test.each([
  ['StorageV2', 'StorageV2'],
  ['storage', 'Storage'],
  ['BlobStorage', 'BlobStorage'],
  ['BlockBlobStorage', 'BlockBlobStorage'],
  ['FileStorage', 'FileStorage'],
  ['TapeStorage', null],
  [undefined, null],
])('kind %s is %s', (kind, expected) => {
  expect(accountOf({ kind }).kind).toBe(expected);
});

test.each([
  ['Deny', true],
  ['deny', true],
  ['Allow', false],
  [undefined, false],
])('a default action of %s: network rules %s', (defaultAction, expected) => {
  expect(accountOf({ properties: { networkAcls: { defaultAction } } }).hasNetworkRules).toBe(
    expected,
  );
});

test.each([
  [false, false],
  [true, true],
  [null, true],
  [undefined, true],
])('allowSharedKeyAccess %s: the key may be used: %s', (allowSharedKeyAccess, expected) => {
  expect(accountOf({ properties: { allowSharedKeyAccess } }).allowsSharedKey).toBe(expected);
});

test('an account that says nothing of itself is not taken for one that has no rules', () => {
  expect(accountOf({})).toEqual({
    id,
    name: 'stage1',
    resourceGroup: 'rg-a',
    region: 'westus',
    kind: null,
    redundancy: null,
    tier: null,
    hasNetworkRules: null,
    allowsSharedKey: true,
  });
});
