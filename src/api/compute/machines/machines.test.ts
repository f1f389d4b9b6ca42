import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import { toMachine } from '#src/api/compute/machines/map.ts';
import { getMachine } from '#src/api/compute/machines/ops.ts';
import { machineWire } from '#src/api/compute/machines/wire.ts';
import { resourceId } from '#src/model/resource-id.ts';

const id = '/subscriptions/1/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm';
const disk = (name: string) =>
  `/subscriptions/1/resourceGroups/rg/providers/Microsoft.Compute/disks/${name}`;
const wireOf = (properties: object, more: object = {}) =>
  machineWire.parse({ id, name: 'vm', location: 'westus', properties, ...more });

test('a machine has its system disk first, then its data disks', () => {
  const machine = toMachine(
    wireOf(
      {
        hardwareProfile: { vmSize: 'Standard_B1s' },
        storageProfile: {
          osDisk: {
            name: 'os',
            osType: 'Windows',
            diskSizeGB: 127,
            managedDisk: { id: disk('os') },
          },
          dataDisks: [
            {
              lun: 0,
              name: 'data',
              managedDisk: { id: disk('data'), diskEncryptionSet: { id: '/des' } },
            },
            { lun: 1, name: 'blob', managedDisk: null },
          ],
        },
        availabilitySet: { id: '/x/availabilitySets/as-1' },
      },
      { zones: ['1'] },
    ),
  );
  expect(machine).toEqual({
    id,
    name: 'vm',
    region: 'westus',
    zone: '1',
    size: 'Standard_B1s',
    osType: 'Windows',
    disks: [
      { name: 'os', sizeGiB: 127, managedDiskId: disk('os'), hasCustomerKey: false },
      { name: 'data', sizeGiB: null, managedDiskId: disk('data'), hasCustomerKey: true },
      { name: 'blob', sizeGiB: null, managedDiskId: null, hasCustomerKey: false },
    ],
    availabilitySet: 'as-1',
    hasUltraDisks: null,
    hybridBenefit: false,
    nicCount: null,
    extensions: null,
    hasUserIdentity: false,
    hasKeyVaultLink: null,
    isFromCustomImage: null,
    isGeneralized: null,
    usesEncryptionAtHost: false,
  });
});

test('a machine that says nothing of itself has no disks, no zone and no size', () => {
  expect(toMachine(wireOf({}))).toMatchObject({
    zone: null,
    size: null,
    osType: null,
    disks: [],
    availabilitySet: null,
  });
});

test.each([
  ['Windows', 'Windows'],
  ['linux', 'Linux'],
  ['Plan9', null],
  [undefined, null],
])('osType %s is %s', (osType, expected) => {
  expect(toMachine(wireOf({ storageProfile: { osDisk: { osType } } })).osType).toBe(expected);
});

describe('a machine that is not there', () => {
  const reading = async (status: number, code: string) =>
    getMachine(
      testArm(inTurn(() => answer(status, { error: { code, message: 'x' } }))).arm,
      resourceId(id),
    );

  test.each(['ResourceNotFound', 'ResourceGroupNotFound', 'NotFound'])(
    'by 404 %s was deleted: an answer, no error',
    async (code) => {
      expect(await reading(404, code)).toBeNull();
    },
  );

  test.each([
    [403, 'AuthorizationFailed'],
    [404, 'InvalidResourceType'],
    [404, 'SubscriptionNotFound'],
    [400, 'NoRegisteredProviderFound'],
  ])('by %i %s is not known to be deleted', async (status, code) => {
    const error: unknown = await reading(status, code).catch((caught: unknown) => caught);
    expect(armFacts(error)).toMatchObject({ kind: 'refused', status, code });
  });
});
