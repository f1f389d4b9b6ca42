import { expect, test } from 'vitest';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import { getDisk } from '#src/api/compute/disks.ts';
import { resourceId } from '#src/model/resource-id.ts';

const id = resourceId('/subscriptions/1/resourceGroups/rg/providers/Microsoft.Compute/disks/os');
const diskOf = async (properties: object) =>
  getDisk(
    testArm(inTurn(() => answer(200, { id, name: 'os', location: 'westus', properties }))).arm,
    id,
  );

test.each([
  ['AllowAll', false],
  ['AllowPrivate', true],
  ['allowprivate', true],
  ['DenyAll', false],
  [null, null],
  [undefined, null],
])('network access policy %s: private access %s', async (networkAccessPolicy, expected) => {
  expect((await diskOf({ networkAccessPolicy })).hasPrivateAccess).toBe(expected);
});

test('a disk says its size and its encryption, or does not', async () => {
  const encryption = { type: 'EncryptionAtRestWithPlatformKey' };
  expect(await diskOf({ diskSizeGB: 32, encryption })).toEqual({
    id,
    name: 'os',
    sizeGiB: 32,
    sku: null,
    region: 'westus',
    zone: null,
    osType: null,
    machineId: null,
    createdAt: null,
    hasPrivateAccess: null,
    encryptionSetId: null,
    encryption: 'EncryptionAtRestWithPlatformKey',
    isShared: false,
    usesDiskEncryption: false,
  });
  expect(await diskOf({})).toMatchObject({ sizeGiB: null, encryption: null });
});

test.each([
  [undefined, false],
  [1, false],
  [2, true],
])('a disk of at most %s machines: shared %s', async (maxShares, expected) => {
  expect((await diskOf({ maxShares })).isShared).toBe(expected);
});
