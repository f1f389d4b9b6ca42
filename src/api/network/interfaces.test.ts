import { describe, expect, test } from 'vitest';
import { networkInterfaceWire, toNetworkInterface } from '#src/api/network/interfaces.ts';

const network = '/subscriptions/1/resourceGroups/rg/providers/Microsoft.Network';
const id = `${network}/networkInterfaces/nic`;
const cardOf = (properties?: object | null) =>
  toNetworkInterface(networkInterfaceWire.parse({ id, properties }));
const withConfigurations = (...all: object[]) =>
  cardOf({ ipConfigurations: all.map((properties) => ({ name: 'x', properties })) });

describe('a network card', () => {
  test.each([[undefined], [null], [{}], [{ ipConfigurations: null }]])(
    'that says %j depends on nothing',
    (properties) => {
      expect(cardOf(properties)).toEqual({
        id,
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
    const subnet = { id: `${network}/virtualNetworks/v/subnets/s` };
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
    const balancer = (name: string) => `${network}/loadBalancers/${name}`;
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
