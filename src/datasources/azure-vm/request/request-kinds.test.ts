import { describe, expect, test } from 'vitest';
import { restoreRequest } from '#src/api/recovery-services/restores.ts';
import { exampleItem, exampleRestore } from '#src/mocks/testing-example.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  type Different,
  diskAccessId,
  encryptionSetId,
  exampleReads,
  exampleView,
  networkId,
  OTHER_SUB,
  SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { plannedRestore } from '#src/datasources/azure-vm/request.ts';

/** The request of each kind of restore, as it leaves for Azure, field by field. */

const planOf = (choices: Partial<VmChoices>, different: Different = {}) => {
  const plan = plannedRestore(exampleView(choices, exampleReads(different)));
  return plan.ok ? plan.value : plan.reason;
};
const requestOf = (choices: Partial<VmChoices>, different: Different = {}) => {
  const plan = planOf(choices, different);
  return typeof plan === 'string' ? null : restoreRequest(plan.restore, 'c');
};
const propertiesOf = (choices: Partial<VmChoices>, different: Different = {}) =>
  JSON.parse(JSON.stringify(requestOf(choices, different)?.body ?? null)) as unknown;

const root = `/subscriptions/${SUB}/resourceGroups`;
const { properties: printed } = exampleRestore;

/** Document 004, Restore disks; the group, which its sample has not, as azure-contract §5 has it. */
const disks = { ...printed, targetResourceGroupId: `${root}/targetRG` };
/** Document 004, Restore as another virtual machine, with this draft's name, point and account. */
const machine = {
  ...printed,
  recoveryType: 'AlternateLocation',
  targetVirtualMachineId: `${root}/targetRG/providers/Microsoft.Compute/virtualMachines/newVM`,
  targetResourceGroupId: `${root}/targetRG`,
  virtualNetworkId: `${root}/targetRG/providers/Microsoft.Network/virtualNetworks/testNet`,
  subnetId: `${root}/targetRG/providers/Microsoft.Network/virtualNetworks/testNet/subnets/default`,
};
/** azure-contract §5, column OriginalLocation: `encryptionDetails` is optional, targets are none. */
const replacement = {
  objectType: 'IaasVMRestoreRequest',
  recoveryPointId: printed.recoveryPointId,
  recoveryType: 'OriginalLocation',
  sourceResourceId: printed.sourceResourceId,
  storageAccountId: printed.storageAccountId,
  region: 'westus',
  createNewCloudService: false,
  originalStorageAccountOption: false,
};
const kinds: readonly [string, Partial<VmChoices>, object][] = [
  ['disks', {}, disks],
  ['a new machine', AS_NEW_VM, machine],
  ['a replacement', AS_REPLACEMENT, replacement],
];

describe('what is plainly chosen', () => {
  test.each(kinds)('%s', (_, choices, properties) => {
    expect(propertiesOf(choices)).toEqual({ properties });
    expect(requestOf(choices)).toMatchObject({
      method: 'POST',
      clientRequestId: 'c',
      starts: true,
    });
    expect(requestOf(choices)?.url.toLowerCase()).toContain(
      `${exampleItem}/recoveryPoints/${printed.recoveryPointId}/restore?api-version=`.toLowerCase(),
    );
  });
});

/** A VM and a vault that support every request. */
const rich: Different = {
  vault: { redundancy: 'ZRS', identities: ['system', 'user'] },
  machine: { zone: '1' },
  point: { tier: 'Vault', hasPrivateAccessDisks: true },
  zones: ['1', '2'],
  usesCustomerKey: true,
};
const everything: Partial<VmChoices> = {
  zone: '2',
  diskEncryptionSet: encryptionSetId,
  identity: 'user',
  identityId: '/identities/mine',
  diskAccess: 'private',
  diskAccessId,
};
const byIdentity = ({ storageAccountId, ...rest }: typeof printed, info: object) => ({
  ...rest,
  identityInfo: info,
  identityBasedRestoreDetails: { targetStorageAccountId: storageAccountId },
});
const special = {
  zones: ['2'],
  diskEncryptionSetId: encryptionSetId,
  targetDiskNetworkAccessSettings: {
    targetDiskNetworkAccessOption: 'EnablePrivateAccessForAllDisks',
    targetDiskAccessId: diskAccessId,
  },
};
const mine = { isSystemAssignedIdentity: false, managedIdentityResourceId: '/identities/mine' };

describe('everything that can be chosen', () => {
  test('for disks', () => {
    expect(propertiesOf(everything, rich)).toEqual({
      properties: { ...byIdentity(disks, mine), ...special },
    });
  });

  test('for a new machine', () => {
    expect(propertiesOf({ ...AS_NEW_VM, ...everything }, rich)).toEqual({
      properties: { ...byIdentity(machine, mine), ...special },
    });
  });

  test('for a replacement: an identity, and nothing that it has not', () => {
    const { storageAccountId, ...rest } = replacement;
    expect(propertiesOf({ ...AS_NEW_VM, ...everything, ...AS_REPLACEMENT }, rich)).toEqual({
      properties: {
        ...rest,
        identityInfo: mine,
        identityBasedRestoreDetails: { targetStorageAccountId: storageAccountId },
      },
    });
  });

  test('the system’s identity names none', () => {
    const choices = { identity: 'system', identityId: '/left/over' } as const;
    expect(propertiesOf(choices, rich)).toMatchObject({
      properties: byIdentity({ ...disks }, { isSystemAssignedIdentity: true }),
    });
    expect(JSON.stringify(requestOf(choices, rich))).not.toContain('left');
  });

  test('unmanaged disks become managed only on request', () => {
    const unmanaged = { point: { isManaged: false } };
    for (const choices of [{}, AS_NEW_VM]) {
      expect(propertiesOf({ ...choices, restoreAsManaged: true }, unmanaged)).toMatchObject({
        properties: { restoreWithManagedDisks: true },
      });
      for (const restoreAsManaged of [false, null]) {
        expect(
          JSON.stringify(requestOf({ ...choices, restoreAsManaged }, unmanaged)),
        ).not.toContain('restoreWithManagedDisks');
      }
    }
  });

  test('is left out where the rules take it away, whatever the draft holds', () => {
    for (const choices of [{}, AS_NEW_VM]) {
      const left = {
        zone: '2',
        diskEncryptionSet: encryptionSetId,
        restoreAsManaged: true,
      } as const;
      expect(propertiesOf({ ...choices, ...left })).toEqual(propertiesOf(choices));
    }
  });
});

describe('a request is not made of half a choice', () => {
  test.each([
    ['no type', { option: null }],
    ['no name', { ...AS_NEW_VM, vmName: null }],
    ['no network', { ...AS_NEW_VM, vnet: null }],
    ['no group for a machine', { ...AS_NEW_VM, rg: null }],
    ['no account for a replacement', { ...AS_REPLACEMENT, staging: null }],
    ['a user’s identity that is not named', { identity: 'user' }],
    ['a user’s identity of an empty name', { identity: 'user', identityId: '' }],
    ['private access without a disk access', { diskAccess: 'private' }],
  ] as const)('%s', (_, choices) => {
    expect(planOf(choices, rich)).toBe('choice');
  });

  test('a subnet that is not chosen is the first that takes a machine', () => {
    expect(propertiesOf({ ...AS_NEW_VM, subnet: null })).toMatchObject({
      properties: { subnetId: `${networkId}/subnets/default` },
    });
    expect(planOf({ ...AS_NEW_VM, subnet: null }, { network: { subnets: [] } })).toBe('choice');
  });
});

describe('a new group', () => {
  const chosen = { rg: 'rg-new', rgIsNew: true, subscription: OTHER_SUB };
  const group = { subscriptionId: OTHER_SUB, name: 'rg-new', region: 'westus' };

  test.each([{}, AS_NEW_VM])('is made for disks and machines: %j', (choices) => {
    expect(planOf({ ...choices, ...chosen })).toMatchObject({ newGroup: group });
  });

  test('is not made for a replacement, whatever the draft holds', () => {
    expect(planOf({ ...AS_REPLACEMENT, ...chosen })).toMatchObject({ newGroup: null });
    expect(propertiesOf({ ...AS_REPLACEMENT, ...chosen })).toEqual({ properties: replacement });
  });
});

describe('whether the source is under Azure Disk Encryption', () => {
  const keys = { secretUrl: 'https://kv/secrets/os', keyUrl: 'https://kv/keys/os' };
  test.each([
    ['isn’t known, so the request says nothing', { isEncrypted: null, keys }, undefined],
    ['it isn’t', { isEncrypted: false, keys }, { encryptionEnabled: false }],
    [
      'it is',
      { isEncrypted: true, keys },
      { encryptionEnabled: true, kekUrl: keys.keyUrl, secretKeyUrl: keys.secretUrl },
    ],
    ['it is, with keys not reported', { isEncrypted: true }, { encryptionEnabled: true }],
  ])('%s', (_, point, encryptionDetails) => {
    const { encryptionDetails: printedDetails, ...rest } = disks;
    expect(printedDetails).toEqual({ encryptionEnabled: false });
    expect(propertiesOf({}, { point })).toEqual({
      properties: { ...rest, ...(encryptionDetails && { encryptionDetails }) },
    });
  });
});
