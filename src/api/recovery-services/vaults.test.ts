import { describe, expect, test } from 'vitest';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { send, sendFor } from '#src/api/arm/send.ts';
import { answer, testArm } from '#src/api/arm/testing.ts';
import { listSecondaryItems } from '#src/api/recovery-services/items.ts';
import {
  countVaultItems,
  getVault,
  listUnreadVaults,
  listVaultPage,
  toVault,
  toVaultEncryption,
  toVaultPatch,
  vaultEncryptionWire,
  vaultPatchWire,
  vaultsQuestion,
  vaultWire,
} from '#src/api/recovery-services/vaults.ts';
import {
  storageConfigWire,
  type StorageConfigWire,
  vaultConfigWire,
  type VaultConfigWire,
} from '#src/mocks/recovery-services/vaults-config.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { testAzure } from '#src/mocks/testing.ts';
import {
  appsVault,
  corporate,
  hrVault,
  production,
  prodVault,
} from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { resourceId } from '#src/model/resource-id.ts';
import {
  VAULT_SORTS,
  type VaultFilter,
  type VaultOrder,
  VAULTS_BY_NAME,
} from '#src/model/vaults.ts';

const ownId =
  '/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-a/providers/Microsoft.RecoveryServices/vaults/vault-a';
const vaultOf = (properties: unknown) =>
  toVault(
    vaultWire.parse({
      id: ownId,
      name: 'vault-a',
      type: 'Microsoft.RecoveryServices/vaults',
      location: 'westeurope',
      ...(properties === undefined ? {} : { properties }),
    }),
  );

const crossSubscription = (crossSubscriptionRestoreState: string) => ({
  restoreSettings: { crossSubscriptionRestoreSettings: { crossSubscriptionRestoreState } },
});
const redundancyOf = (standardTierStorageRedundancy: string, crossRegionRestore?: string) => ({
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
    ['values nobody knows', { ...crossSubscription('Sometimes'), ...redundancyOf('Invalid') }],
  ])('%s', (_, properties) => {
    expect(vaultOf(properties)).toMatchObject({
      id: ownId,
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
  expect(vaultOf(redundancyOf(name)).redundancy).toBe(expected);
});

test.each([
  ['Enabled', true],
  ['enabled', true],
  ['Disabled', false],
])('cross-region restore %s is %s', (state, expected) => {
  expect(vaultOf(redundancyOf('GeoRedundant', state)).crossRegionRestore).toBe(expected);
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
      sourceResourceId: ownId.replace('11111111-1111-1111-1111-111111111111', subscription),
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
    toVault(
      vaultWire.parse({
        id: ownId,
        name: 'vault-a',
        type: 'x',
        location: 'westeurope',
        identity,
      }),
    );

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

/** The question for vaults, as the simulated Resource Graph answers it. */
const everything: VaultFilter = {
  search: '',
  subscriptions: [],
  regions: [],
  redundancies: [],
  crossRegion: [],
  crossSubscription: [],
};

async function pageOf(
  filter: Partial<VaultFilter>,
  order: VaultOrder = VAULTS_BY_NAME,
  start: { skip: number } = { skip: 0 },
) {
  const { azure } = testAzure('default');
  const wanted = { filter: { ...everything, ...filter }, order, start, top: 3 };
  return listVaultPage(testArm(azure.fetch).arm, wanted);
}

const namesOf = async (...asked: Parameters<typeof pageOf>) =>
  (await pageOf(...asked)).rows.map(({ name }) => name);

test('all vaults of all subscriptions, a page at a time, each with what it says', async () => {
  const first = await pageOf({});
  expect(first.total).toBe(6);
  expect(first.rows).toMatchObject([
    { name: 'rsv-apps-eus2', redundancy: 'GRS', crossSubscriptionRestore: null, movedFrom: null },
    { name: 'rsv-hq-neu', redundancy: 'ZRS', crossSubscriptionRestore: 'permanentlyDisabled' },
    {
      name: 'rsv-hr-weu',
      resourceGroup: 'rg-hr',
      region: 'westeurope',
      crossRegionRestore: false,
      movedFrom: corporate,
    },
  ]);
  expect(await namesOf({}, VAULTS_BY_NAME, { skip: 3 })).toEqual([
    'rsv-prod-weu',
    'rsv-shop-weu',
    'testVault',
  ]);
});

const inProduction = ['rsv-hr-weu', 'rsv-prod-weu', 'rsv-shop-weu'];

describe('a filter lets through', () => {
  test.each([
    ['a part of the name in any letter case', { search: 'WEU' }, inProduction],
    ['names with odd letters, of which there are none', { search: String.raw`a'\b` }, []],
    ['subscriptions', { subscriptions: [production] }, inProduction],
    ['regions', { regions: ['EastUS2', 'westus'] }, ['rsv-apps-eus2', 'testVault']],
    [
      'redundancies',
      { redundancies: ['lrs', 'zrs'] },
      ['rsv-hq-neu', 'rsv-hr-weu', 'rsv-shop-weu'],
    ],
    ['redundancies that are not reported', { redundancies: ['silent'] }, []],
    ['Cross Region Restore', { crossRegion: ['enabled'] }, ['rsv-prod-weu']],
    ['Cross Subscription Restore', { crossSubscription: ['disabled'] }, ['rsv-hr-weu']],
    [
      'what is not reported, which is not Disabled',
      { crossSubscription: ['silent'] },
      ['rsv-apps-eus2'],
    ],
    [
      'several states together, also one that is not reported',
      { crossSubscription: ['permanentlyDisabled', 'silent'] },
      ['rsv-apps-eus2', 'rsv-hq-neu'],
    ],
    [
      'what all filters let through',
      { search: 'rsv', subscriptions: [corporate], redundancies: ['grs'] },
      ['rsv-apps-eus2'],
    ],
  ] as const)('%s', async (_, filter, names) => {
    expect(await namesOf(filter)).toEqual(names);
  });
});

test.each(VAULT_SORTS)('sorted by %s up and down, no vault is on two pages', async (by) => {
  for (const isDescending of [false, true]) {
    const order = { by, isDescending };
    const names = [...(await namesOf({}, order)), ...(await namesOf({}, order, { skip: 3 }))];
    expect(names).toHaveLength(6);
    expect(new Set(names).size).toBe(6);
  }
});

test('what was typed never leaves its place in the question', () => {
  const text = vaultsQuestion(
    { ...everything, search: "x' or 1 == 1\n| take 1 //" },
    VAULTS_BY_NAME,
  );
  expect(text.split('\n')).toHaveLength(5);
  expect(text).toContain(String.raw`name contains 'x\' or 1 == 1 | take 1 //'`);
});

test('machines are counted vault by vault', async () => {
  const { azure } = testAzure('default');
  const inVault = (id: string) =>
    defaultWorld.instances.filter(({ vaultId }) => vaultId === id).length;
  const count = (id: string) => countVaultItems(testArm(azure.fetch).arm, resourceId(id));
  expect(await count(prodVault)).toEqual({ count: inVault(prodVault), isLeast: false });
  expect(await count(hrVault)).toEqual({ count: inVault(hrVault), isLeast: false });
});

test.each([
  [{ value: [{ id: '/a' }], nextLink: 'https://management.azure.com/next' }, 1, true],
  [{ value: [{ id: '/a' }], nextLink: '' }, 1, false],
  [{ value: null }, 0, false],
])('a page that is not the last is the least there can be: %j', async (page, count, isLeast) => {
  const { arm } = testArm(() => answer(200, page));
  expect(await countVaultItems(arm, resourceId('/v'))).toEqual({ count, isLeast });
});

const idOf = (name: string) =>
  `/subscriptions/1/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/${name}`;
const row = (name: string) => ({ id: idOf(name), name, location: 'westeurope', crr: '' });

/** Vaults of which the first has instances; some of the others are forbidden. */
function azureWith(names: readonly string[], forbidden: readonly string[]) {
  const queried: string[] = [];
  const arm = testArm(async (request) => {
    if (request.method === 'POST') {
      const isNames = (await request.text()).includes('crr');
      const data = isNames
        ? names.map(row)
        : [{ vault: idOf(names[0] ?? '').toLowerCase(), items: 3 }];
      return answer(200, {
        totalRecords: data.length,
        count: data.length,
        resultTruncated: 'false',
        data,
      });
    }
    queried.push(request.url);
    const isRefused = forbidden.some((name) => request.url.includes(`/vaults/${name}/`));
    return isRefused
      ? answer(403, { error: { code: 'AuthorizationFailed' } })
      : answer(200, { value: [] });
  }).arm;
  return { arm, queried };
}

test('queries only vaults without an instance and reports those that refuse', async () => {
  const { arm, queried } = azureWith(['full', 'bare', 'closed'], ['closed', 'full']);
  const { vaults, isChecked } = await listUnreadVaults(arm);
  expect(vaults.map(({ name }) => name)).toEqual(['closed']);
  expect(isChecked).toBe(true);
  expect(queried).toHaveLength(2);
});

test('with thousands of vaults nothing is claimed', async () => {
  const names = Array.from({ length: 201 }, (_, index) => `v${String(index)}`);
  const { arm, queried } = azureWith(names, names);
  expect(await listUnreadVaults(arm)).toEqual({ vaults: [], isChecked: false });
  expect(queried).toEqual([]);
});

/** The configuration of vaults by the client, against the simulated Azure. */
const empty = resourceId(`${prodVault}-empty`);

function world() {
  const { seed, ...origin } = originOf('default');
  const [first] = seed.vaults;
  const vaults = first === undefined ? [] : [...seed.vaults, { ...first, id: empty }];
  const it = testAzure({ ...origin, seed: { ...seed, vaults } });
  return { ...it, ...testArm(it.azure.fetch) };
}

const storageOf = (vault: string): string =>
  `${vault}/backupstorageconfig/vaultstorageconfig?api-version=2024-04-01`;
const protectionOf = (vault: string): string =>
  `${vault}/backupconfig/vaultconfig?api-version=2024-04-01`;

async function storage(arm: ArmPipelines, vault: string) {
  const url = storageOf(vault);
  return (await sendFor(arm, storageConfigWire, { method: 'GET', url })).properties;
}

async function changeStorage(
  arm: ArmPipelines,
  vault: string,
  properties: StorageConfigWire['properties'],
) {
  await send(arm, { method: 'PATCH', url: storageOf(vault), body: { properties } });
}

async function protection(arm: ArmPipelines, vault: string) {
  const url = protectionOf(vault);
  return (await sendFor(arm, vaultConfigWire, { method: 'GET', url })).properties;
}

async function changeProtection(
  arm: ArmPipelines,
  vault: string,
  properties: VaultConfigWire['properties'],
) {
  const request = { method: 'PATCH', url: protectionOf(vault), body: { properties } } as const;
  return (await sendFor(arm, vaultConfigWire, request)).properties;
}

describe('storage', () => {
  test('says how it is, and that its redundancy is locked once something is protected', async () => {
    const { arm } = world();
    const redundancy = { storageType: 'GeoRedundant', crossRegionRestoreFlag: true };
    expect(await storage(arm, prodVault)).toMatchObject({
      ...redundancy,
      storageTypeState: 'Locked',
    });
    expect(await storage(arm, empty)).toMatchObject({
      ...redundancy,
      storageTypeState: 'Unlocked',
    });
  });

  test('cross-region restore is turned on, seen by the vault and by its secondary region, and off', async () => {
    const { arm, store } = world();
    const vault = resourceId(appsVault);
    await expect(listSecondaryItems(arm, vault)).rejects.toThrow('not enabled');
    await changeStorage(arm, vault, { crossRegionRestoreFlag: true });
    expect((await store.read(0)).map(({ event }) => event.type)).toEqual(['vault-configured']);
    expect(await storage(arm, vault)).toMatchObject({ crossRegionRestoreFlag: true });
    expect((await getVault(arm, vault)).crossRegionRestore).toBe(true);
    expect(await listSecondaryItems(arm, vault)).not.toEqual([]);
    const properties = { storageType: 'GeoRedundant', crossRegionRestoreFlag: false };
    const put = { method: 'PUT', url: storageOf(vault), body: { properties } } as const;
    const off = await sendFor(arm, storageConfigWire, put);
    expect(off.properties).toMatchObject({ ...properties, storageTypeState: 'Locked' });
    await expect(listSecondaryItems(arm, vault)).rejects.toThrow('not enabled');
  });

  test('another redundancy: only while nothing is protected, and it takes the feature with it', async () => {
    const { arm } = world();
    const local = { storageType: 'LocallyRedundant' };
    await changeStorage(arm, empty, local);
    const now = await storage(arm, empty);
    expect(now).toMatchObject(local);
    expect(now?.crossRegionRestoreFlag ?? false).toBe(false);
    expect((await getVault(arm, empty)).redundancy).toBe('LRS');
    await expect(changeStorage(arm, prodVault, local)).rejects.toThrow('cannot be changed');
    const on = changeStorage(arm, hrVault, { crossRegionRestoreFlag: true });
    await expect(on).rejects.toThrow('geo-redundant');
  });
});

describe('protection', () => {
  test('is changed in part or whole, and seen later', async () => {
    const { arm } = world();
    expect(await protection(arm, empty)).toMatchObject({
      softDeleteFeatureState: 'Enabled',
      softDeleteRetentionPeriodInDays: 14,
      enhancedSecurityState: 'Enabled',
      isSoftDeleteFeatureStateEditable: true,
    });
    const changed = await changeProtection(arm, empty, { softDeleteRetentionPeriodInDays: 30 });
    expect(changed).toMatchObject({
      softDeleteFeatureState: 'Enabled',
      softDeleteRetentionPeriodInDays: 30,
    });
    const properties = {
      softDeleteFeatureState: 'Disabled',
      softDeleteRetentionPeriodInDays: 14,
      enhancedSecurityState: 'Disabled',
    };
    await send(arm, { method: 'PUT', url: protectionOf(empty), body: { properties } });
    expect(await protection(arm, empty)).toMatchObject(properties);
    expect(await protection(arm, prodVault)).toMatchObject({ softDeleteFeatureState: 'Enabled' });
  });

  test('what is always on stays on', async () => {
    const { arm } = world();
    const always = await changeProtection(arm, empty, { softDeleteFeatureState: 'AlwaysON' });
    expect(always?.isSoftDeleteFeatureStateEditable).toBe(false);
    const off = changeProtection(arm, empty, { softDeleteFeatureState: 'Disabled' });
    await expect(off).rejects.toThrow('cannot be turned off');
    const short = changeProtection(arm, empty, { softDeleteRetentionPeriodInDays: 5 });
    await expect(short).rejects.toThrow('not a vault');
  });
});

test('who may only look at the group may change neither', async () => {
  const { seed, ...origin } = originOf('default');
  const groups = seed.groups.map((group) => ({ ...group, isReadOnly: true as const }));
  const { arm } = testArm(testAzure({ ...origin, seed: { ...seed, groups } }).azure.fetch);
  await expect(changeStorage(arm, prodVault, { crossRegionRestoreFlag: false })).rejects.toThrow(
    '/storageConfig/write',
  );
  const config = changeProtection(arm, prodVault, { softDeleteRetentionPeriodInDays: 20 });
  await expect(config).rejects.toThrow('/vaultconfig/write');
});
