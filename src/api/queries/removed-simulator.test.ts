import { describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import { listVirtualNetworks } from '#src/api/network/networks.ts';
import { listRecoveryPoints } from '#src/api/recovery-services/points.ts';
import { createResourceGroup, listResourceGroups } from '#src/api/resources/places.ts';
import { listStorageAccounts } from '#src/api/storage/accounts.ts';
import type { ScenarioId } from '#src/mocks/scenarios.ts';
import { exampleItem, exampleRestore } from '#src/mocks/testing-example.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';

const sub = '00000000-0000-0000-0000-000000000000';
const group = `/subscriptions/${sub}/resourceGroups/targetRG`;
const newest = '20982486783671';

function world(scenario: ScenarioId) {
  const it = testAzure(scenario);
  const { arm } = testArm(it.azure.fetch);
  const remove = (id: string) =>
    it.azure.append([{ type: 'resource-removed', at: it.clock.now(), id }]);
  const restore = async (change: object = {}) => {
    const body = { properties: { ...exampleRestore.properties, ...change } };
    const path = `${exampleItem}/recoveryPoints/${newest}/restore?api-version=2024-04-01`;
    const answer = await it.send('POST', path, body);
    return [answer.status, await answer.text()] as const;
  };
  const names = async (list: Promise<readonly { readonly name: string }[]>) =>
    (await list).map(({ name }) => name);
  return {
    ...it,
    arm,
    remove,
    restore,
    points: () => names(listRecoveryPoints(arm, resourceId(exampleItem))),
    accounts: () => names(listStorageAccounts(arm, sub)),
    groups: () => names(listResourceGroups(arm, sub)),
    networks: () => names(listVirtualNetworks(arm, sub)),
  };
}

describe('scenarios in which something vanishes ten minutes after the start', () => {
  test('a recovery point: gone from the list, and its restore is a 404', async () => {
    const { clock, points, restore } = world('expiring-point');
    clock.add(599);
    expect(await points()).toContain(newest);
    clock.add(1);
    expect(await points()).not.toContain(newest);
    expect((await restore())[0]).toBe(404);
  });

  test('a storage account: gone from the list, and refused', async () => {
    const { clock, accounts, restore } = world('vanishing-account');
    expect(await accounts()).toContain('testAccount');
    clock.add(600);
    expect(await accounts()).not.toContain('testAccount');
    expect(await accounts()).toContain('testingAccount');
    expect(await restore()).toEqual([400, expect.stringContaining('testAccount was not found')]);
  });

  test('a group with the network in it', async () => {
    const { clock, groups, networks, restore } = world('group-deleted');
    expect([await groups(), await networks()]).toEqual([
      expect.arrayContaining(['targetRG']),
      ['testNet'],
    ]);
    clock.add(600);
    expect(await groups()).not.toContain('targetRG');
    expect(await networks()).toEqual([]);
    expect((await restore({ targetResourceGroupId: group }))[1]).toContain('targetRG');
  });
});

describe('what a test or a person deletes', () => {
  test('a machine is gone, its backups are not', async () => {
    const { arm, remove, points } = world('default');
    const id = resourceId(exampleRestore.properties.sourceResourceId);
    await remove(id.toUpperCase());
    expect(await getMachine(arm, id)).toBeNull();
    expect(await points()).toContain(newest);
  });

  test('a group that is made again is there, empty, even in the same moment', async () => {
    const { arm, remove, groups, networks, restore } = world('default');
    await remove(group);
    expect(await groups()).not.toContain('targetRG');
    await createResourceGroup(arm, { subscriptionId: sub, name: 'targetRG', region: 'westus' });
    expect((await groups()).filter((name) => name === 'targetRG')).toHaveLength(1);
    expect(await networks()).toEqual([]);
    expect((await restore({ targetResourceGroupId: group }))[0]).toBe(202);
    await remove(group);
    expect(await groups()).not.toContain('targetRG');
  });

  test('a neighbor whose name has the same start stays', async () => {
    const { remove, accounts } = world('default');
    const id = exampleRestore.properties.storageAccountId;
    await remove(id.slice(0, -1));
    expect(await accounts()).toContain('testAccount');
  });

  test('a restored machine', async () => {
    const { arm, clock, remove, restore } = world('default');
    const id = `${group}/providers/Microsoft.Compute/virtualMachines/again`;
    const network = `${group}/providers/Microsoft.Network/virtualNetworks/testNet`;
    const change = {
      recoveryType: 'AlternateLocation',
      targetResourceGroupId: group,
      targetVirtualMachineId: id,
      virtualNetworkId: network,
      subnetId: `${network}/subnets/default`,
    };
    expect((await restore(change))[0]).toBe(202);
    clock.add(3600);
    expect(await getMachine(arm, resourceId(id))).not.toBeNull();
    await remove(id);
    expect(await getMachine(arm, resourceId(id))).toBeNull();
    expect((await restore(change))[0]).toBe(202);
  });
});
