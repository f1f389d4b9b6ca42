import { describe, expect, test } from 'vitest';
import { ruleChoices } from '#src/datasources/azure-vm/choices.ts';
import { vmFactsOf } from '#src/datasources/azure-vm/facts.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import { networkIds, type Reads } from '#src/datasources/azure-vm/reads.ts';
import { grantScopes, principalOf, targetScope } from '#src/datasources/azure-vm/target-reads.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  type Different,
  exampleCard,
  exampleDisk,
  exampleDraft,
  exampleReads,
  networkId,
  OTHER_SUB,
  PRINCIPAL,
  SUB,
  unknownOf,
} from '#src/datasources/azure-vm/testing.ts';
import { cutList } from '#src/lib/list.ts';
import type { NetworkInterface } from '#src/model/network.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Role } from '#src/model/roles.ts';
import { diskWith } from '#src/model/testing.ts';
import { catalogue } from '#src/rules/catalogue.ts';
import { verdictsAmong } from '#src/rules/engine.ts';
import { whyUnknown } from '#src/wizard/explain/unknown.ts';
import { type Read, readHint } from '#src/wizard/read.ts';

const POINT = '20982486783671';
const { choices: CHOSEN } = exampleDraft();
const factsWith = (reads: Reads, choices: Partial<VmChoices> = {}) =>
  vmFactsOf(reads, { ...CHOSEN, ...choices });
const facts = (different: Different = {}, choices: Partial<VmChoices> = {}) =>
  factsWith(exampleReads(different), choices);

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

describe('how many disks there are', () => {
  const disk = (name: string) => ({
    ...exampleDisk,
    name,
    managedDiskId: resourceId(`/${name}`),
  });
  const two = { disks: [disk('os'), disk('data')] };
  /** What the rule about replacing says: whether point and machine have as many disks. */
  const differs = (different: Different) => {
    const rule = catalogue.find(({ id }) => id === 'replace.disk-count');
    const reads = exampleReads(different);
    const choices = ruleChoices({ ...CHOSEN, option: 'replaceDisks' }, reads);
    const [verdict] =
      rule === undefined ? [] : verdictsAmong([rule], vmFactsOf(reads, CHOSEN), choices);
    return verdict?.state ?? 'silent';
  };

  test.each([
    ['one then and one now', {}, 'silent'],
    ['one then and two now', { machine: two }, 'speaks'],
    ['two then and two now', { point: { diskCount: 2 }, machine: two }, 'silent'],
    ['two then and one now', { point: { diskCount: 2 } }, 'speaks'],
    ['a point that does not say', { point: { diskCount: null } }, 'not checked'],
    ['a machine that is gone', { machine: null }, 'not checked'],
  ] as const)('%s', (_, different, expected) => {
    expect(differs(different)).toBe(expected);
  });

  test('is the machine’s own of today, whatever the point says', () => {
    const given = facts({ point: { diskCount: 5 }, machine: two });
    expect(given.vm?.diskCount).toBe(2);
    expect(given.point?.diskCount).toBe(5);
  });
});

describe('the target', () => {
  const target = (different: Different, choices: Partial<VmChoices> = AS_NEW_VM) =>
    facts(different, choices).target;

  test('of the first subnet that takes a machine', () => {
    expect(target({})?.firstSubnet).toBe('default');
    expect(target({}, { vnet: networkId.toUpperCase() })?.firstSubnet).toBe('default');
    expect(target({ network: { subnets: [] } })?.firstSubnet).toBeNull();
    expect(target({}, { vnet: null })?.firstSubnet).toBeUndefined();
    expect(target({}, { vnet: '/elsewhere' })?.firstSubnet).toBeUndefined();
  });

  test('of the zones of the vault’s region', () => {
    expect(target({})?.regionHasZones).toBe(false);
    expect(target({ zones: ['1', '2'] })?.regionHasZones).toBe(true);
    expect(target({ zones: ['1'], vault: { region: 'WestUS' } })?.regionHasZones).toBe(true);
    expect(target({ vault: { region: 'nowhere' } })?.regionHasZones).toBeUndefined();
  });

  test('of the names that are taken', () => {
    expect(target({})?.vmNames).toEqual(['testVM', 'otherVM']);
  });
});

test.each([
  [['*'], true],
  [['*/read'], false],
  [['Microsoft.Compute/*'], true],
  [['microsoft.compute/virtualmachines/write'], true],
  [['Microsoft.Compute/virtualMachines/start/action'], false],
  [[], false],
])('someone who may %j may make a machine: %s', (actions, expected) => {
  expect(facts({ actions }).operator?.canRestoreVm).toBe(expected);
});

test.each([true, false])('a vault under the customer’s own key: %s', (usesCustomerKey) => {
  expect(facts({ usesCustomerKey }).vault?.cmkEnabled).toBe(usesCustomerKey);
});

describe('the paired region', () => {
  const reads = exampleReads();
  const region = { name: 'westus', displayName: 'West US', zones: [], places: [] };
  const withPair = (pairedRegion: string | null, networkRegion: string) =>
    vmFactsOf(
      {
        ...exampleReads({ network: { region: networkRegion } }),
        regions: { state: 'known', value: [{ ...region, pairedRegion }] },
      },
      CHOSEN,
    );

  test.each([
    ['eastus', 'EastUS', true],
    ['eastus', 'westus', false],
    [null, 'eastus', false],
  ])('%s, with a network in %s: in reach %s', (pair, networkRegion, expected) => {
    const { vault, target } = withPair(pair, networkRegion);
    expect(vault?.secondaryRegion).toBe(pair);
    expect(target?.vnetInSecondary).toBe(expected);
  });

  test('of a region that Azure does not list is not known, and no network either', () => {
    const { vault, target } = vmFactsOf(
      { ...reads, regions: { state: 'known', value: [] } },
      CHOSEN,
    );
    expect([vault?.secondaryRegion, target?.vnetInSecondary]).toEqual([undefined, undefined]);
  });
});

describe('the size of the point', () => {
  const offered = (zones: readonly string[], isOffered = true) =>
    ({
      state: 'known',
      value: [{ name: 'standard_a1_V2', isOffered, zones, family: null, cores: null }],
    }) as const;
  type Where = readonly [sizes: ReturnType<typeof offered>, more: Different, zone: string | null];
  const available = ([sizes, more, zone]: Where) =>
    vmFactsOf(
      { ...exampleReads(more), sizes: { state: 'known', value: [...sizes.value] } },
      { ...CHOSEN, zone },
    ).platform?.skuAvailable;

  test.each([
    ['no zone', [offered([]), {}, null], true],
    ['the point’s zone', [offered(['1']), { point: { zone: '1' } }, null], true],
    ['the point’s zone, closed', [offered(['2']), { point: { zone: '1' } }, null], false],
    ['the chosen zone before the point’s', [offered(['2']), { point: { zone: '1' } }, '2'], true],
    ['nowhere', [offered(['1'], false), {}, null], false],
    ['a size not told', [offered([]), { point: { vmSize: null } }, null], undefined],
    ['a size that is in no list', [offered([]), { point: { vmSize: 'Medium' } }, null], false],
  ] as const)('in %s', (_, where, expected) => {
    expect(available(where)).toBe(expected);
  });
});

test('a point without time has no age', () => {
  const { point } = facts({ point: { time: null } });
  expect([point?.time, point?.ageHours]).toEqual([undefined, undefined]);
});

/** What the wizard concludes from lists of which only the first part was read: never that something is not there. */

const known = <Value>(value: Value): Read<Value> => ({ state: 'known', value });
const { choices: asNewVm } = exampleDraft(AS_NEW_VM);
const whole = exampleReads();
const withReads = (change: Partial<Reads>): Reads => ({ ...whole, ...change });
const target = (change: Partial<Reads>, more: object = {}) =>
  vmFactsOf(withReads(change), { ...asNewVm, ...more }).target;
const none = known(cutList<never>([]));

test('a name that is listed is taken, one that is not may be', () => {
  const machineNames = known(cutList(['app09']));
  expect(target({ machineNames }, { vmName: 'APP09' })?.vmNames).toContain('app09');
  expect(target({ machineNames }, { vmName: 'app10' })?.vmNames).toBeUndefined();
  expect(target({ groups: none })?.rgNames).toBeUndefined();
});

test('that the region has no account and no network is not concluded', () => {
  expect(target({ accounts: none })?.stagingAccountsInRegion).toBeUndefined();
  expect(target({ accounts: known([]) })?.stagingAccountsInRegion).toBe(0);
  expect(target({ networks: none })?.vnetInSecondary).toBeUndefined();
});

test('a size that is not listed may be offered', () => {
  const sizeOf = (sizes: Reads['sizes']) =>
    vmFactsOf(withReads({ sizes }), asNewVm).platform?.skuAvailable;
  expect(sizeOf(known([]))).toBe(false);
  expect(sizeOf(none)).toBeUndefined();
});

test('a point that is not listed may be in the secondary region', () => {
  const inSecondary = (secondaryPoints: Reads['secondaryPoints']) =>
    vmFactsOf(withReads({ secondaryPoints }), asNewVm).point?.inSecondary;
  expect(inSecondary(known([]))).toBe(false);
  expect(inSecondary(none)).toBeUndefined();
});

test('what was chosen stays chosen although it is not listed', () => {
  const stillChosen = ruleChoices(
    asNewVm,
    withReads({ groups: none, networks: none, accounts: none }),
  );
  expect(stillChosen).toMatchObject({ rg: asNewVm.rg, vnet: {}, staging: {} });
  const gone = withReads({ groups: known([]), networks: known([]), accounts: known([]) });
  expect(ruleChoices(asNewVm, gone)).toMatchObject({ rg: null, vnet: null, staging: null });
});

test('shows why it is unknown', () => {
  const reads = withReads({ machineNames: none });
  const ground = { model: vmModel, reads, choices: ruleChoices(asNewVm, reads) };
  expect(whyUnknown('target.vmNames', ground)).toEqual({ kind: 'cut', read: 'machineNames' });
});

test('a field says that its list is longer', () => {
  expect(readHint(known(cutList(['a', 'b'])))).toMatch(/first 2\. .* longer/);
});

const read = <Value>(value: Value): Read<Value> => ({ state: 'known', value });
const unread = { state: 'forbidden' } as const;
const card = (more: Partial<NetworkInterface> = {}) => read({ ...exampleCard, ...more });
const some = [resourceId('/one')];

/** Facts of a machine whose cards are these. */
function factsOf(interfaces: Reads['interfaces'], more: Partial<Reads> = {}) {
  const reads = exampleReads({ machine: { nicCount: interfaces.length } });
  return networkFacts({ ...reads, interfaces, ...more });
}

/** What of the facts is about the network of the machine. */
function networkFacts(reads: Reads) {
  const { staticIp, hasNsg, vnetInPrimary, loadBalancer, reservedIpCount } =
    vmFactsOf(reads, exampleDraft().choices).vm ?? {};
  return { staticIp, hasNsg, vnetInPrimary, loadBalancer, reservedIpCount };
}

const subnet = (hasSecurityGroup: boolean) => read({ id: resourceId('/s'), hasSecurityGroup });
const balancer = (isExternal: boolean) => read({ id: resourceId('/b'), isExternal });
const address = (isReserved: boolean | null) => read({ id: resourceId('/a'), isReserved });

test('one card with nothing about it', () => {
  expect(factsOf([card()])).toEqual({
    staticIp: false,
    hasNsg: false,
    vnetInPrimary: true,
    loadBalancer: 'none',
    reservedIpCount: 0,
  });
});

test.each([
  ['a machine that is gone', { machine: read(null) }],
  ['a machine that is not read', { machine: unread }],
  ['a card that the machine does not name', { interfaces: [] }],
])('%s tells nothing', (_, more) => {
  expect(networkFacts({ ...exampleReads(), ...more })).toEqual({});
});

test('a machine without any card has no network', () => {
  expect(factsOf([], { subnets: [] })).toMatchObject({
    staticIp: false,
    hasNsg: false,
    vnetInPrimary: false,
    loadBalancer: 'none',
  });
});

describe('one card that is not read', () => {
  test('leaves open what only all cards together tell', () => {
    expect(factsOf([card(), unread])).toEqual({
      staticIp: undefined,
      hasNsg: undefined,
      vnetInPrimary: true,
    });
  });

  test('changes nothing about what another card tells', () => {
    const other = card({ hasStaticAddress: true, hasSecurityGroup: true });
    expect(factsOf([unread, other])).toMatchObject({ staticIp: true, hasNsg: true });
  });
});

test.each([
  ['none', [], 'none'],
  ['an internal one', [balancer(false)], 'internal'],
  ['an external one', [balancer(true)], 'external'],
  ['both', [balancer(false), balancer(true)], 'external'],
  ['one that is not read', [unread], undefined],
  ['an internal one and one not read', [balancer(false), unread], undefined],
  ['an external one and one not read', [unread, balancer(true)], 'external'],
])('load balancers: %s', (_, balancers, expected) => {
  expect(factsOf([card()], { balancers }).loadBalancer).toBe(expected);
});

test.each([
  [[], 0],
  [[address(true), address(false)], 1],
  [[address(true), address(true)], 2],
  [[address(true), unread], undefined],
  [[address(true), address(null)], undefined],
])('public addresses %j: reserved %s', (publicAddresses, expected) => {
  expect(factsOf([card()], { publicAddresses }).reservedIpCount).toBe(expected);
});

test.each([
  ['on the card', true, [], true],
  ['on the card, subnet not read', true, [unread], true],
  ['on the subnet', false, [subnet(false), subnet(true)], true],
  ['on neither', false, [subnet(false)], false],
  ['on no card, subnet not read', false, [unread], undefined],
])('a security group %s', (_, hasSecurityGroup, subnets, expected) => {
  expect(factsOf([card({ hasSecurityGroup })], { subnets }).hasNsg).toBe(expected);
});

describe('the next read', () => {
  test('is each thing that the cards name, once', () => {
    const cards = [
      card({ subnetIds: some, publicAddressIds: some, balancerIds: some }),
      card({ subnetIds: [resourceId('/ONE')], publicAddressIds: [], balancerIds: [] }),
      unread,
    ];
    const ids = networkIds(cards);
    expect([ids.subnets, ids.publicAddresses, ids.balancers].map((all) => all.length)).toEqual([
      1, 1, 1,
    ]);
  });

  test('is no subnet where a card has its own security group', () => {
    expect(networkIds([card({ hasSecurityGroup: true, subnetIds: some })]).subnets).toEqual([]);
  });
});

const all = [{ actions: ['*'], notActions: [] }];
const noPermissions: Role['permissions'] = [];
const operator: Role = {
  name: 'VM restore operator',
  permissions: noPermissions,
  dataPermissions: noPermissions,
};
const owner: Role = { name: 'Of our own', permissions: all, dataPermissions: all };
const reader: Role = { name: 'Reader', permissions: noPermissions, dataPermissions: noPermissions };

const SYSTEM = { vault: { systemPrincipalId: PRINCIPAL } } as const;
const factsOfRights = (
  different: Different,
  choices: Partial<VmChoices> = { identity: 'system' },
) => vmFactsOf(exampleReads({ ...SYSTEM, ...different }), exampleDraft(choices).choices);

describe('the chosen identity', () => {
  test.each([
    ['the role on both', [operator], [reader, operator], [true, false]],
    ['the role on the account alone', [operator], [reader], [false, false]],
    ['the role in the group alone', [], [operator], [false, false]],
    ['all actions on both', [owner], [owner], [false, true]],
    ['all actions in the group alone', [operator], [owner], [false, false]],
    ['nothing', [], [], [false, false]],
  ])('with %s', (_, stagingRoles, groupRoles, [hasRestoreOperator, hasAllActions]) => {
    expect(factsOfRights({ stagingRoles, groupRoles }).identity).toEqual({
      hasRestoreOperator,
      hasAllActions,
    });
  });

  test('that is another than the one whose rights were read is not known', () => {
    const vault = { systemPrincipalId: 'another' };
    expect(factsOfRights({ vault, stagingRoles: [owner], groupRoles: [owner] }).identity).toEqual({
      hasRestoreOperator: undefined,
      hasAllActions: undefined,
    });
  });

  test.each([
    [{ identity: 'none' }],
    [{ identity: 'user', identityId: '/x' }],
    [{ identity: 'user', identityId: null }],
  ] as const)('that is not selected has no permissions to read: %j', (choices) => {
    expect(factsOfRights({}, choices).identity).toEqual({});
  });
});

describe('whose permissions are read, and where', () => {
  const reads = exampleReads(SYSTEM);
  const scopesOf = (choices: Partial<VmChoices>) =>
    grantScopes(exampleDraft(choices).choices, reads, OTHER_SUB);

  test('a user’s identity by its id in any letter case', () => {
    const vault = exampleReads({ vault: { userPrincipalIds: { '/ids/one': 'p' } } }).vault;
    const value = vault.state === 'known' ? vault.value : undefined;
    expect(principalOf(value, { identity: 'user', identityId: '/IDS/One' })).toBe('p');
    expect(principalOf(undefined, { identity: 'system', identityId: null })).toBeNull();
  });

  test.each([
    ['the chosen group', {}, `/subscriptions/${OTHER_SUB}/resourceGroups/targetRG`],
    ['a group still to be made', { rgIsNew: true }, `/subscriptions/${OTHER_SUB}`],
    ['no group', { rg: null }, null],
    [
      'the machine’s own, for a replacement',
      { option: 'replaceDisks', rg: null },
      `/subscriptions/${SUB}/resourceGroups/testRG`,
    ],
  ] as const)('%s', (_, choices, expected) => {
    expect(scopesOf(choices).group).toBe(expected);
  });

  test.each([
    ['no group', { rg: null }, `/subscriptions/${OTHER_SUB}`],
    ['the machine’s own group', AS_REPLACEMENT, `/subscriptions/${SUB}/resourceGroups/testRG`],
  ])('of the person, with %s', (_, choices, expected) => {
    expect(targetScope(exampleDraft(choices).choices, reads, OTHER_SUB)).toBe(expected);
  });

  test('of the person nowhere, while neither subscription nor machine is known', () => {
    const nothingRead: Reads = { ...reads, instance: { state: 'loading' } };
    expect(targetScope(exampleDraft(AS_REPLACEMENT).choices, nothingRead, '')).toBeNull();
    expect(targetScope(exampleDraft().choices, nothingRead, '')).toBeNull();
  });

  test('no account while none is chosen', () => {
    expect(scopesOf({ staging: null }).staging).toBeNull();
    expect(scopesOf({ staging: '/a' }).staging).toBe(resourceId('/a'));
  });
});

describe('the person', () => {
  const restore =
    'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints/restore/action';
  test.each([
    [['*'], true, true],
    [[restore], false, true],
    [[restore, 'Microsoft.RecoveryServices/vaults/backupPolicies/*'], true, true],
    [['*/read'], false, false],
    [['Microsoft.RecoveryServices/vaults/backupPolicies/write'], false, false],
  ])('who may %j on the vault', (actions, isBackupAdmin, isAppAdmin) => {
    const reads: Reads = {
      ...exampleReads(),
      vaultPermissions: { state: 'known', value: [{ actions, notActions: [] }] },
    };
    expect(vmFactsOf(reads, exampleDraft().choices).operator).toMatchObject({
      isBackupAdmin,
      isAppAdmin,
    });
  });

  test.each([
    [['*'], true],
    [['*/read'], false],
    [['Microsoft.Compute/disks/*'], true],
  ])('who may %j where the restore goes: has rights there %s', (actions, expected) => {
    expect(factsOfRights({ actions }).target?.hasPermissions).toBe(expected);
  });
});
