import { describe, expect, test } from 'vitest';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { failureOf, testArm } from '#src/api/arm/testing.ts';
import {
  deallocateMachine,
  patchMachine,
  readMachineModel,
} from '#src/api/compute/machine-writes.ts';
import { getMachine } from '#src/api/compute/machines.ts';
import {
  deleteInterface,
  deletePublicAddress,
  getLoadBalancer,
  getNetworkInterface,
  getNetworkSubnet,
  getPublicAddress,
  listVirtualNetworks,
  networkInterfaceWire,
  readInterface,
  toNetworkInterface,
  toVirtualNetwork,
  virtualNetworkWire,
  writeInterface,
  writePublicAddress,
} from '#src/api/network.ts';
import {
  azureClient,
  type AzureClient,
  breaks,
  clientOf,
  ended,
} from '#src/api/queries/testing.ts';
import { app01, nicId, publicAddressId, subnetId, writesAzure } from '#src/mocks/testing-writes.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { nicBody } from '#src/model/network.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

const ofNetworks = '/subscriptions/1/resourceGroups/rg/providers/Microsoft.Network';
const cardId = `${ofNetworks}/networkInterfaces/nic`;
const cardOf = (properties?: object | null) =>
  toNetworkInterface(networkInterfaceWire.parse({ id: cardId, properties }));
const withConfigurations = (...all: object[]) =>
  cardOf({ ipConfigurations: all.map((properties) => ({ name: 'x', properties })) });

describe('a network card', () => {
  test.each([[undefined], [null], [{}], [{ ipConfigurations: null }]])(
    'that says %j depends on nothing',
    (properties) => {
      expect(cardOf(properties)).toEqual({
        id: cardId,
        hasStaticAddress: false,
        addresses: [],
        hasSecurityGroup: false,
        subnetIds: [],
        publicAddressIds: [],
        balancerIds: [],
      });
    },
  );

  test.each([
    [['Dynamic'], false],
    [['Static'], true],
    [['dynamic', 'STATIC'], true],
    [[null], false],
  ])('with addresses %j has one that stays: %s', (methods, expected) => {
    const all = methods.map((privateIPAllocationMethod) => ({ privateIPAllocationMethod }));
    expect(withConfigurations(...all).hasStaticAddress).toBe(expected);
  });

  test('shows each of its addresses', () => {
    const card = withConfigurations(
      { privateIPAddress: '10.0.0.4', privateIPAllocationMethod: 'static' },
      { privateIPAllocationMethod: 'Dynamic' },
    );
    expect(card.addresses).toEqual([
      { address: '10.0.0.4', isStatic: true },
      { address: null, isStatic: false },
    ]);
  });

  test('names what it depends on, each once, as it was spelled first', () => {
    const subnet = { id: `${ofNetworks}/virtualNetworks/v/subnets/s` };
    const card = withConfigurations(
      { subnet, publicIPAddress: { id: '/ip-1' } },
      { subnet: { id: subnet.id.toUpperCase() }, publicIPAddress: { id: '/ip-2' } },
      {},
    );
    expect(card.subnetIds).toEqual([subnet.id]);
    expect(card.publicAddressIds).toEqual(['/ip-1', '/ip-2']);
  });

  test('has a security group where it names one', () => {
    expect(cardOf({ networkSecurityGroup: { id: '/nsg' } }).hasSecurityGroup).toBe(true);
    expect(cardOf({ networkSecurityGroup: null }).hasSecurityGroup).toBe(false);
  });

  test('is behind the balancers whose pools and rules it is in', () => {
    const balancer = (name: string) => `${ofNetworks}/loadBalancers/${name}`;
    const card = withConfigurations(
      {
        loadBalancerBackendAddressPools: [
          { id: `${balancer('a')}/backendAddressPools/one` },
          { id: `${balancer('A')}/backendAddressPools/two` },
        ],
      },
      { loadBalancerInboundNatRules: [{ id: `${balancer('b')}/inboundNatRules/ssh` }, {}] },
    );
    expect(card.balancerIds).toEqual([balancer('a'), balancer('b')]);
  });
});

const idOf = (name: string) =>
  resourceId(defaultWorld.machines.find(({ id }) => id.endsWith(`/${name}`))?.id ?? '');

async function cardsOf(name: string) {
  const { arm } = azureClient();
  const machine = await getMachine(arm, idOf(name));
  return Promise.all((machine?.nicIds ?? []).map((id) => getNetworkInterface(arm, id)));
}

const each = <Thing>(
  ids: readonly ResourceId[],
  get: (arm: ArmPipelines, id: ResourceId) => Promise<Thing>,
): Promise<Thing[]> => Promise.all(ids.map((id) => get(azureClient().arm, id)));

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
const subnetAt = (network: string, name: string) =>
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
  ['subnets.get', getNetworkSubnet, subnetAt('vnet', 'default'), subnetAt('vnet', 'default')],
];

describe.each(reads)('%s', (operation, get, id, absent) => {
  test('of what is not there is a 404', async () => {
    expect(await failureOf(get(azureClient().arm, absent))).toMatchObject({
      status: 404,
      code: 'ResourceNotFound',
    });
  });

  test('is refused with the action that is missing', async () => {
    const it = azureClient();
    await breaks(it, operation, { kind: 'status', status: 403 }, null);
    expect((await failureOf(get(it.arm, id)))?.missingAction).toMatch(
      /^Microsoft\.Network\/.*\/read$/,
    );
  });
});

/** NICs and public addresses that are written by the client, against the simulated Azure. */
const world = () => clientOf(writesAzure());

const codeOf = async (work: Promise<unknown>) => (await failureOf(work))?.code;

const address = publicAddressId('new-ip');
const nic = nicId('new-nic');
const body = (fixed: string | null) =>
  nicBody({
    region: 'westeurope',
    subnetId: subnetId('default'),
    address: fixed,
    publicAddressId: address,
  });

async function withAddress(it: AzureClient): Promise<AzureClient> {
  const started = await writePublicAddress(it.arm, { id: address, region: 'westeurope' });
  expect(await ended(it, started)).toBe('succeeded');
  expect(await ended(it, await writeInterface(it.arm, nic, body(null), {}))).toBe('succeeded');
  return it;
}

const addressOf = async (it: AzureClient) =>
  (await readInterface(it.arm, nic))?.properties.ipConfigurations?.[0]?.properties
    ?.privateIPAddress;

describe('a NIC', () => {
  test('gets the lowest free address, and its public one', async () => {
    const it = await withAddress(world());
    expect(await addressOf(it)).toMatch(/^10\.20\.0\.\d+$/);
    expect(await getNetworkInterface(it.arm, nic)).toMatchObject({
      hasStaticAddress: false,
      publicAddressIds: [address],
    });
    expect(await getPublicAddress(it.arm, address)).toMatchObject({ isReserved: true });
    const other = { ...body(null), properties: { ...body(null).properties } };
    expect(await codeOf(writeInterface(it.arm, nicId('other'), other, {}))).toBe(
      'PublicIPAddressInUse',
    );
  });

  test('counts among the used addresses of its subnet', async () => {
    const it = world();
    const used = async () => {
      const networks = await listVirtualNetworks(it.arm, app01.id.split('/')[2] ?? '');
      const subnets = networks.flatMap(({ subnets: all }) => all);
      return subnets.find(({ id }) => id === subnetId('default'))?.usedAddresses ?? 0;
    };
    const before = await used();
    await withAddress(it);
    expect(await used()).toBe(before + 1);
  });

  test('that is read, changed and written back keeps what the product does not know', async () => {
    const it = await withAddress(world());
    const read = await readInterface(it.arm, nic);
    if (read === null) throw new Error('The NIC is gone.');
    const before = await addressOf(it);
    const marked = { ...read, tags: { owner: 'night' }, 'x-later': { kept: true } };
    const started = await writeInterface(it.arm, nic, marked, { ifMatch: read.etag ?? '' });
    expect(await ended(it, started)).toBe('succeeded');
    expect(await readInterface(it.arm, nic)).toMatchObject({
      tags: { owner: 'night' },
      'x-later': { kept: true },
    });
    expect(await addressOf(it)).toBe(before);
    expect(await codeOf(writeInterface(it.arm, nic, marked, { ifMatch: read.etag ?? '' }))).toBe(
      'PreconditionFailed',
    );
  });

  test('takes over an address that stays', async () => {
    const it = await withAddress(world());
    expect(await ended(it, await writeInterface(it.arm, nic, body('10.20.0.99'), {}))).toBe(
      'succeeded',
    );
    expect(await addressOf(it)).toBe('10.20.0.99');
  });

  test('is removed with what it has, one after the other', async () => {
    const it = await withAddress(world());
    expect(await codeOf(deletePublicAddress(it.arm, address))).toBe(
      'PublicIPAddressCannotBeDeleted',
    );
    expect(await ended(it, await deleteInterface(it.arm, nic))).toBe('succeeded');
    expect(await readInterface(it.arm, nic)).toBeNull();
    expect(await ended(it, await deletePublicAddress(it.arm, address))).toBe('succeeded');
    expect(await deleteInterface(it.arm, nic)).toEqual({ kind: 'done' });
  });

  test('of a machine is not removed; the one that takes its place is', async () => {
    const it = await withAddress(world());
    const source = resourceId(app01.id);
    const own = nicId('app01-nic0');
    expect(await codeOf(deleteInterface(it.arm, own))).toBe('NicInUse');
    await ended(it, await deallocateMachine(it.arm, source));
    const model = await readMachineModel(it.arm, source);
    const properties = { networkProfile: { networkInterfaces: [{ id: nic }] } };
    const patch = { ...model, properties };
    await it.send('PATCH', `${source}?api-version=2024-03-01`, patch);
    it.clock.add(60);
    expect(await codeOf(deleteInterface(it.arm, nic))).toBe('NicInUse');
    expect(await readInterface(it.arm, own)).not.toHaveProperty('properties.virtualMachine');
    expect(await ended(it, await deleteInterface(it.arm, own))).toBe('succeeded');
    expect(await readInterface(it.arm, own)).toBeNull();
    await ended(it, await patchMachine(it.arm, source, { tags: {} }));
  });
});

const vnetId =
  '/subscriptions/1/resourceGroups/RG-A/providers/Microsoft.Network/virtualNetworks/vnet';
const networkOf = (more: object) =>
  toVirtualNetwork(
    virtualNetworkWire.parse({ id: vnetId, name: 'vnet', location: 'westus', ...more }),
  );
const subnetsOf = (...subnets: object[]) => networkOf({ properties: { subnets } }).subnets;

test('a network knows its group, its subscription and its subnets in their order', () => {
  const network = networkOf({
    properties: {
      subnets: [
        { id: `${vnetId}/subnets/b`, name: 'b' },
        { id: `${vnetId}/SUBNETS/A`, name: 'a' },
      ],
    },
  });
  expect(network).toMatchObject({ resourceGroup: 'RG-A', subscriptionId: '1', region: 'westus' });
  expect(network.subnets.map((subnet) => subnet.id)).toEqual([
    `${vnetId}/subnets/b`,
    `${vnetId}/SUBNETS/A`,
  ]);
});

describe('a subnet', () => {
  test.each([
    ['one prefix', { addressPrefix: '10.0.0.0/24' }, ['10.0.0.0/24']],
    ['a list', { addressPrefixes: ['10.0.0.0/24', 'fd00::/64'] }, ['10.0.0.0/24', 'fd00::/64']],
    ['both', { addressPrefix: '10.0.0.0/24', addressPrefixes: ['10.0.0.0/24'] }, ['10.0.0.0/24']],
    ['none', {}, []],
    ['null', { addressPrefix: null, addressPrefixes: null }, []],
  ])('has its addresses as %s', (_, properties, expected) => {
    expect(
      subnetsOf({ id: `${vnetId}/subnets/a`, name: 'a', properties })[0]?.addressPrefixes,
    ).toEqual(expected);
  });

  test.each([
    [[{ name: 'managedInstances' }], true],
    [[], false],
    [null, false],
    [undefined, false],
  ])('with the delegations %j is delegated: %s', (delegations, expected) => {
    const [subnet] = subnetsOf({ id: 'x', name: 'a', properties: { delegations } });
    expect(subnet?.isDelegated).toBe(expected);
  });
});

test.each([
  [{ ipConfigurations: [{ id: '/a' }, { id: '/b' }] }, 2],
  [{ ipConfigurations: null }, 0],
  [{}, 0],
])('a subnet with %j has %i addresses in use', (properties, expected) => {
  const [subnet] = subnetsOf({ id: 'x', name: 'a', properties });
  expect(subnet?.usedAddresses).toBe(expected);
});

test.each([{}, { properties: null }, { properties: { subnets: null } }])(
  'a network that says nothing has no subnets: %j',
  (more) => {
    expect(networkOf(more).subnets).toEqual([]);
  },
);
