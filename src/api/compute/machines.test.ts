import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import { getMachine, machineWire, toMachine } from '#src/api/compute/machines.ts';
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
            managedDisk: { id: disk('os'), storageAccountType: 'Premium_LRS' },
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
    tags: {},
    size: 'Standard_B1s',
    osType: 'Windows',
    disks: [
      {
        name: 'os',
        lun: -1,
        sizeGiB: 127,
        sku: 'Premium_LRS',
        managedDiskId: disk('os'),
        encryptionSetId: null,
        hasWriteAccelerator: false,
      },
      {
        name: 'data',
        lun: 0,
        sizeGiB: null,
        sku: null,
        managedDiskId: disk('data'),
        encryptionSetId: '/des',
        hasWriteAccelerator: false,
      },
      {
        name: 'blob',
        lun: 1,
        sizeGiB: null,
        sku: null,
        managedDiskId: null,
        encryptionSetId: null,
        hasWriteAccelerator: false,
      },
    ],
    availabilitySet: 'as-1',
    hasUltraDisks: null,
    hybridBenefit: false,
    nicCount: null,
    nicIds: [],
    extensions: null,
    hasUserIdentity: false,
    hasKeyVaultLink: null,
    isFromCustomImage: null,
    isGeneralized: null,
    isRunning: null,
    usesEncryptionAtHost: false,
    canUseUltraDisks: false,
    securityType: null,
    plan: null,
    identityType: null,
    hasBootDiagnostics: false,
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

describe('what else a machine says of itself', () => {
  const machineWith = (properties: object, more: object = {}) =>
    toMachine(wireOf(properties, more));
  const disks = (...kinds: (string | undefined)[]) => ({
    storageProfile: {
      dataDisks: kinds.map((storageAccountType) => ({ managedDisk: { storageAccountType } })),
    },
  });

  test.each([
    [['Premium_LRS'], false],
    [['Premium_LRS', 'UltraSSD_LRS'], true],
    [[undefined, 'ultrassd_lrs'], true],
    [[undefined, 'Premium_LRS'], null],
    [[], false],
  ])('disks of %j: ultra disks %s', (kinds, expected) => {
    expect(machineWith(disks(...kinds)).hasUltraDisks).toBe(expected);
  });

  test('a blob is no ultra disk', () => {
    const storageProfile = { osDisk: { name: 'os', vhd: { uri: 'x' } } };
    expect(machineWith({ storageProfile }).hasUltraDisks).toBe(false);
  });

  test.each([
    ['Windows_Server', true],
    ['windows_server', true],
    ['None', false],
    [undefined, false],
  ])('license %s: hybrid benefit %s', (licenseType, expected) => {
    expect(machineWith({ licenseType }).hybridBenefit).toBe(expected);
  });

  test.each([
    [{ id: '/images/golden' }, true],
    [{ publisher: 'Canonical' }, false],
    [{}, null],
    [null, null],
  ])('made from %j: an image of the owner’s %s', (imageReference, expected) => {
    expect(machineWith({ storageProfile: { imageReference } }).isFromCustomImage).toBe(expected);
  });

  test.each([
    ['PowerState/running', true],
    ['PowerState/deallocating', true],
    ['PowerState/stopped', false],
    ['powerstate/deallocated', false],
    ['ProvisioningState/succeeded', null],
  ])('state %s: running %s', (code, expected) => {
    expect(machineWith({ instanceView: { statuses: [{ code }] } }).isRunning).toBe(expected);
  });

  test.each([
    [{ statuses: [{ code: 'OSState/generalized' }] }, true],
    [{ statuses: [{ code: 'PowerState/running' }] }, false],
    [{ statuses: [] }, false],
    [{}, null],
    [undefined, null],
  ])('state %j: generalized %s', (instanceView, expected) => {
    expect(machineWith({ instanceView }).isGeneralized).toBe(expected);
  });

  test.each([
    [{ secrets: [{ sourceVault: { id: '/kv' } }] }, true],
    [{ secrets: [] }, false],
    [{}, false],
    [undefined, null],
  ])('secrets %j: linked with a key vault %s', (osProfile, expected) => {
    expect(machineWith({ osProfile }).hasKeyVaultLink).toBe(expected);
  });

  test.each([
    ['UserAssigned', true],
    ['SystemAssigned, UserAssigned', true],
    ['SystemAssigned', false],
    [undefined, false],
  ])('identity %s: a user’s %s', (type, expected) => {
    expect(machineWith({}, { identity: { type } }).hasUserIdentity).toBe(expected);
  });

  test('cards, extensions and encryption at its host', () => {
    const networkProfile = { networkInterfaces: [{ id: '/nic-a' }, {}] };
    const securityProfile = { encryptionAtHost: true };
    const resources = [{ name: 'A' }, { id: '/x/extensions/B' }];
    expect(machineWith({ networkProfile, securityProfile }, { resources })).toMatchObject({
      nicCount: 2,
      nicIds: ['/nic-a'],
      usesEncryptionAtHost: true,
      extensions: ['A', 'B'],
    });
  });
});
