import { describe, expect, test } from 'vitest';
import { resourceId } from '#src/model/resource-id.ts';
import { diskWith } from '#src/model/testing.ts';
import { vmFactsOf } from '#src/datasources/azure-vm/facts.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import {
  type Different,
  exampleDisk,
  exampleDraft,
  exampleReads,
  SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { unknownOf } from '#src/datasources/azure-vm/testing-known.ts';

const POINT = '20982486783671';
const { choices: CHOSEN } = exampleDraft();
const factsWith = (reads: Reads, choices: Partial<VmChoices> = {}) =>
  vmFactsOf(reads, { ...CHOSEN, ...choices });
const facts = (different: Different = {}) => factsWith(exampleReads(different));

test('the example, all read, is known as the documents tell it', () => {
  expect(facts()).toMatchObject({
    vm: {
      name: 'testVM',
      resourceGroup: 'testRG',
      deployment: 'arm',
      exists: true,
      isManaged: true,
      isPremium: false,
      encryption: 'SSE-PMK',
      size: 'Standard_A1_v2',
      zone: null,
      osType: 'Windows',
      diskCount: 1,
      diskSizesGiB: [32],
      hasPrivateEndpointDisks: false,
    },
    point: {
      id: POINT,
      tier: 'SnapshotAndVault',
      consistency: 'AppConsistent',
      time: '1970-01-01T00:00:00.000Z',
      ageHours: 48,
    },
    vault: {
      type: 'RecoveryServices',
      region: 'westus',
      redundancy: 'GRS',
      crrEnabled: false,
      csrState: 'enabled',
      subscription: SUB,
      secondaryRegion: 'eastus',
    },
    target: { rgNames: ['testRG', 'targetRG'], stagingAccountsInRegion: 1 },
    job: null,
  });
});

describe('what stands in for a thing that does not say', () => {
  test('a machine that was deleted is known not to exist, and nothing else of it but what the point says', () => {
    expect(facts({ machine: null }).vm).toMatchObject({
      exists: false,
      isManaged: true,
      size: 'Standard_A1_v2',
      osType: 'Windows',
    });
    expect(
      unknownOf(facts({ machine: null }), ['vm.zone', 'vm.encryption', 'vm.hybridBenefit']),
    ).toHaveLength(3);
  });

  test('the machine, where the point says nothing', () => {
    const silent = { isManaged: null, vmSize: null, diskCount: null, hasPrivateAccessDisks: null };
    expect(facts({ point: silent }).vm).toMatchObject({
      isManaged: true,
      size: 'Standard_A1_v2',
      diskCount: 1,
      hasPrivateEndpointDisks: false,
    });
    expect(facts({ point: silent }).point?.diskCount).toBeUndefined();
    const unmanaged = { disks: [{ ...exampleDisk, managedDiskId: null }] };
    expect(facts({ point: silent, machine: unmanaged }).vm?.isManaged).toBe(false);
  });

  test.each([
    ['encrypted', { isEncrypted: true }, {}, 'ADE'],
    ['not encrypted, platform keys', { isEncrypted: false }, {}, 'SSE-PMK'],
    [
      'not encrypted, a customer’s key',
      { isEncrypted: false },
      { disks: [{ ...exampleDisk, encryptionSetId: resourceId('/des') }] },
      'SSE-CMK',
    ],
    ['silent', { isEncrypted: null }, {}, undefined],
  ])('encryption of a point that is %s', (_, point, machine, expected) => {
    expect(facts({ point, machine }).vm?.encryption).toBe(expected);
  });

  const disksOf = (...privates: (boolean | null | 'unread')[]) => {
    const reads = exampleReads({ point: { hasPrivateAccessDisks: null } });
    const disks = privates.map((hasPrivateAccess) =>
      hasPrivateAccess === 'unread'
        ? ({ state: 'forbidden' } as const)
        : ({ state: 'known', value: diskWith({ hasPrivateAccess }) } as const),
    );
    return factsWith({ ...reads, disks }).vm?.hasPrivateEndpointDisks;
  };
  test.each([
    ['one private', [false, true], true],
    ['one private, one not read', ['unread', true], true],
    ['none private', [false, false], false],
    ['none private, one not read', [false, 'unread'], undefined],
    ['one that does not say', [false, null], undefined],
    ['none at all', [], undefined],
  ] as const)('private access by disks: %s', (_, disks, expected) => {
    expect(disksOf(...disks)).toBe(expected);
  });
});

test.each([
  ['Snapshot', 'Snapshot', false],
  ['SnapshotAndVault', 'SnapshotAndVault', true],
  ['Vault', 'Vault', true],
  ['Archive', 'Archive', true],
  ['unknown', undefined, undefined],
] as const)('tier %s is the fact %s, in the vault: %s', (tier, expected, isInVault) => {
  const { point } = facts({ point: { tier } });
  expect(point?.tier).toBe(expected);
  expect(point?.transferToVaultDone).toBe(isInVault);
});

test('an old vault that does not say whether it restores elsewhere is known not to say', () => {
  expect(facts({ vault: { crossSubscriptionRestore: null } }).vault?.csrState).toBeNull();
});
