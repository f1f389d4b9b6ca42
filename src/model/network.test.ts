import { expect, test } from 'vitest';
import { hasStaticAddress, withStaticAddress } from '#src/model/network.ts';

const subnet = { id: '/subnet' };
const nic = {
  id: '/nic',
  etag: '"1"',
  location: 'westeurope',
  tags: { owner: 'me' },
  properties: {
    enableAcceleratedNetworking: true,
    ipConfigurations: [
      {
        name: 'a',
        properties: { subnet, privateIPAllocationMethod: 'Dynamic', privateIPAddress: '10.0.0.4' },
      },
      { name: 'b', properties: { subnet, privateIPAllocationMethod: 'Dynamic' } },
    ],
  },
};

test('the first address stays, and all else is as it was read', () => {
  const body = withStaticAddress(nic, '10.0.0.9');
  const [first, second] = nic.properties.ipConfigurations;
  expect(body).toEqual({
    ...nic,
    properties: {
      ...nic.properties,
      ipConfigurations: [
        {
          ...first,
          properties: {
            ...first?.properties,
            privateIPAllocationMethod: 'Static',
            privateIPAddress: '10.0.0.9',
          },
        },
        second,
      ],
    },
  });
  expect(hasStaticAddress(nic, '10.0.0.4')).toBe(false);
});

test.each([
  ['Static', '10.0.0.9', true],
  ['STATIC', '10.0.0.9', true],
  ['Static', '10.0.0.8', false],
  [null, '10.0.0.9', false],
])('an address that is %s at %s counts as 10.0.0.9: %s', (method, address, isIt) => {
  const properties = { privateIPAllocationMethod: method, privateIPAddress: address };
  const there = { location: 'x', properties: { ipConfigurations: [{ properties }] } };
  expect(hasStaticAddress(there, '10.0.0.9')).toBe(isIt);
});

test.each([undefined, null, []])('a NIC with the addresses %j has none', (ipConfigurations) => {
  const there = { location: 'x', properties: { ipConfigurations } };
  expect(hasStaticAddress(there, '10.0.0.9')).toBe(false);
});
