import { describe, expect, test } from 'vitest';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { vmChosenLines } from '#src/datasources/azure-vm/plan.tsx';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  type Different,
  diskAccessId,
  encryptionSetId,
  exampleReads,
  exampleView,
} from '#src/datasources/azure-vm/testing.ts';

const factsOf = (choices: Partial<VmChoices> = {}, reads: Reads = exampleReads()) =>
  Object.fromEntries(vmChosenLines(exampleView(choices, reads)));
const seen = (choices: Partial<VmChoices>, different: Different) =>
  factsOf(choices, exampleReads(different));

const source = {
  'Datasource type': 'Azure Virtual machines',
  'Backup instance': 'testVM, testRG, testVault',
  'Restore point': dateTimeText(instant(0)),
};
const staging = { 'Staging Location': 'testAccount (LRS)' };

describe('what was chosen, field by field', () => {
  test('of disks', () => {
    expect(factsOf()).toEqual({
      ...source,
      'Restore Type': 'Restore disks',
      Subscription: 'Documents example',
      'Resource group': 'targetRG',
      ...staging,
    });
  });

  test('of a new machine', () => {
    expect(factsOf(AS_NEW_VM)).toEqual({
      ...source,
      'Restore Type': 'Create new virtual machine',
      'Virtual machine name': 'newVM',
      Subscription: 'Documents example',
      'Resource group': 'targetRG',
      'Virtual network': 'testNet',
      Subnet: 'default',
      ...staging,
    });
  });

  test('of a replacement, which has no target', () => {
    expect(factsOf({ ...AS_NEW_VM, ...AS_REPLACEMENT })).toEqual({
      ...source,
      'Restore Type': 'Replace disk/s',
      ...staging,
    });
  });

  test('with everything that can be chosen besides', () => {
    const different: Different = {
      vault: { redundancy: 'ZRS', identities: ['user'] },
      machine: { zone: '1' },
      point: { tier: 'Vault', hasPrivateAccessDisks: true },
      zones: ['1', '2'],
      usesCustomerKey: true,
    };
    const choices: Partial<VmChoices> = {
      ...AS_NEW_VM,
      zone: '2',
      diskEncryptionSet: encryptionSetId,
      identity: 'user',
      identityId: '/a/b/myIdentity',
      diskAccess: 'private',
      diskAccessId,
    };
    expect(seen(choices, different)).toEqual({
      ...factsOf(AS_NEW_VM),
      'Availability Zone': 'Zone 2',
      'Disk encryption set': 'testSet',
      Identities: 'User-assigned',
      'Managed identity resource ID': '/a/b/myIdentity',
      'Network access': 'Disable public access and enable private access (using disk access)',
      'Disk access': 'testAccess',
    });
    expect(seen({ ...choices, diskAccess: 'public', diskAccessId: null }, different)).toMatchObject(
      {
        'Network access': 'Enable public access from all networks',
      },
    );
  });

  test('with unmanaged disks that come back managed', () => {
    const different = { point: { isManaged: false } };
    expect(seen({ restoreAsManaged: true }, different)).toMatchObject({
      'Restore as managed disks': 'Yes',
    });
    expect(seen({ restoreAsManaged: false }, different)).not.toHaveProperty([
      'Restore as managed disks',
    ]);
  });
});

describe('names what is missing', () => {
  test('when it is not chosen', () => {
    const none = { instance: null, point: null, option: null, rg: null, staging: null };
    expect(factsOf(none)).toMatchObject({
      'Backup instance': 'not selected',
      'Restore point': 'not selected',
      'Restore Type': 'not selected',
      'Resource group': 'not selected',
      'Staging Location': 'not selected',
    });
    expect(factsOf({ option: 'createVm' })).toMatchObject({
      'Virtual machine name': 'not selected',
      'Virtual network': 'not selected',
      Subnet: 'not selected',
    });
  });

  test('when it was chosen and Azure has not told what it is', () => {
    const unread = { state: 'failed' } as const;
    const reads: Reads = {
      ...exampleReads(),
      instance: unread,
      points: unread,
      accounts: unread,
      subscriptions: unread,
    };
    const facts = factsOf({}, reads);
    for (const label of ['Backup instance', 'Restore point', 'Subscription', 'Staging Location']) {
      expect(facts[label]).toMatch(/not loaded/i);
    }
    expect(seen({}, { account: { redundancy: null } })['Staging Location']).toBe(
      'testAccount (not reported)',
    );
  });
});

test('no line appears twice', () => {
  const lines = vmChosenLines(exampleView(AS_NEW_VM)).map(([label]) => label);
  expect(new Set(lines).size).toBe(lines.length);
});
