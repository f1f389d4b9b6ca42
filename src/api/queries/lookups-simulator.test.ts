import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import { wholeList } from '#src/api/arm/paging.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { pageOf } from '#src/api/arm/wire.ts';
import { listComputeUsages, vmSizePageWire } from '#src/api/compute/sizes.ts';
import { keyVaultPageWire } from '#src/api/key-vaults.ts';
import { listRegions } from '#src/api/resources/places.ts';
import { type zonePeersRequestWire, zonePeersWire } from '#src/mocks/resources/locations.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { userIdentityWire } from '#src/mocks/authorization/assignments.ts';
import { jsonOf, testAzure } from '#src/mocks/testing.ts';
import { leftOf } from '#src/model/machines.ts';

/** Look-ups that say beforehand what would stop a restore, read from the simulated Azure. */

const production = '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951';
const corporate = 'c3a9d514-7e28-4f6b-8b02-61f5e8a7d330';
const world = () => testArm(testAzure('default').azure.fetch).arm;
const inSubscription = (id: string, type: string): string =>
  `/subscriptions/${id}/providers/${type}`;
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
    await expect(listComputeUsages(world(), production, 'atlantis')).rejects.toThrow('atlantis');
    await expect(listComputeUsages(world(), 'nobody', 'westeurope')).rejects.toThrow('nobody');
  });
});

describe('zones of two subscriptions', () => {
  const peers = async (region: string, other = corporate, own = production) => {
    const body: z.infer<typeof zonePeersRequestWire> = {
      location: region,
      subscriptionIds: [`subscriptions/${other}`],
    };
    const url = `${inSubscription(own, 'Microsoft.Resources/checkZonePeers')}?api-version=2022-12-01`;
    const answered = await sendFor(world(), zonePeersWire, { method: 'POST', url, body });
    return (answered.availabilityZonePeers ?? []).map(({ availabilityZone, peers: its }) => ({
      own: availabilityZone,
      other: its?.[0]?.availabilityZone ?? '',
    }));
  };

  test('are each the same place as one other, as the lists of regions say', async () => {
    const same = await peers('westeurope');
    expect(same.map(({ own }) => own)).toEqual(['1', '2', '3']);
    expect(same.map(({ other }) => other).toSorted()).toEqual(['1', '2', '3']);
    expect(await listRegions(world(), corporate)).toContainEqual(
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
  expect(await wholeList(world(), vmSizePageWire, url)).toContainEqual(
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
  const [first] = await wholeList(world(), pageOf(userIdentityWire), url);
  expect(first?.id).toContain(`/${identities}/`);
  expect(first?.properties?.principalId).toMatch(/^[0-9a-f-]{36}$/);
});

test('key vaults are there that hold the keys of encryption sets', async () => {
  const url = `${inSubscription(production, 'Microsoft.KeyVault/vaults')}?api-version=2023-07-01`;
  const vaults = await wholeList(world(), keyVaultPageWire, url);
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
