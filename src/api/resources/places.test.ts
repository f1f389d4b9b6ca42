import { describe, expect, test } from 'vitest';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import { listDiskAccesses, listDiskEncryptionSets } from '#src/api/compute/disks.ts';
import { listMachineNames } from '#src/api/compute/machines.ts';
import { listRegions } from '#src/api/resources/places.ts';

const host = 'https://management.azure.com';
const compute = '/subscriptions/1/resourceGroups/rg/providers/Microsoft.Compute';
const listing = (...value: object[]) => testArm(inTurn(() => answer(200, { value })));

describe('a disk access', () => {
  const connection = (status: string | null) => ({
    properties: { privateLinkServiceConnectionState: { status } },
  });
  test.each([
    ['an approved endpoint', { privateEndpointConnections: [connection('Approved')] }, true],
    ['one of many', { privateEndpointConnections: [{}, connection('approved')] }, true],
    ['a pending endpoint', { privateEndpointConnections: [connection('Pending')] }, false],
    ['a rejected endpoint', { privateEndpointConnections: [connection('Rejected')] }, false],
    ['an endpoint that says nothing', { privateEndpointConnections: [connection(null)] }, false],
    ['no endpoint', { privateEndpointConnections: [] }, false],
    ['no list of endpoints', {}, false],
  ])('with %s', async (_, properties, hasApprovedEndpoint) => {
    const id = `${compute}/diskAccesses/da`;
    const { arm } = listing({ id, name: 'da', location: 'westus', properties });
    expect(await listDiskAccesses(arm, '1')).toEqual([
      { id, name: 'da', resourceGroup: 'rg', region: 'westus', hasApprovedEndpoint },
    ]);
  });
});

describe('a disk encryption set', () => {
  test.each([
    [{ encryptionType: 'X', provisioningState: 'Succeeded' }, 'X', true],
    [{ encryptionType: 'X', provisioningState: 'Creating' }, 'X', false],
    [{}, null, false],
    [null, null, false],
  ])('that says %j', async (properties, encryptionType, isReady) => {
    const id = `${compute}/diskEncryptionSets/des`;
    const { arm } = listing({ id, name: 'des', location: 'westus', properties });
    expect(await listDiskEncryptionSets(arm, '1')).toEqual([
      {
        id,
        name: 'des',
        resourceGroup: 'rg',
        region: 'westus',
        encryptionType,
        keyVaultId: null,
        isReady,
      },
    ]);
  });
});

describe('a region', () => {
  const regionOf = async (more: object) =>
    (await listRegions(listing({ name: 'westus', ...more }).arm, '1'))[0];

  test('has a pair and zones in order', async () => {
    const zone = (logicalZone: string) => ({ logicalZone, physicalZone: `az${logicalZone}` });
    const metadata = { pairedRegion: [{ name: 'eastus', id: '/x' }] };
    const more = {
      displayName: 'West',
      metadata,
      availabilityZoneMappings: [zone('3'), zone('1')],
    };
    expect(await regionOf(more)).toEqual({
      name: 'westus',
      displayName: 'West',
      pairedRegion: 'eastus',
      zones: ['1', '3'],
      places: ['az1', 'az3'],
    });
  });

  test.each([{}, { metadata: null }, { metadata: { pairedRegion: [] } }])(
    'that says only %j has neither',
    async (more) => {
      expect(await regionOf(more)).toEqual({
        name: 'westus',
        displayName: 'westus',
        pairedRegion: null,
        zones: [],
        places: [],
      });
    },
  );
});

test('names of machines are read over all pages', async () => {
  const page = (name: string, nextLink?: string) =>
    answer(200, { value: [{ id: `${compute}/virtualMachines/${name}`, name }], nextLink });
  const { arm, sent } = testArm(
    inTurn(
      () => page('vm-1', `${host}/next?x=1`),
      () => page('VM-2'),
    ),
  );
  expect(await listMachineNames(arm, '1')).toEqual(['vm-1', 'VM-2']);
  expect(sent.map(({ url }) => url)).toEqual([
    `${host}/subscriptions/1/providers/Microsoft.Compute/virtualMachines?api-version=2024-03-01`,
    `${host}/next?x=1`,
  ]);
});

test.each([listDiskAccesses, listDiskEncryptionSets, listRegions, listMachineNames])(
  'a subscription with nothing in it is an empty list, and a refusal an error: %o',
  async (list) => {
    expect(await list(listing().arm, '1')).toEqual([]);
    const refused = inTurn(() => answer(403, { error: { code: 'AuthorizationFailed' } }));
    await expect(list(testArm(refused).arm, '1')).rejects.toThrow('Azure answered 403');
  },
);
