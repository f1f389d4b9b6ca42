import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { armFacts } from '#src/api/arm/error.ts';
import { wholeList } from '#src/api/arm/paging.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import { pageOf } from '#src/api/arm/wire.ts';
import { listPermissions } from '#src/api/authorization.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import {
  listComputeUsages,
  listMachineSizes,
  sizePageWire,
  toMachineSizes,
  vmSizePageWire,
} from '#src/api/compute/sizes.ts';
import { hasKeyVault, keyVaultPageWire } from '#src/api/key-vaults.ts';
import { listVirtualNetworks } from '#src/api/network.ts';
import { listRecoveryPoints } from '#src/api/recovery-services/points.ts';
import type { Restore } from '#src/api/recovery-services/restore.ts';
import { startRestore, validateRestore } from '#src/api/recovery-services/restores.ts';
import { listRegions } from '#src/api/resources/places.ts';
import { azureClient } from '#src/api/queries/testing.ts';
import { type zonePeersRequestWire, zonePeersWire } from '#src/mocks/locations.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { userIdentityWire } from '#src/mocks/authorization.ts';
import { exampleMachine } from '#src/mocks/testing-example.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import {
  corporate,
  inGroup,
  production,
  prodVault,
} from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { leftOf, quotasOf } from '#src/model/machines.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { allows } from '#src/model/roles.ts';

const sizeRow = (more: object = {}) => ({
  resourceType: 'virtualMachines',
  name: 'Standard_A0',
  locationInfo: [{ location: 'westus', zones: ['2', '1'], zoneDetails: [] }],
  family: 'standardA0_A7Family',
  capabilities: [
    { name: 'MemoryGB', value: '0.75' },
    { name: 'vCPUs', value: '1' },
  ],
  ...more,
});
const capabilities = { name: 'Standard_A0', family: 'standardA0_A7Family', cores: 1 };
const rowsOf = (...rows: object[]) => sizePageWire.parse({ value: rows, nextLink: null }).value;
const sizesOf = (...rows: object[]) => toMachineSizes(rowsOf(...rows) ?? [], 'WestUS');
const restriction = (
  type: string,
  info: object | null,
  reasonCode = 'NotAvailableForSubscription',
) => ({
  restrictions: [{ type, values: ['westus'], reasonCode, restrictionInfo: info }],
});

describe('a size', () => {
  test('without restrictions is offered in its zones, in their order', () => {
    expect(sizesOf(sizeRow())).toEqual([{ ...capabilities, isOffered: true, zones: ['1', '2'] }]);
  });

  test.each([
    ['its region is closed', restriction('Location', { locations: ['westus'] }), false, ['1', '2']],
    ['a quota forbids it', restriction('location', null, 'QuotaId'), false, ['1', '2']],
    [
      'another region is closed',
      restriction('Location', { locations: ['eastus'] }),
      true,
      ['1', '2'],
    ],
    ['a zone is closed', restriction('Zone', { locations: ['westus'], zones: ['1'] }), true, ['2']],
    [
      'zones are closed elsewhere',
      restriction('Zone', { locations: ['eastus'], zones: ['1'] }),
      true,
      ['1', '2'],
    ],
    ['nothing is said', { restrictions: null, locationInfo: null }, true, []],
  ])('where %s', (_, more, isOffered, zones) => {
    expect(sizesOf(sizeRow(more))).toEqual([{ ...capabilities, isOffered, zones }]);
  });

  test.each([
    [{ capabilities: null, family: null }, null],
    [{ capabilities: [{ name: 'vCPUs', value: 'many' }], family: null }, null],
    [{ capabilities: [{ name: 'vcpus', value: '64' }], family: null }, 64],
  ])('told as %j has %s cores', (more, cores) => {
    expect(sizesOf(sizeRow(more))).toMatchObject([{ family: null, cores }]);
  });

  test('is no disk and no other thing that is in the same list', () => {
    expect(sizesOf(sizeRow({ resourceType: 'disks' }), sizeRow({ resourceType: null }))).toEqual(
      [],
    );
  });

  test('is read without what makes the answer long', () => {
    expect(rowsOf(sizeRow())).toEqual([
      {
        resourceType: 'virtualMachines',
        name: 'Standard_A0',
        family: 'standardA0_A7Family',
        capabilities: [{ name: 'vCPUs', value: '1' }],
        locationInfo: [{ location: 'westus', zones: ['2', '1'] }],
      },
    ]);
  });
});

const keyVault = (group: string, name: string) =>
  resourceId(`${group}/providers/Microsoft.KeyVault/vaults/${name}`);
const eus2 = inGroup(corporate, 'rg-restore-eus2');

test.each([
  ['Standard_E16s_v5', 16, 'standardESv5Family', 8],
  ['Standard_D4s_v5', 4, 'cores', 28],
])(
  'a machine of size %s needs %i cores; the least is left of %s',
  async (name, cores, of, left) => {
    const { arm } = azureClient('default');
    const size = (await listMachineSizes(arm, production, 'westeurope')).find(
      (one) => one.name === name,
    );
    const usages = await listComputeUsages(arm, production, 'westeurope');
    expect(size?.cores).toBe(cores);
    const [tightest] = size === undefined ? [] : quotasOf(usages, size);
    expect([tightest?.name, (tightest?.limit ?? 0) - (tightest?.used ?? 0)]).toEqual([of, left]);
  },
);

test('the addresses in use of a subnet are those of its machines, and of what is beyond the world', async () => {
  const networks = await listVirtualNetworks(azureClient('default').arm, production);
  const subnets = networks.find(({ name }) => name === 'vnet-prod-weu')?.subnets ?? [];
  expect(subnets.map(({ name, usedAddresses }) => [name, usedAddresses])).toEqual([
    ['default', 13],
    ['snet-app', 0],
    ['snet-data', 251],
    ['snet-sqlmi', 0],
  ]);
});

test.each([
  ['of a set', keyVault(eus2, 'kv-des-failed-eus2'), true],
  ['of an encrypted machine', keyVault(inGroup(production, 'rg-hr'), 'KV-HR-DB-01'), true],
  ['that was deleted', keyVault(eus2, 'kv-des-restore-eus2'), false],
  ['that there never was', keyVault(eus2, 'kv-nothing'), false],
])('a key vault %s', async (_, id, expected) => {
  expect(await hasKeyVault(azureClient('default').arm, id)).toBe(expected);
});

test('a key vault without read access is not reported as gone', async () => {
  const read = hasKeyVault(azureClient('default').arm, keyVault(eus2, 'kv-des-double-eus2'));
  expect(armFacts(await read.catch((error: unknown) => error))).toMatchObject({ status: 403 });
});

test('points of an encrypted machine name its key vault, and of no other', async () => {
  const vaultsOf = async (name: string) => {
    const item = defaultWorld.instances.find(({ friendlyName }) => friendlyName === name);
    const points = await listRecoveryPoints(azureClient('default').arm, resourceId(item?.id ?? ''));
    return points[0]?.keyVaultIds;
  };
  expect(await vaultsOf('hr-db-01')).toEqual([
    keyVault(inGroup(production, 'rg-hr'), 'kv-hr-db-01'),
  ]);
  expect(await vaultsOf('app01')).toEqual([]);
});

test('machines are running but for those that were shut down', async () => {
  const isRunning = async (part: string) => {
    const id = defaultWorld.machines.find((one) => one.id.endsWith(part))?.id ?? '';
    return (await getMachine(azureClient('default').arm, resourceId(id)))?.isRunning;
  };
  expect(await isRunning('/app01')).toBe(true);
  expect(
    await isRunning('rg-web-stage/providers/Microsoft.Compute/virtualMachines/web-fe-07'),
  ).toBe(false);
});

test('with too few rights a vault may be looked into, and nothing be started there', async () => {
  const { arm } = azureClient('few-rights');
  const rights = await listPermissions(arm, resourceId(prodVault));
  const action = 'Microsoft.RecoveryServices/vaults/backupFabrics/read';
  expect([allows(rights, action), allows(rights, action.replace('/read', '/write'))]).toEqual([
    true,
    false,
  ]);
  const network = await listPermissions(arm, resourceId(inGroup(production, 'rg-network-weu')));
  expect(allows(network, 'Microsoft.Network/virtualNetworks/subnets/join/action')).toBe(false);
});

test('a validation finds too few cores for a new machine, which the restore is not refused for', async () => {
  const { arm } = azureClient('default');
  const size = { code: 'UserErrorCoreCountSubscriptionQuotaReached' };
  const item = defaultWorld.instances.find(({ friendlyName }) => friendlyName === 'sql-erp-02');
  const point = item?.points[0]?.name ?? '';
  const group = inGroup(production, 'rg-restore-weu');
  const network = `${inGroup(production, 'rg-network-weu')}/providers/Microsoft.Network/virtualNetworks/vnet-prod-weu`;
  const restore: Restore = {
    ...exampleMachine,
    recoveryPointResourceId: resourceId(`${item?.id ?? ''}/recoveryPoints/${point}`),
    recoveryPointId: point,
    sourceResourceId: resourceId(item?.machineId ?? ''),
    region: 'westeurope',
    stagingAccountId: resourceId(
      `${group}/providers/Microsoft.Storage/storageAccounts/stprodweu01`,
    ),
    targetResourceGroupId: resourceId(group),
    targetVirtualMachineId: resourceId(`${group}/providers/Microsoft.Compute/virtualMachines/x`),
    virtualNetworkId: resourceId(network),
    subnetId: resourceId(`${network}/subnets/default`),
  };
  expect(await validateRestore(arm, restore)).toMatchObject([size]);
  expect(await startRestore(arm, restore, 'mine')).not.toBeNull();
});

const inSubscription = (id: string, type: string): string =>
  `/subscriptions/${id}/providers/${type}`;
const group = `/subscriptions/${production}/resourceGroups/rg-network-weu/providers`;

describe('vCPUs of a region', () => {
  test('are those of the machines there, and some are left', async () => {
    const usages = await listComputeUsages(azureClient().arm, production, 'WestEurope');
    const cores = usages.find(({ name }) => name === 'cores');
    expect(cores).toMatchObject({ label: 'Total Regional vCPUs', limit: 100 });
    expect(cores?.used).toBeGreaterThan(0);
    const elsewhere = await listComputeUsages(azureClient().arm, production, 'italynorth');
    expect(elsewhere).toContainEqual(expect.objectContaining({ name: 'cores', used: 0 }));
  });

  test('are never negative, and unlimited where Azure reports no limit', async () => {
    const { seed, ...origin } = originOf('default');
    const place = { subscriptionId: production, location: 'westeurope' };
    const quotas = [{ ...place, name: 'cores', used: 4, limit: 1 }];
    const it = testAzure({ ...origin, seed: { ...seed, quotas } });
    const usages = await listComputeUsages(testArm(it.azure.fetch).arm, production, 'westeurope');
    expect(usages.filter(({ name }) => name === 'cores').map(leftOf)).toEqual([0]);
    const name = { value: 'cores' };
    const row = { currentValue: 3, limit: -1, name };
    const { arm } = testArm(inTurn(() => answer(200, { value: [row] })));
    const unlimited = await listComputeUsages(arm, production, 'westeurope');
    expect(unlimited).toEqual([{ name: 'cores', label: 'cores', used: 3, limit: null }]);
    expect(unlimited.map(leftOf)).toEqual([Number.POSITIVE_INFINITY]);
  });

  test('are found for a region by its display name', async () => {
    const place = `/subscriptions/${production}/providers/Microsoft.Compute/locations/West%20Europe`;
    const answered = await testAzure('default').get(`${place}/usages?api-version=2024-03-01`);
    expect(answered.status).toBe(200);
  });

  test('of no region, or of a strange subscription, are refused', async () => {
    await expect(listComputeUsages(azureClient().arm, production, 'atlantis')).rejects.toThrow(
      'atlantis',
    );
    await expect(listComputeUsages(azureClient().arm, 'nobody', 'westeurope')).rejects.toThrow(
      'nobody',
    );
  });
});

describe('zones of two subscriptions', () => {
  const peers = async (region: string, other = corporate, own = production) => {
    const body: z.infer<typeof zonePeersRequestWire> = {
      location: region,
      subscriptionIds: [`subscriptions/${other}`],
    };
    const url = `${inSubscription(own, 'Microsoft.Resources/checkZonePeers')}?api-version=2022-12-01`;
    const answered = await sendFor(azureClient().arm, zonePeersWire, { method: 'POST', url, body });
    return (answered.availabilityZonePeers ?? []).map(({ availabilityZone, peers: its }) => ({
      own: availabilityZone,
      other: its?.[0]?.availabilityZone ?? '',
    }));
  };

  test('are each the same place as one other, as the lists of regions say', async () => {
    const same = await peers('westeurope');
    expect(same.map(({ own }) => own)).toEqual(['1', '2', '3']);
    expect(same.map(({ other }) => other).toSorted()).toEqual(['1', '2', '3']);
    expect(await listRegions(azureClient().arm, corporate)).toContainEqual(
      expect.objectContaining({ name: 'westeurope', zones: ['1', '2', '3'] }),
    );
    const back = await peers('westeurope', production, corporate);
    expect(back.map(({ own, other }) => `${other}${own}`).toSorted()).toEqual(
      same.map(({ own, other }) => `${own}${other}`).toSorted(),
    );
  });

  test('are none in a region without zones', async () => {
    await expect(peers('westus')).rejects.toThrow('no availability zones');
    await expect(peers('westeurope', 'nobody')).rejects.toThrow('nobody');
  });
});

test('requests the region West Europe by its name', async () => {
  const { arm, sent } = testArm(inTurn(() => answer(200, { value: [] })));
  await listComputeUsages(arm, production, 'West Europe');
  expect(sent.map(({ url }) => /locations\/([^/]+)/.exec(url)?.[1])).toEqual(['westeurope']);
});

test('sizes say how big they are', async () => {
  const sizes = 'Microsoft.Compute/locations/westeurope/vmSizes';
  const url = `${inSubscription(production, sizes)}?api-version=2024-03-01`;
  expect(await wholeList(azureClient().arm, vmSizePageWire, url)).toContainEqual(
    expect.objectContaining({
      name: 'Standard_D4s_v5',
      numberOfCores: 4,
      memoryInMB: 16_384,
      maxDataDiskCount: 8,
    }),
  );
});

test('identities are those of vaults, with their ids in the directory', async () => {
  const identities = 'Microsoft.ManagedIdentity/userAssignedIdentities';
  const url = `${inSubscription(production, identities)}?api-version=2023-01-31`;
  const [first] = await wholeList(azureClient().arm, pageOf(userIdentityWire), url);
  expect(first?.id).toContain(`/${identities}/`);
  expect(first?.properties?.principalId).toMatch(/^[0-9a-f-]{36}$/);
});

test('key vaults are there that hold the keys of encryption sets', async () => {
  const url = `${inSubscription(production, 'Microsoft.KeyVault/vaults')}?api-version=2023-07-01`;
  const vaults = await wholeList(azureClient().arm, keyVaultPageWire, url);
  expect(vaults.length).toBeGreaterThan(0);
  for (const { name, properties } of vaults) {
    expect(name).toMatch(/^kv-/);
    expect(properties).toMatchObject({
      enablePurgeProtection: true,
      enableRbacAuthorization: true,
    });
  }
});

describe('what lies in a group', () => {
  const ofNetworks = '?api-version=2024-01-01';
  const ofDisks = '?api-version=2023-10-02';
  const read = async (path: string, version = ofNetworks) =>
    jsonOf(await testAzure('default').get(path + version));

  test('is listed, and read one by one', async () => {
    const networks = `${group}/Microsoft.Network/virtualNetworks`;
    expect(JSON.stringify(await read(networks))).toContain('vnet-prod-weu');
    expect(await read(`${networks}/VNET-PROD-WEU`)).toMatchObject({ name: 'vnet-prod-weu' });
    expect(await read(`${networks}/nothing`)).toMatchObject({
      error: { code: 'ResourceNotFound' },
    });
  });

  test('is refused where the group is not there', async () => {
    const nowhere = `/subscriptions/${production}/resourceGroups/rg-nowhere/providers`;
    expect(await read(`${nowhere}/Microsoft.Compute/disks`, ofDisks)).toMatchObject({
      error: { code: 'ResourceGroupNotFound' },
    });
  });

  test('has as many disks in all groups as the subscription', async () => {
    const { get } = testAzure('default');
    const disks = async (scope: string) =>
      JSON.stringify(
        await jsonOf(await get(`${scope}/providers/Microsoft.Compute/disks${ofDisks}`)),
      ).match(/"diskState"/g)?.length ?? 0;
    const { seed } = originOf('default');
    const groups = seed.groups.filter(({ subscriptionId }) => subscriptionId === production);
    const counts = await Promise.all(
      groups.map(({ name }) => disks(`/subscriptions/${production}/resourceGroups/${name}`)),
    );
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(
      await disks(`/subscriptions/${production}`),
    );
  });
});
