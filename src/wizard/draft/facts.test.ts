import { describe, expect, test } from 'vitest';
import { resourceId } from '#src/model/resource-id.ts';
import type { Facts } from '#src/rules/facts.ts';
import { ruleChoices } from '#src/wizard/draft/choices.ts';
import { factsOf } from '#src/wizard/draft/facts.ts';
import type { Reads } from '#src/wizard/draft/reads.ts';
import type { Read } from '#src/wizard/draft/reads.ts';
import { type Different, exampleDraft, exampleReads, SUB } from '#src/wizard/draft/testing.ts';

const POINT = '20982486783671';
const facts = (different: Different = {}) => factsOf(exampleReads(different), POINT);

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
  const all = knownOf(facts());
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
        'target.stagingAccountsInRegion',
      ],
    ],
    [
      'points',
      [
        'vm.isPremium',
        'vm.encryption',
        'point.id',
        'point.tier',
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
        'vm.diskSizesGiB',
        'vm.availabilitySet',
      ],
    ],
    ['disks', []],
    ['subscriptions', ['vault.tenant']],
    ['groups', ['target.rgNames']],
    ['accounts', ['target.stagingAccountsInRegion']],
  ];
  const states: readonly Read<never>['state'][] = ['not asked', 'loading', 'forbidden', 'failed'];

  test.each(cases)('%s', (read, expected) => {
    for (const state of states) {
      const reads = { ...exampleReads(), [read]: read === 'disks' ? [{ state }] : { state } };
      expect(unknownOf(factsOf(reads, POINT), all).toSorted()).toEqual(expected.toSorted());
    }
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
    };
    const groups = new Set(knownOf(factsOf(reads, POINT)).map((name) => name.split('.')[0]));
    expect(groups).toEqual(new Set(['platform', 'policy']));
  });

  test('a point that is not in the list is as unknown as one not read', () => {
    expect(knownOf({ point: factsOf(exampleReads(), '7').point })).toEqual([]);
    expect(knownOf({ point: factsOf(exampleReads(), null).point })).toEqual([]);
  });
});

describe('what stands in for a thing that does not say', () => {
  const disk = { name: 'os', sizeGiB: 32, managedDiskId: resourceId('/d'), hasCustomerKey: false };

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
    const unmanaged = { disks: [{ ...disk, managedDiskId: null }] };
    expect(facts({ point: silent, machine: unmanaged }).vm?.isManaged).toBe(false);
  });

  test.each([
    ['encrypted', { isEncrypted: true }, {}, 'ADE'],
    ['not encrypted, platform keys', { isEncrypted: false }, {}, 'SSE-PMK'],
    [
      'not encrypted, a customer’s key',
      { isEncrypted: false },
      { disks: [{ ...disk, hasCustomerKey: true }] },
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
    return factsOf({ ...reads, disks }, POINT).vm?.hasPrivateEndpointDisks;
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
  ['snapshot', 'Snapshot'],
  ['snapshotAndVaultStandard', 'SnapshotAndVault'],
  ['vaultStandard', 'Vault'],
  ['vaultArchive', 'Archive'],
  ['unknown', undefined],
] as const)('tier %s is the fact %s', (tier, expected) => {
  expect(facts({ point: { tier } }).point?.tier).toBe(expected);
});

test('an old vault that does not say whether it restores elsewhere is known not to say', () => {
  expect(facts({ vault: { crossSubscriptionRestore: null } }).vault?.csrState).toBeNull();
});

describe('choices as the rules read them', () => {
  const made = (choices: Parameters<typeof exampleDraft>[0], reads = exampleReads()) =>
    ruleChoices(exampleDraft(choices).choices, reads);

  test('an account is what it is, not its id', () => {
    expect(made({}).staging).toEqual({
      region: 'westus',
      kind: 'StorageV2',
      redundancy: 'LRS',
      tier: 'Standard',
      hasNetworkRules: false,
      allowSharedKey: true,
    });
    expect(made({ staging: null }).staging).toBeNull();
  });

  test('an account that is not in the list was chosen, and nothing of it is known', () => {
    expect(made({ staging: '/elsewhere' }).staging).toEqual({});
  });

  test('a group that is not in the list is none, but for a new one and an unread list', () => {
    expect(made({ rg: 'TARGETRG' }).rg).toBe('TARGETRG');
    expect(made({ rg: 'deleted' }).rg).toBeNull();
    expect(made({ rg: 'new', rgIsNew: true }).rg).toBe('new');
    expect(made({ rg: 'deleted' }, { ...exampleReads(), groups: { state: 'loading' } }).rg).toBe(
      'deleted',
    );
  });

  test('the tenant of a subscription is known, unknown, or not asked for', () => {
    expect(made({ subscription: SUB }).subscriptionTenant).toMatch(/^72f988bf/);
    expect(made({ subscription: 'nobody' }).subscriptionTenant).toBeUndefined();
    expect(made({ subscription: null }).subscriptionTenant).toBeNull();
  });
});
