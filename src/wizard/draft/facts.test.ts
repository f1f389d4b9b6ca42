import { describe, expect, test } from 'vitest';
import { resourceId } from '#src/model/resource-id.ts';
import type { Facts } from '#src/rules/facts.ts';
import { factsOf } from '#src/wizard/draft/facts.ts';
import type { Read, Reads } from '#src/wizard/draft/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import {
  AS_NEW_VM,
  type Different,
  exampleDisk,
  exampleDraft,
  exampleReads,
  SUB,
} from '#src/wizard/draft/testing.ts';

const POINT = '20982486783671';
const { choices: CHOSEN } = exampleDraft();
const factsWith = (reads: Reads, choices: Partial<DraftChoices> = {}) =>
  factsOf(reads, { ...CHOSEN, ...choices });
const facts = (different: Different = {}) => factsWith(exampleReads(different));

/** The names of all facts that are not known, of the groups that a draft has. */
function unknownOf(given: Facts, names: readonly string[]): string[] {
  return names.filter((name) => {
    const [group = '', property = ''] = name.split('.');
    const found = Object.entries(given).find(([key]) => key === group)?.[1];
    return new Map(Object.entries(found ?? {})).get(property) === undefined;
  });
}

const knownOf = (given: Facts): string[] =>
  Object.entries(given).flatMap(([group, properties]) =>
    Object.entries(properties ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [`${group}.${name}`],
    ),
  );

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
    point: { id: POINT, tier: 'SnapshotAndVault', consistency: 'AppConsistent' },
    vault: {
      type: 'RecoveryServices',
      region: 'westus',
      redundancy: 'GRS',
      crrEnabled: false,
      csrState: 'enabled',
      subscription: SUB,
    },
    target: { rgNames: ['testRG', 'targetRG'], stagingAccountsInRegion: 1 },
    job: null,
  });
});

describe('a read that is missing makes exactly its own facts unknown', () => {
  const all = knownOf(factsWith(exampleReads(), AS_NEW_VM));
  const cases: readonly [keyof Reads, string[]][] = [
    ['instance', ['vm.id', 'vm.name', 'vm.resourceGroup', 'vm.deployment']],
    [
      'vault',
      [
        'vault.type',
        'vault.region',
        'vault.redundancy',
        'vault.crrEnabled',
        'vault.csrState',
        'vault.movedSubscription',
        'vault.originalSubscription',
        'vault.subscription',
        'vault.tenant',
        'vault.identities',
        'vault.userIdentityIds',
        'target.stagingAccountsInRegion',
        'target.regionHasZones',
      ],
    ],
    [
      'points',
      [
        'vm.isPremium',
        'vm.encryption',
        'point.id',
        'point.tier',
        'point.transferToVaultDone',
        'point.consistency',
        'point.diskCount',
      ],
    ],
    [
      'machine',
      [
        'vm.exists',
        'vm.encryption',
        'vm.zone',
        'vm.region',
        'vm.osType',
        'vm.diskCount',
        'vm.diskSizesGiB',
        'vm.availabilitySet',
        'vm.hasUltraDisks',
        'vm.hybridBenefit',
        'vm.nicCount',
        'vm.hasExtensions',
        'vm.hasUserIdentity',
        'vm.hasKeyVaultLink',
        'vm.fromCustomImage',
        'vm.isGeneralized',
        'vm.encryptionAtHost',
      ],
    ],
    ['disks', []],
    ['subscriptions', ['vault.tenant']],
    ['groups', ['target.rgNames']],
    ['accounts', ['target.stagingAccountsInRegion']],
    ['networks', ['target.firstSubnet']],
    ['machineNames', ['target.vmNames']],
    ['regions', ['target.regionHasZones']],
    ['vaultEncryption', ['vault.cmkEnabled']],
    ['permissions', ['operator.canRestoreVm']],
    // Lists to choose from; no rule reads them.
    ['encryptionSets', []],
    ['diskAccesses', []],
  ];
  const states: readonly Read<never>['state'][] = ['not asked', 'loading', 'forbidden', 'failed'];

  test.each(cases)('%s', (read, expected) => {
    for (const state of states) {
      const reads = { ...exampleReads(), [read]: read === 'disks' ? [{ state }] : { state } };
      const unknown = unknownOf(factsWith(reads, AS_NEW_VM), all);
      expect(unknown.toSorted()).toEqual(expected.toSorted());
    }
  });

  test('every read of the wizard is in the list above', () => {
    expect(cases.map(([read]) => read).toSorted()).toEqual(Object.keys(exampleReads()).toSorted());
  });

  test('all of them: nothing is known but what nobody reads', () => {
    const none = { state: 'not asked' } as const;
    const reads: Reads = {
      instance: none,
      vault: none,
      points: none,
      machine: none,
      disks: [],
      subscriptions: none,
      groups: none,
      accounts: none,
      networks: none,
      machineNames: none,
      encryptionSets: none,
      diskAccesses: none,
      regions: none,
      vaultEncryption: none,
      permissions: none,
    };
    const groups = new Set(knownOf(factsWith(reads)).map((name) => name.split('.')[0]));
    expect(groups).toEqual(new Set(['platform', 'policy']));
  });

  test('a point that is not in the list is as unknown as one not read', () => {
    expect(knownOf({ point: factsWith(exampleReads(), { point: '7' }).point })).toEqual([]);
    expect(knownOf({ point: factsWith(exampleReads(), { point: null }).point })).toEqual([]);
  });
});

describe('what stands in for a thing that does not say', () => {
  test('a machine that was deleted is known not to exist, and nothing else of it', () => {
    expect(facts({ machine: null }).vm).toMatchObject({
      exists: false,
      isManaged: true,
      size: 'Standard_A1_v2',
    });
    expect(
      unknownOf(facts({ machine: null }), ['vm.zone', 'vm.encryption', 'vm.osType']),
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
      { disks: [{ ...exampleDisk, hasCustomerKey: true }] },
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
        : ({
            state: 'known',
            value: {
              id: resourceId('/d'),
              name: 'd',
              sizeGiB: null,
              hasPrivateAccess,
              encryption: null,
            },
          } as const),
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
  ['snapshot', 'Snapshot', false],
  ['snapshotAndVaultStandard', 'SnapshotAndVault', true],
  ['vaultStandard', 'Vault', true],
  ['vaultArchive', 'Archive', true],
  ['unknown', undefined, undefined],
] as const)('tier %s is the fact %s, in the vault: %s', (tier, expected, isInVault) => {
  const { point } = facts({ point: { tier } });
  expect(point?.tier).toBe(expected);
  expect(point?.transferToVaultDone).toBe(isInVault);
});

test('an old vault that does not say whether it restores elsewhere is known not to say', () => {
  expect(facts({ vault: { crossSubscriptionRestore: null } }).vault?.csrState).toBeNull();
});
