import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import {
  getLoadBalancer,
  getNetworkInterface,
  getPublicAddress,
} from '#src/api/network/interfaces.ts';
import { getNetworkSubnet } from '#src/api/network/networks.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** The network of machines, read from the simulated Azure by the client. */

const world = () => {
  const it = testAzure('default');
  return { ...it, ...testArm(it.azure.fetch) };
};
const idOf = (name: string) =>
  resourceId(defaultWorld.machines.find(({ id }) => id.endsWith(`/${name}`))?.id ?? '');

async function cardsOf(name: string) {
  const { arm } = world();
  const machine = await getMachine(arm, idOf(name));
  return Promise.all((machine?.nicIds ?? []).map((id) => getNetworkInterface(arm, id)));
}

const each = <Thing>(
  ids: readonly ResourceId[],
  get: (arm: ArmPipelines, id: ResourceId) => Promise<Thing>,
): Promise<Thing[]> => Promise.all(ids.map((id) => get(world().arm, id)));

describe('a machine', () => {
  test('with nothing about it has one card in the first subnet of its region', async () => {
    const [card, ...others] = await cardsOf('app01');
    expect(others).toEqual([]);
    expect(card).toMatchObject({
      hasStaticAddress: false,
      hasSecurityGroup: false,
      publicAddressIds: [],
      balancerIds: [],
    });
    expect(card?.subnetIds[0]).toMatch(/\/vnet-prod-weu\/subnets\/default$/);
  });

  test.each([
    ['web-fe-07', true],
    ['fin-ledger-01', false],
  ])('%s is behind a balancer, which is external: %s', async (name, isExternal) => {
    const [card] = await cardsOf(name);
    const [balancer] = await each(card?.balancerIds ?? [], getLoadBalancer);
    expect(balancer?.isExternal).toBe(isExternal);
  });

  test('with two cards has its two reserved addresses on the first', async () => {
    const cards = await cardsOf('files-hq');
    expect(cards.map(({ publicAddressIds }) => publicAddressIds.length)).toEqual([2, 0]);
    const addresses = await each(cards[0]?.publicAddressIds ?? [], getPublicAddress);
    expect(addresses.map(({ isReserved }) => isReserved)).toEqual([true, true]);
  });

  test('may have an address that does not stay', async () => {
    const [card] = await cardsOf('media-arch-01');
    const addresses = await each(card?.publicAddressIds ?? [], getPublicAddress);
    expect(addresses.map(({ isReserved }) => isReserved)).toEqual([false]);
  });

  test('has a security group on its card, or on its subnet', async () => {
    const [web] = await cardsOf('web-fe-07');
    expect(web?.hasSecurityGroup).toBe(true);
    const [dc] = await cardsOf('dc-hq-01');
    expect(dc).toMatchObject({ hasSecurityGroup: false, hasStaticAddress: true });
    expect(await each(dc?.subnetIds ?? [], getNetworkSubnet)).toEqual([
      { id: dc?.subnetIds[0], hasSecurityGroup: true },
    ]);
  });

  test('of a large world has a card too', async () => {
    const { arm } = testArm(testAzure('scale').azure.fetch);
    const card = await getNetworkInterface(
      arm,
      resourceId(
        '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/testRG/providers/Microsoft.Network/networkInterfaces/TESTVM-NIC0',
      ),
    );
    expect(card.subnetIds).toHaveLength(1);
  });
});

const beside = (type: string, name: string) => {
  const machine = idOf('web-fe-07');
  const group = machine.slice(0, machine.indexOf('/providers/'));
  return resourceId(`${group}/providers/Microsoft.Network/${type}/${name}`);
};
const subnet = (network: string, name: string) =>
  resourceId(`${beside('virtualNetworks', network)}/subnets/${name}`);

type Get = (arm: ArmPipelines, id: ResourceId) => Promise<unknown>;
const reads: readonly (readonly [string, Get, ResourceId, ResourceId])[] = [
  [
    'networkInterfaces.get',
    getNetworkInterface,
    beside('networkInterfaces', 'web-fe-07-nic0'),
    beside('networkInterfaces', 'web-fe-07-nic1'),
  ],
  [
    'publicAddresses.get',
    getPublicAddress,
    beside('publicIPAddresses', 'pip-web-fe-07-0'),
    beside('publicIPAddresses', 'pip-web-fe-07-0'),
  ],
  [
    'loadBalancers.get',
    getLoadBalancer,
    beside('loadBalancers', 'lb-web-fe-07'),
    beside('loadBalancers', 'lb-other'),
  ],
  ['subnets.get', getNetworkSubnet, subnet('vnet', 'default'), subnet('vnet', 'default')],
];

describe.each(reads)('%s', (operation, get, id, absent) => {
  test('of what is not there is a 404', async () => {
    const error: unknown = await get(world().arm, absent).catch((caught: unknown) => caught);
    expect(armFacts(error)).toMatchObject({ status: 404, code: 'ResourceNotFound' });
  });

  test('is refused with the action that is missing', async () => {
    const { arm, azure } = world();
    const effect = { kind: 'status', status: 403 } as const;
    const fault = { id: 'f', match: { operation }, times: null, effect };
    await azure.append([{ type: 'fault-added', at: 0, fault }]);
    const error: unknown = await get(arm, id).catch((caught: unknown) => caught);
    expect(armFacts(error)?.missingAction).toMatch(/^Microsoft\.Network\/.*\/read$/);
  });
});
