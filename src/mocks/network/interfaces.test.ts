import { describe, expect, test } from 'vitest';
import {
  NETWORK,
  nicId,
  nicIn,
  refusalOf,
  withNic,
  writesAzure,
  writesWorld,
} from '#src/mocks/testing-writes.ts';

/** What the simulated Azure refuses of a NIC that is to be created or changed. */

describe('a NIC', () => {
  const nic = (name = 'other-nic') => `${nicId(name)}?${NETWORK}`;

  test.each([
    ['in a subnet without addresses', nicIn('snet-data'), '400 SubnetIsFull'],
    ['in a subnet of a service', nicIn('snet-sqlmi'), '400 SubnetIsDelegated'],
    ['in a subnet that is not there', nicIn('lost'), '400 InvalidResourceReference'],
    [
      'with an address that another has',
      nicIn('default', { privateIPAllocationMethod: 'Static', privateIPAddress: '10.20.0.4' }),
      '400 PrivateIPAddressIsAllocated',
    ],
    [
      'with an address of another subnet',
      nicIn('default', { privateIPAllocationMethod: 'Static', privateIPAddress: '10.99.0.4' }),
      '400 PrivateIPAddressNotInSubnet',
    ],
    [
      'in another region than its network',
      { ...nicIn('default'), location: 'westus' },
      '400 InvalidResourceReference',
    ],
    [
      'without an address',
      { location: 'westeurope', properties: { ipConfigurations: [] } },
      '400 InvalidRequestFormat',
    ],
  ])('%s is refused', async (_, body, expected) => {
    expect(await refusalOf(await writesAzure().send('PUT', nic(), body))).toBe(expected);
  });

  test('in a network that may only be read is refused by its link', async () => {
    const groups = writesWorld.groups.map((group) =>
      group.name === 'rg-network-weu' ? { ...group, isReadOnly: true as const } : group,
    );
    const answer = await writesAzure({ groups }).send('PUT', nic(), nicIn('default'));
    expect(await refusalOf(answer)).toBe('403 LinkedAuthorizationFailed');
  });

  test('is not overwritten by who read an older version', async () => {
    const it = await withNic(writesAzure());
    const text = await (await it.get(nic('new-nic'))).text();
    const etag = /"etag":"(W\/\\"[^"]+\\")"/.exec(text)?.[1]?.replaceAll('\\', '') ?? '';
    const fixed = nicIn('default', {
      privateIPAllocationMethod: 'Static',
      privateIPAddress: '10.20.0.77',
    });
    const ifMatch = { 'If-Match': etag };
    expect((await it.send('PUT', nic('new-nic'), fixed, ifMatch)).status).toBe(200);
    it.clock.add(60);
    expect(await refusalOf(await it.send('PUT', nic('new-nic'), fixed, ifMatch))).toBe(
      '412 PreconditionFailed',
    );
  });
});
