import { describe, expect, test } from 'vitest';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import { listSizeMeasures } from '#src/api/compute/sizes/vm-sizes.ts';
import { listComputeUsages } from '#src/api/compute/usages/ops.ts';
import { listUserIdentities } from '#src/api/identity/user-identities/ops.ts';
import { listKeyVaults } from '#src/api/key-vaults/vaults/ops.ts';
import { findProtection } from '#src/api/recovery-services/protected-items/protection.ts';
import { listZonePeers } from '#src/api/resources/zone-peers/ops.ts';
import { listRegions } from '#src/api/resources/locations/ops.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import { leftOf } from '#src/model/compute-usage.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Look-ups that say beforehand what would stop a restore, read from the simulated Azure. */

const production = '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951';
const corporate = 'c3a9d514-7e28-4f6b-8b02-61f5e8a7d330';
const world = () => testArm(testAzure('default').azure.fetch).arm;
const group = `/subscriptions/${production}/resourceGroups/rg-network-weu/providers`;

describe('vCPUs of a region', () => {
  test('are those of the machines there, and some are left', async () => {
    const usages = await listComputeUsages(world(), production, 'WestEurope');
    const cores = usages.find(({ name }) => name === 'cores');
    expect(cores).toMatchObject({ label: 'Total Regional vCPUs', limit: 100 });
    expect(cores?.used).toBeGreaterThan(0);
    const elsewhere = await listComputeUsages(world(), production, 'italynorth');
    expect(elsewhere).toContainEqual(expect.objectContaining({ name: 'cores', used: 0 }));
  });

  test('are never less than none, and as many as one likes where Azure tells no limit', async () => {
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

  test('are told of a region whose name is written as people write it', async () => {
    const place = `/subscriptions/${production}/providers/Microsoft.Compute/locations/West%20Europe`;
    const answered = await testAzure('default').get(`${place}/usages?api-version=2024-03-01`);
    expect(answered.status).toBe(200);
  });

  test('of no region, or of a strange subscription, are refused', async () => {
    await expect(listComputeUsages(world(), production, 'atlantis')).rejects.toThrow('atlantis');
    await expect(listComputeUsages(world(), 'nobody', 'westeurope')).rejects.toThrow('nobody');
  });
});

describe('zones of two subscriptions', () => {
  const peers = (region: string, other = corporate) =>
    listZonePeers(world(), { subscriptionId: production, otherSubscriptionId: other, region });

  test('are each the same place as one other, as the lists of regions say', async () => {
    const same = await peers('westeurope');
    expect(same.map(({ own }) => own)).toEqual(['1', '2', '3']);
    expect(same.map(({ other }) => other).toSorted()).toEqual(['1', '2', '3']);
    expect(await listRegions(world(), corporate)).toContainEqual(
      expect.objectContaining({ name: 'westeurope', zones: ['1', '2', '3'] }),
    );
    const back = await listZonePeers(world(), {
      subscriptionId: corporate,
      otherSubscriptionId: production,
      region: 'westeurope',
    });
    expect(back.map(({ own, other }) => `${other}${own}`).toSorted()).toEqual(
      same.map(({ own, other }) => `${own}${other}`).toSorted(),
    );
  });

  test('are none in a region without, and of nobody else', async () => {
    await expect(peers('westus')).rejects.toThrow('no availability zones');
    await expect(peers('westeurope', 'nobody')).rejects.toThrow('nobody');
  });
});

test('a region that Azure writes as West Europe is asked for by its name', async () => {
  const { arm, sent } = testArm(inTurn(() => answer(200, { value: [] })));
  await listComputeUsages(arm, production, 'West Europe');
  await listSizeMeasures(arm, production, 'West Europe');
  await findProtection(arm, resourceId(`${group}/x`), 'West Europe');
  const places = sent.map(({ url }) => /locations\/([^/]+)/.exec(url)?.[1]);
  expect(places).toEqual(['westeurope', 'westeurope', 'westeurope']);
});

test('sizes say how big they are', async () => {
  const sizes = await listSizeMeasures(world(), production, 'westeurope');
  expect(sizes).toContainEqual({
    name: 'Standard_D4s_v5',
    cores: 4,
    memoryMB: 16_384,
    maxDataDisks: 8,
  });
});

test('identities are those of vaults, with their ids in the directory', async () => {
  const [first] = await listUserIdentities(world(), production);
  expect(first?.id).toMatch(/\/Microsoft\.ManagedIdentity\/userAssignedIdentities\//);
  expect(first?.principalId).toMatch(/^[0-9a-f-]{36}$/);
});

test('key vaults are there that hold the keys of encryption sets', async () => {
  const vaults = await listKeyVaults(world(), production);
  expect(vaults.length).toBeGreaterThan(0);
  for (const vault of vaults) {
    expect(vault.name).toMatch(/^kv-/);
    expect(vault).toMatchObject({ hasPurgeProtection: true, usesRoles: true });
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
