import { describe, expect, test } from 'vitest';
import { ArmError, armFacts } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { answer, failureOf, inTurn, testArm } from '#src/api/arm/testing.ts';
import { listDiskAccesses, listDiskEncryptionSets } from '#src/api/compute/disks.ts';
import { getMachine, listMachineNames } from '#src/api/compute/machines.ts';
import { listVirtualNetworks } from '#src/api/network.ts';
import { getVault, getVaultEncryption } from '#src/api/recovery-services/vaults.ts';
import { createResourceGroup, listRegions } from '#src/api/resources/places.ts';
import { azureClient, breaks } from '#src/api/queries/testing.ts';
import { jsonOf } from '#src/mocks/testing.ts';
import { corporate, production } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { resourceId } from '#src/model/resource-id.ts';

const host = 'https://management.azure.com';
const compute = '/subscriptions/1/resourceGroups/rg/providers/Microsoft.Compute';
const listing = (...value: object[]) => testArm(inTurn(() => answer(200, { value })));

describe('a disk access', () => {
  const connection = (status: string | null) => ({
    properties: { privateLinkServiceConnectionState: { status } },
  });
  test.each([
    ['an approved endpoint', { privateEndpointConnections: [connection('Approved')] }, true],
    ['one of many', { privateEndpointConnections: [{}, connection('approved')] }, true],
    ['a pending endpoint', { privateEndpointConnections: [connection('Pending')] }, false],
    ['a rejected endpoint', { privateEndpointConnections: [connection('Rejected')] }, false],
    ['an endpoint that says nothing', { privateEndpointConnections: [connection(null)] }, false],
    ['no endpoint', { privateEndpointConnections: [] }, false],
    ['no list of endpoints', {}, false],
  ])('with %s', async (_, properties, hasApprovedEndpoint) => {
    const id = `${compute}/diskAccesses/da`;
    const { arm } = listing({ id, name: 'da', location: 'westus', properties });
    expect(await listDiskAccesses(arm, '1')).toEqual([
      { id, name: 'da', resourceGroup: 'rg', region: 'westus', hasApprovedEndpoint },
    ]);
  });
});

describe('a disk encryption set', () => {
  test.each([
    [{ encryptionType: 'X', provisioningState: 'Succeeded' }, 'X', true],
    [{ encryptionType: 'X', provisioningState: 'Creating' }, 'X', false],
    [{}, null, false],
    [null, null, false],
  ])('that says %j', async (properties, encryptionType, isReady) => {
    const id = `${compute}/diskEncryptionSets/des`;
    const { arm } = listing({ id, name: 'des', location: 'westus', properties });
    expect(await listDiskEncryptionSets(arm, '1')).toEqual([
      {
        id,
        name: 'des',
        resourceGroup: 'rg',
        region: 'westus',
        encryptionType,
        keyVaultId: null,
        isReady,
      },
    ]);
  });
});

describe('a region', () => {
  const regionOf = async (more: object) =>
    (await listRegions(listing({ name: 'westus', ...more }).arm, '1'))[0];

  test('has a pair and zones in order', async () => {
    const zone = (logicalZone: string) => ({ logicalZone, physicalZone: `az${logicalZone}` });
    const metadata = { pairedRegion: [{ name: 'eastus', id: '/x' }] };
    const more = {
      displayName: 'West',
      metadata,
      availabilityZoneMappings: [zone('3'), zone('1')],
    };
    expect(await regionOf(more)).toEqual({
      name: 'westus',
      displayName: 'West',
      pairedRegion: 'eastus',
      zones: ['1', '3'],
      places: ['az1', 'az3'],
    });
  });

  test.each([{}, { metadata: null }, { metadata: { pairedRegion: [] } }])(
    'that says only %j has neither',
    async (more) => {
      expect(await regionOf(more)).toEqual({
        name: 'westus',
        displayName: 'westus',
        pairedRegion: null,
        zones: [],
        places: [],
      });
    },
  );
});

test('names of machines are read over all pages', async () => {
  const page = (name: string, nextLink?: string) =>
    answer(200, { value: [{ id: `${compute}/virtualMachines/${name}`, name }], nextLink });
  const { arm, sent } = testArm(
    inTurn(
      () => page('vm-1', `${host}/next?x=1`),
      () => page('VM-2'),
    ),
  );
  expect(await listMachineNames(arm, '1')).toEqual(['vm-1', 'VM-2']);
  expect(sent.map(({ url }) => url)).toEqual([
    `${host}/subscriptions/1/providers/Microsoft.Compute/virtualMachines?api-version=2024-03-01`,
    `${host}/next?x=1`,
  ]);
});

test('the name of a VM that is being deleted is taken as long as Azure lists it', async () => {
  const name = 'app01-night';
  const row = {
    id: `${compute}/virtualMachines/${name}`,
    name,
    properties: { provisioningState: 'Deleting' },
  };
  const { arm } = testArm(inTurn(() => answer(200, { value: [row] })));
  expect(await listMachineNames(arm, '1')).toEqual([name]);
});

test.each([listDiskAccesses, listDiskEncryptionSets, listRegions, listMachineNames])(
  'a subscription with nothing in it is an empty list, and a refusal an error: %o',
  async (list) => {
    expect(await list(listing().arm, '1')).toEqual([]);
    const refused = inTurn(() => answer(403, { error: { code: 'AuthorizationFailed' } }));
    await expect(list(testArm(refused).arm, '1')).rejects.toThrow('Azure answered 403');
  },
);

const machine = async (name: string) => {
  const id = defaultWorld.machines.find((one) => one.id.endsWith(`/${name}`))?.id ?? '';
  return getMachine(azureClient().arm, resourceId(id));
};

describe('what production offers', () => {
  test('networks of two regions, one without subnets, a delegated subnet', async () => {
    const networks = await listVirtualNetworks(azureClient().arm, production);
    expect(networks.map(({ name, region, subnets }) => [name, region, subnets.length])).toEqual([
      ['vnet-prod-weu', 'westeurope', 4],
      ['vnet-hub-weu', 'westeurope', 1],
      ['vnet-empty-weu', 'westeurope', 0],
      ['vnet-prod-neu', 'northeurope', 2],
    ]);
    const [first] = networks;
    expect(first).toMatchObject({ resourceGroup: 'rg-network-weu', subscriptionId: production });
    expect(first?.subnets.map(({ name, isDelegated }) => [name, isDelegated])).toEqual([
      ['default', false],
      ['snet-app', false],
      ['snet-data', false],
      ['snet-sqlmi', true],
    ]);
    expect(first?.subnets.map(({ addressPrefixes }) => addressPrefixes.length)).toEqual([
      1, 1, 1, 1,
    ]);
  });

  test('disk accesses, of which some can be used', async () => {
    const accesses = await listDiskAccesses(azureClient().arm, production);
    expect(
      accesses.map(({ name, region, hasApprovedEndpoint }) => [name, region, hasApprovedEndpoint]),
    ).toEqual([
      ['da-pay-api-02', 'westeurope', true],
      ['da-restore-weu', 'westeurope', true],
      ['da-pending-weu', 'westeurope', false],
      ['da-unused-weu', 'westeurope', false],
      ['da-restore-neu', 'northeurope', true],
    ]);
  });

  test('names of machines that are there, without those deleted', async () => {
    const names = await listMachineNames(azureClient().arm, production);
    expect(names.slice(0, 5)).toEqual([
      'app01',
      'sql-erp-02',
      'web-fe-07',
      'pay-api-02',
      'hr-db-01',
    ]);
    expect(names).not.toContain('old-crm-01');
  });

  test('regions with pairs and zones', async () => {
    const regions = await listRegions(azureClient().arm, production);
    const region = (wanted: string) => regions.find(({ name }) => name === wanted);
    expect(region('westeurope')?.places.toSorted()).toEqual([
      'westeurope-az1',
      'westeurope-az2',
      'westeurope-az3',
    ]);
    expect(region('westeurope')).toMatchObject({
      name: 'westeurope',
      displayName: 'West Europe',
      pairedRegion: 'northeurope',
      zones: ['1', '2', '3'],
    });
    expect(region('westus')).toMatchObject({ pairedRegion: 'eastus', zones: [] });
    expect(region('italynorth')).toMatchObject({ pairedRegion: null, zones: ['1', '2', '3'] });
  });
});

test('encryption sets of the other subscription, one of them not ready', async () => {
  const sets = await listDiskEncryptionSets(azureClient().arm, corporate);
  expect(sets.map(({ name, region, isReady }) => [name, region, isReady])).toEqual([
    ['des-backup', 'eastus2', true],
    ['des-restore-eus2', 'eastus2', true],
    ['des-double-eus2', 'eastus2', true],
    ['des-failed-eus2', 'eastus2', false],
    ['des-restore-neu', 'northeurope', true],
  ]);
});

test('identities of the vaults, and whose key they are encrypted with', async () => {
  const { arm } = azureClient();
  const facts = await Promise.all(
    defaultWorld.vaults.map(async ({ id }) => {
      const { name, identities, userIdentityIds } = await getVault(arm, resourceId(id));
      const { usesCustomerKey } = await getVaultEncryption(arm, resourceId(id));
      return [name, identities, userIdentityIds.length, usesCustomerKey];
    }),
  );
  expect(facts).toEqual([
    ['rsv-prod-weu', ['system', 'user'], 1, false],
    ['rsv-hr-weu', [], 0, false],
    ['rsv-hq-neu', ['system'], 0, false],
    ['rsv-apps-eus2', ['user'], 1, true],
    ['rsv-shop-weu', ['system'], 0, false],
    ['testVault', [], 0, false],
  ]);
});

test('machines say what the rules read of them', async () => {
  expect(await machine('sql-erp-02')).toMatchObject({
    hybridBenefit: true,
    extensions: ['SqlIaasExtension'],
    hasUltraDisks: false,
    isGeneralized: false,
    isFromCustomImage: false,
  });
  expect(await machine('files-hq')).toMatchObject({ nicCount: 2, extensions: null });
  expect(await machine('ml-batch-01')).toMatchObject({
    hasUltraDisks: true,
    usesEncryptionAtHost: true,
  });
  expect(await machine('pay-api-02')).toMatchObject({
    hasUserIdentity: true,
    hasKeyVaultLink: true,
  });
  expect(await machine('gold-image-01')).toMatchObject({
    isGeneralized: true,
    isFromCustomImage: true,
  });
});

const lists: readonly (readonly [
  string,
  (arm: ArmPipelines, subscriptionId: string) => Promise<unknown[]>,
])[] = [
  ['virtualNetworks.list', listVirtualNetworks],
  ['diskAccesses.list', listDiskAccesses],
  ['diskEncryptionSets.list', listDiskEncryptionSets],
  ['virtualMachines.list', listMachineNames],
  ['locations.list', listRegions],
];

describe.each(lists)('%s', (operation, list) => {
  test('of a subscription that is not there is a 404', async () => {
    const error: unknown = await list(azureClient().arm, 'nobody').catch(
      (caught: unknown) => caught,
    );
    expect(armFacts(error)).toMatchObject({ status: 404, code: 'SubscriptionNotFound' });
  });

  test('is refused with the action that is missing', async () => {
    const it = azureClient();
    await breaks(it, operation, { kind: 'status', status: 403 }, null);
    expect((await failureOf(list(it.arm, production)))?.missingAction).toMatch(/\/read$/);
  });
});

const group = { subscriptionId: production, name: 'rg-new', region: 'westeurope' };
const tagged = { ...group, name: 'rg-restore-weu' };
const addressOf = ({ name }: typeof group) =>
  `/subscriptions/${production}/resourceGroups/${name}?api-version=2021-04-01`;

describe('a resource group', () => {
  test('that is not there is made, once', async () => {
    const { arm, sent } = azureClient();
    expect(await createResourceGroup(arm, group)).toBe('created');
    expect(await createResourceGroup(arm, group)).toBe('existed');
    expect(sent.map(({ method }) => method)).toEqual(['HEAD', 'PUT', 'HEAD']);
  });

  test.each([
    ['with its tags', tagged],
    ['in another region', { ...tagged, region: 'northeurope' }],
    ['spelled otherwise', { ...tagged, name: 'RG-Restore-WEU' }],
  ])('that is there is left alone: %s', async (_, existing) => {
    const { arm, sent, get } = azureClient();
    expect(await createResourceGroup(arm, existing)).toBe('existed');
    expect(sent.map(({ method }) => method)).toEqual(['HEAD']);
    expect(await jsonOf(await get(addressOf(tagged)))).toMatchObject({
      location: 'westeurope',
      tags: { costCenter: '4711', owner: 'backup-team' },
    });
  });

  test('loses its tags by a PUT without them: what the question before it prevents', async () => {
    const { get, send } = azureClient();
    const tagsOf = async (): Promise<unknown> => jsonOf(await get(addressOf(tagged)));
    const put = async (body: object) => send('PUT', addressOf(tagged), body);
    expect((await put({ location: 'westeurope' })).status).toBe(200);
    expect(await tagsOf()).not.toHaveProperty('tags');
    const again = await put({ location: 'westeurope', tags: { a: 'b' } });
    expect(await jsonOf(again)).toMatchObject({ tags: { a: 'b' } });
    expect(await tagsOf()).toMatchObject({ tags: { a: 'b' } });
    expect((await put({ location: 'northeurope' })).status).toBe(409);
    expect(await tagsOf()).toMatchObject({ tags: { a: 'b' } });
  });

  test('is not created without permission to check for it', async () => {
    const { arm, sent } = testArm(() => answer(403));
    await expect(createResourceGroup(arm, group)).rejects.toThrow(ArmError);
    expect(sent.map(({ method }) => method)).toEqual(['HEAD']);
  });
});

test('a classic machine is read with a version of its own provider', async () => {
  const { arm, sent } = azureClient();
  const classic = defaultWorld.machines.find(({ deployment }) => deployment === 'classic');
  const id = resourceId(classic?.id ?? '');
  expect(await getMachine(arm, id)).toMatchObject({ name: 'classic-crm' });
  expect(sent[0]?.url).toContain('/Microsoft.ClassicCompute/virtualMachines/classic-crm?');
  expect(sent[0]?.url).toContain('api-version=2017-04-01');
});
