import { describe, expect, test } from 'vitest';
import {
  toVault,
  toVaultEncryption,
  toVaultPatch,
  vaultEncryptionWire,
  vaultPatchWire,
  vaultWire,
} from '#src/api/recovery-services/vaults.ts';

const id =
  '/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-a/providers/Microsoft.RecoveryServices/vaults/vault-a';
const vaultOf = (properties: unknown) =>
  toVault(
    vaultWire.parse({
      id,
      name: 'vault-a',
      type: 'Microsoft.RecoveryServices/vaults',
      location: 'westeurope',
      ...(properties === undefined ? {} : { properties }),
    }),
  );

const crossSubscription = (crossSubscriptionRestoreState: string) => ({
  restoreSettings: { crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState } },
});
const redundancy = (standardTierStorageRedundancy: string, crossRegionRestore?: string) => ({
  redundancySettings: { standardTierStorageRedundancy, crossRegionRestore },
});

describe('an old vault that lacks settings says nothing about them', () => {
  test.each([
    ['no properties', undefined],
    ['null properties', null],
    ['no settings', {}],
    ['null settings', { restoreSettings: null, redundancySettings: null }],
    [
      'empty settings',
      { restoreSettings: { crossSubscriptionRestoreSettings: null }, redundancySettings: {} },
    ],
    ['values nobody knows', { ...crossSubscription('Sometimes'), ...redundancy('Invalid') }],
  ])('%s', (_, properties) => {
    expect(vaultOf(properties)).toMatchObject({
      id,
      name: 'vault-a',
      subscriptionId: '11111111-1111-1111-1111-111111111111',
      resourceGroup: 'rg-a',
      region: 'westeurope',
      redundancy: null,
      crossRegionRestore: null,
      crossSubscriptionRestore: null,
    });
  });
});

test.each([
  ['Enabled', 'enabled'],
  ['Disabled', 'disabled'],
  ['PermanentlyDisabled', 'permanentlyDisabled'],
  ['permanentlydisabled', 'permanentlyDisabled'],
])('cross-subscription restore %s is %s', (state, expected) => {
  expect(vaultOf(crossSubscription(state)).crossSubscriptionRestore).toBe(expected);
});

test.each([
  ['LocallyRedundant', 'LRS'],
  ['GeoRedundant', 'GRS'],
  ['ZoneRedundant', 'ZRS'],
  ['georedundant', 'GRS'],
])('redundancy %s is %s', (name, expected) => {
  expect(vaultOf(redundancy(name)).redundancy).toBe(expected);
});

test.each([
  ['Enabled', true],
  ['enabled', true],
  ['Disabled', false],
])('cross-region restore %s is %s', (state, expected) => {
  expect(vaultOf(redundancy('GeoRedundant', state)).crossRegionRestore).toBe(expected);
});

test.each(['enabled', 'disabled', 'permanentlyDisabled'] as const)(
  'a vault set to %s changes in nothing else and reads accordingly',
  (state) => {
    const { properties } = vaultPatchWire.parse(toVaultPatch(state));
    expect(Object.keys(properties)).toEqual(['restoreSettings']);
    expect(vaultOf(properties).crossSubscriptionRestore).toBe(state);
  },
);

describe('a vault that was moved', () => {
  const from = (subscription: string) => ({
    moveDetails: {
      sourceResourceId: id.replace('11111111-1111-1111-1111-111111111111', subscription),
    },
  });

  test.each([
    ['from another subscription names it', from('2222'), '2222'],
    [
      'within its subscription was moved nowhere',
      from('11111111-1111-1111-1111-111111111111'),
      null,
    ],
    [
      'from a place that cannot be read was moved nowhere',
      { moveDetails: { sourceResourceId: 'x' } },
      null,
    ],
    ['never', { moveDetails: null }, null],
  ])('%s', (_, properties, expected) => {
    expect(vaultOf(properties).movedFrom).toBe(expected);
  });
});

describe('identities of a vault', () => {
  const withIdentity = (identity: unknown) =>
    toVault(vaultWire.parse({ id, name: 'vault-a', type: 'x', location: 'westeurope', identity }));

  test.each([
    ['SystemAssigned', ['system']],
    ['UserAssigned', ['user']],
    ['SystemAssigned, UserAssigned', ['system', 'user']],
    ['systemassigned,userassigned', ['system', 'user']],
    ['None', []],
    ['', []],
    [null, []],
  ])('of type %s are %j', (type, expected) => {
    expect(withIdentity({ type }).identities).toEqual(expected);
  });

  test('are none where an old vault does not speak of them', () => {
    for (const identity of [undefined, null]) {
      expect(withIdentity(identity)).toMatchObject({ identities: [], userIdentityIds: [] });
    }
  });

  test('have the ids of those that users made, as spelled', () => {
    const userAssignedIdentities = { '/a/resourcegroups/id-1': {}, '/a/ID-2': null };
    expect(withIdentity({ type: 'UserAssigned', userAssignedIdentities }).userIdentityIds).toEqual([
      '/a/resourcegroups/id-1',
      '/a/ID-2',
    ]);
  });

  test('are known by their ids in the directory, as far as the vault tells them', () => {
    const userAssignedIdentities = {
      '/a/ID-1': { principalId: 'p-1' },
      '/a/ID-2': {},
      '/a/x': null,
    };
    const identity = {
      type: 'SystemAssigned, UserAssigned',
      principalId: 'p',
      userAssignedIdentities,
    };
    expect(withIdentity(identity)).toMatchObject({
      systemPrincipalId: 'p',
      userPrincipalIds: { '/a/id-1': 'p-1' },
    });
    expect(withIdentity(null)).toMatchObject({ systemPrincipalId: null, userPrincipalIds: {} });
  });
});

test.each([
  ['CustomerManaged', true],
  ['customermanaged', true],
  ['MicrosoftManaged', false],
  ['Invalid', null],
  [null, null],
])('encryption %s: a key of the customer’s %s', (encryptionAtRestType, usesCustomerKey) => {
  const wire = vaultEncryptionWire.parse({ properties: { encryptionAtRestType } });
  expect(toVaultEncryption(wire)).toEqual({ usesCustomerKey });
});
