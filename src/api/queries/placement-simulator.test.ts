import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { listDiskAccesses, listDiskEncryptionSets } from '#src/api/compute/disks.ts';
import { getMachine, listMachineNames } from '#src/api/compute/machines.ts';
import { listVirtualNetworks } from '#src/api/network/networks.ts';
import { getVault, getVaultEncryption } from '#src/api/recovery-services/vaults.ts';
import { listRegions } from '#src/api/resources/places.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Look-ups of a new machine, read from the simulated Azure by the client. */

const production = '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951';
const corporate = 'c3a9d514-7e28-4f6b-8b02-61f5e8a7d330';
const world = () => {
  const it = testAzure('default');
  return { ...it, ...testArm(it.azure.fetch) };
};
const machine = async (name: string) => {
  const id = defaultWorld.machines.find((one) => one.id.endsWith(`/${name}`))?.id ?? '';
  return getMachine(world().arm, resourceId(id));
};

describe('what production offers', () => {
  test('networks of two regions, one without subnets, a delegated subnet', async () => {
    const networks = await listVirtualNetworks(world().arm, production);
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
    const accesses = await listDiskAccesses(world().arm, production);
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
    const names = await listMachineNames(world().arm, production);
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
    const regions = await listRegions(world().arm, production);
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
  const sets = await listDiskEncryptionSets(world().arm, corporate);
  expect(sets.map(({ name, region, isReady }) => [name, region, isReady])).toEqual([
    ['des-backup', 'eastus2', true],
    ['des-restore-eus2', 'eastus2', true],
    ['des-double-eus2', 'eastus2', true],
    ['des-failed-eus2', 'eastus2', false],
    ['des-restore-neu', 'northeurope', true],
  ]);
});

test('identities of the vaults, and whose key they are encrypted with', async () => {
  const { arm } = world();
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
    const error: unknown = await list(world().arm, 'nobody').catch((caught: unknown) => caught);
    expect(armFacts(error)).toMatchObject({ status: 404, code: 'SubscriptionNotFound' });
  });

  test('is refused with the action that is missing', async () => {
    const { arm, azure } = world();
    const effect = { kind: 'status', status: 403 } as const;
    const fault = { id: 'f', match: { operation }, times: null, effect };
    await azure.append([{ type: 'fault-added', at: 0, fault }]);
    const error: unknown = await list(arm, production).catch((caught: unknown) => caught);
    expect(armFacts(error)?.missingAction).toMatch(/\/read$/);
  });
});
