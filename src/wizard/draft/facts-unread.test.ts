import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { factsOf } from '#src/wizard/draft/facts.ts';
import type { Read, Reads } from '#src/wizard/draft/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { AS_NEW_VM, exampleDraft, exampleReads, PRINCIPAL } from '#src/wizard/draft/testing.ts';
import { knownOf, unknownOf } from '#src/wizard/draft/testing-known.ts';

const { choices: CHOSEN } = exampleDraft();
const factsWith = (reads: Reads, choices: Partial<DraftChoices> = {}) =>
  factsOf(reads, { ...CHOSEN, ...choices });
const everything = [{ actions: ['*'], notActions: [] }];
const operator = {
  name: 'VM Restore Operator',
  permissions: everything,
  dataPermissions: everything,
};

describe('a read that is missing makes exactly its own facts unknown', () => {
  const roles = [operator];
  const given = exampleReads({
    vault: { systemPrincipalId: PRINCIPAL },
    stagingRoles: roles,
    groupRoles: roles,
  });
  const asked = { ...AS_NEW_VM, identity: 'system' } as const;
  const all = knownOf(factsWith(given, asked));
  const OF_CARDS = [
    'vm.staticIp',
    'vm.hasNsg',
    'vm.vnetInPrimary',
    'vm.loadBalancer',
    'vm.reservedIpCount',
  ];
  const OF_IDENTITY = ['identity.hasRestoreOperator', 'identity.hasAllActions'];
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
        'vault.secondaryRegion',
        'target.stagingAccountsInRegion',
        'target.regionHasZones',
        'target.vnetInSecondary',
        'identity.hasRestoreOperator',
        'identity.hasAllActions',
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
        'point.time',
        'point.ageHours',
        'platform.skuAvailable',
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
        ...OF_CARDS,
      ],
    ],
    ['interfaces', OF_CARDS],
    ['subnets', ['vm.hasNsg']],
    ['publicAddresses', ['vm.reservedIpCount']],
    ['balancers', ['vm.loadBalancer']],
    ['disks', []],
    ['subscriptions', ['vault.tenant']],
    ['groups', ['target.rgNames']],
    ['accounts', ['target.stagingAccountsInRegion']],
    ['networks', ['target.firstSubnet', 'target.vnetInSecondary']],
    ['machineNames', ['target.vmNames']],
    ['regions', ['target.regionHasZones', 'target.vnetInSecondary', 'vault.secondaryRegion']],
    ['vaultEncryption', ['vault.cmkEnabled']],
    ['permissions', ['operator.canRestoreVm', 'target.hasPermissions']],
    ['vaultPermissions', ['operator.isBackupAdmin', 'operator.isAppAdmin']],
    ['sizes', ['platform.skuAvailable']],
    ['stagingGrants', OF_IDENTITY],
    ['groupGrants', OF_IDENTITY],
    // Lists to choose from; no rule reads them.
    ['encryptionSets', []],
    ['diskAccesses', []],
  ];
  const states: readonly Read<never>['state'][] = ['not asked', 'loading', 'forbidden', 'failed'];

  test.each(cases)('%s', (read, expected) => {
    for (const state of states) {
      const isList = Array.isArray(given[read]);
      const reads = { ...given, [read]: isList ? [{ state }] : { state } };
      const unknown = unknownOf(factsWith(reads, asked), all);
      expect(unknown.toSorted()).toEqual(expected.toSorted());
    }
  });

  test('every read of the wizard is in the list above', () => {
    expect(cases.map(([read]) => read).toSorted()).toEqual(
      Object.keys(exampleReads())
        .filter((key) => key !== 'at')
        .toSorted(),
    );
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
      vaultPermissions: none,
      sizes: none,
      stagingGrants: none,
      groupGrants: none,
      interfaces: [],
      subnets: [],
      publicAddresses: [],
      balancers: [],
      at: instant(0),
    };
    const groups = new Set(knownOf(factsWith(reads)).map((name) => name.split('.')[0]));
    expect(groups).toEqual(new Set(['platform', 'policy']));
  });

  test('a point that is not in the list is as unknown as one not read', () => {
    expect(knownOf({ point: factsWith(exampleReads(), { point: '7' }).point })).toEqual([]);
    expect(knownOf({ point: factsWith(exampleReads(), { point: null }).point })).toEqual([]);
  });
});
