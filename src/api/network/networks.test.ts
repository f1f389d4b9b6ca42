import { describe, expect, test } from 'vitest';
import { toVirtualNetwork, virtualNetworkWire } from '#src/api/network/networks.ts';

const id = '/subscriptions/1/resourceGroups/RG-A/providers/Microsoft.Network/virtualNetworks/vnet';
const networkOf = (more: object) =>
  toVirtualNetwork(virtualNetworkWire.parse({ id, name: 'vnet', location: 'westus', ...more }));
const subnetsOf = (...subnets: object[]) => networkOf({ properties: { subnets } }).subnets;

test('a network knows its group, its subscription and its subnets in their order', () => {
  const network = networkOf({
    properties: {
      subnets: [
        { id: `${id}/subnets/b`, name: 'b' },
        { id: `${id}/SUBNETS/A`, name: 'a' },
      ],
    },
  });
  expect(network).toMatchObject({ resourceGroup: 'RG-A', subscriptionId: '1', region: 'westus' });
  expect(network.subnets.map((subnet) => subnet.id)).toEqual([
    `${id}/subnets/b`,
    `${id}/SUBNETS/A`,
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
    expect(subnetsOf({ id: `${id}/subnets/a`, name: 'a', properties })[0]?.addressPrefixes).toEqual(
      expected,
    );
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
