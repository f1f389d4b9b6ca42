import type { FactName, Facts, FullFacts } from './facts.ts';
import type { Choices, FullChoices, StagingChoice, VnetChoice } from './fields.ts';

/**
 * The example against which worked cases give only what differs: the documents' own machine, vault
 * and point (rules.md §2), with one whole set of choices.
 */
export const baseline: { facts: FullFacts; choices: FullChoices } = {
  facts: {
    vm: {
      id: 'vm:testVM',
      name: 'testVM',
      resourceGroup: 'testRG',
      exists: true,
      isProtectionStopped: false,
      deployment: 'arm',
      isManaged: true,
      encryption: 'none',
      isPremium: false,
      size: 'Standard_A1_v2',
      zone: null,
      region: 'eastus2',
      osType: 'Windows',
      isGeneralized: false,
      isRunning: false,
      fromCustomImage: false,
      hasUserIdentity: false,
      hasKeyVaultLink: false,
      hasUltraDisks: false,
      hasPrivateEndpointDisks: false,
      encryptionAtHost: false,
      diskCount: 2,
      diskSizesGiB: null,
      maxDiskGiB: 512,
      availabilitySet: null,
      loadBalancer: 'none',
      nicCount: 1,
      reservedIpCount: 0,
      staticIp: false,
      hasNsg: true,
      hybridBenefit: false,
      isSql: false,
      hasExtensions: false,
      cloudInit: false,
      domainJoined: false,
      domainTrouble: false,
      dc: 'none',
      otherDcReachable: true,
      isolatedNetwork: false,
      vnetInPrimary: true,
      keyVaultEncrypted: false,
      encryptedBlobs: false,
      hasSharedDisks: false,
      leavesOutSharedDisks: false,
      hasWriteAccelerator: false,
      system: 'ws2019',
      isDeduplicated: false,
      spansDisks: false,
      isAccountRestricted: false,
    },
    item: { isSoftDeleted: false },
    point: {
      id: '20982486783671',
      time: '2018-06-04T06:06:00.5121087Z',
      consistency: 'AppConsistent',
      tier: 'Vault',
      transferToVaultDone: true,
      inSecondary: true,
      ageHours: 48,
      diskCount: 2,
      isRehydrated: false,
      streaming: false,
      isSourceEncrypted: false,
      isSoftDeleted: false,
      hoursToExpiry: 672,
    },
    vault: {
      type: 'RecoveryServices',
      region: 'eastus2',
      secondaryRegion: 'centralus',
      redundancy: 'GRS',
      crrEnabled: true,
      csrState: 'enabled',
      cmkEnabled: false,
      subscription: 'sub-A',
      tenant: 'tenant-1',
      identities: ['system', 'user'],
      userIdentityIds: [
        '/subscriptions/sub-A/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/restore',
      ],
      movedSubscription: false,
      originalSubscription: null,
    },
    target: {
      vmNames: ['testVM'],
      rgNames: ['testRG', 'targetRG'],
      diskNames: [],
      hasPermissions: true,
      regionHasZones: true,
      ownZone: null,
      vnetInSecondary: true,
      stagingAccountsInRegion: 2,
      diskAccessUsable: true,
      encryptionSetReady: true,
      firstSubnet: 'default',
    },
    platform: { skuAvailable: true, primaryDown: false, pinnedZoneDown: false },
    operator: { canRestoreVm: true, isBackupAdmin: true, isAppAdmin: false },
    identity: { hasRestoreOperator: true, hasAllActions: false },
    disk: {
      encryption: 'SSE-PMK',
      role: 'data',
      validation: 'succeeded',
      attachedVmProtected: false,
    },
    bv: {
      restoreOperatorOnTarget: true,
      rolesOnSnapshotRg: true,
      snapshotsInPlace: true,
      readerOnDes: true,
      roleAgeMinutes: 60,
    },
    commvault: {
      isRestoreEnabled: true,
      needsPasskey: false,
      hasOsDisk: true,
      hypervisorSubscription: 'sub-A',
      sharesNetwork: false,
      hasCores: true,
    },
    job: { kind: 'createVm', status: 'InProgress', secondary: false },
    form: { errors: 0, warnings: 0 },
    policy: { archive: false, czrNonPinned: false, networkStepAlways: false, czrBothTiers: false },
  },
  choices: {
    product: 'azure-backup',
    datasource: 'azure-vm',
    scenario: 'entire-vm',
    client: 'portal',
    action: null,
    instance: 'testVM',
    recoveryPointId: '20982486783671',
    sourceResourceId: 'vm:testVM',
    group: 'createNew',
    option: 'createVm',
    secondary: false,
    viewRegion: 'primary',
    region: 'eastus2',
    subscription: 'sub-A',
    subscriptionTenant: 'tenant-1',
    zone: null,
    vmName: 'targetVM',
    vmSize: 'Standard_A1_v2',
    rg: 'targetRG',
    rgIsNew: false,
    vnet: { region: 'eastus2', subscription: 'sub-A', active: true, affinityGroup: false },
    subnet: 'default',
    staging: {
      region: 'eastus2',
      kind: 'StorageV2',
      redundancy: 'LRS',
      tier: 'Standard',
      hasNetworkRules: false,
      allowSharedKey: true,
    },
    identity: 'none',
    identityId: null,
    diskEncryptionSet: null,
    restoreAsManaged: null,
    diskAccess: null,
    diskAccessId: null,
    diskMode: 'ALR',
    diskName: 'restored-disk',
    confirmReplace: false,
    consequenceRead: false,
    warningsRead: false,
    acceptTerms: false,
    templateValues: null,
    templateVnet: null,
    csrState: null,
    cv: null,
    hypervisor: '120',
    overwrite: false,
    securityGroup: null,
    runnerSystem: null,
    runnerVersion: null,
    isOnSource: false,
  },
};

/** Facts and choices that a rule is tried on. */
export type Example = { readonly facts: Facts; readonly choices: Choices };

/** The value of a fact or choice by its name (`vm.zone`, `c.staging.region`); undefined: not known. */
export function valueAt({ facts, choices }: Example, name: string): unknown {
  const path = name.split('.');
  return path[0] === 'c' ? inside(choices, path.slice(1)) : inside(facts, path);
}

/**
 * The same example with one value set, or with `undefined` made not known. The value must be of the
 * name's vocabulary: only by a name given at run time is it written unchecked.
 */
export function withValueAt({ facts, choices }: Example, name: string, value: unknown): Example {
  const [group = '', ...path] = name.split('.');
  return group === 'c'
    ? { facts, choices: written(choices, path, value) }
    : { facts: written(facts, [group, ...path], value), choices };
}

/** Names of the facts and choices of an example that differ from those of another. */
export function differingNames(one: Example, other: Example): string[] {
  return namesIn(one).filter(
    (name) => JSON.stringify(valueAt(one, name)) !== JSON.stringify(valueAt(other, name)),
  );
}

function namesIn({ facts, choices }: Example): string[] {
  const ofFacts = Object.entries(facts).flatMap(([group, known]) =>
    Object.keys(known ?? {}).map((property) => `${group}.${property}`),
  );
  const { staging, vnet, ...plain } = choices;
  const ofChosen = Object.entries({ staging, vnet }).flatMap(([field, chosen]) =>
    chosen === null ? [`c.${field}`] : Object.keys(chosen).map((key) => `c.${field}.${key}`),
  );
  return [...ofFacts, ...Object.keys(plain).map((key) => `c.${key}`), ...ofChosen];
}

function inside(thing: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined || thing === undefined) return thing;
  if (typeof thing !== 'object' || thing === null) return undefined;
  const value: unknown = Reflect.get(thing, key);
  return inside(value, rest);
}

function written<Thing extends object>(
  thing: Thing,
  [key = '', ...rest]: readonly string[],
  value: unknown,
): Thing {
  const within = inside(thing, [key]);
  const isWithin = rest.length > 0 && typeof within === 'object' && within !== null;
  return { ...thing, [key]: isWithin ? written(within, rest, value) : value };
}

type PropertyOf<Thing, Name> = Name extends keyof Thing ? Thing[Name] : never;
type ValueOf<Name extends string> = Name extends `c.staging.${infer Property}`
  ? PropertyOf<StagingChoice, Property>
  : Name extends `c.vnet.${infer Property}`
    ? PropertyOf<VnetChoice, Property>
    : Name extends `c.${infer Property}`
      ? PropertyOf<FullChoices, Property>
      : Name extends `${infer Group}.${infer Property}`
        ? PropertyOf<PropertyOf<FullFacts, Group>, Property>
        : never;

const REDUNDANCIES = ['LRS', 'ZRS', 'GRS', 'RA-GRS'] as const;
const ENCRYPTIONS = ['none', 'ADE', 'SSE-PMK', 'SSE-CMK', 'SSE-PMK+CMK'] as const;
const ZONES = [null, '1', '2', '3'] as const;

/** The words that a fact or choice may be; for those of regions and names some that tell. */
const WORDS: {
  readonly [Name in FactName | `c.${keyof FullChoices}`]?: readonly ValueOf<Name>[];
} = {
  'vm.deployment': ['arm', 'classic'],
  'vm.encryption': ENCRYPTIONS,
  'vm.zone': ZONES,
  'vm.osType': ['Windows', 'Linux'],
  'vm.availabilitySet': [null, 'avset-web'],
  'vm.loadBalancer': ['none', 'internal', 'external'],
  'vm.dc': [
    'none',
    'single-dc-single-domain',
    'multiple-dc-single-domain',
    'single-dc-multi-domain',
    'multi-domain-forest',
  ],
  'vm.diskSizesGiB': [null, [64], [64, 5120], [5120]],
  'point.consistency': ['AppConsistent', 'FileSystemConsistent', 'CrashConsistent'],
  'point.tier': ['Snapshot', 'SnapshotAndVault', 'Vault', 'Archive'],
  'vault.type': ['RecoveryServices', 'Backup'],
  'vault.secondaryRegion': ['centralus', null],
  'vault.redundancy': REDUNDANCIES,
  'vault.csrState': [null, 'enabled', 'disabled', 'permanentlyDisabled'],
  'vault.originalSubscription': [null, 'sub-A', 'sub-OLD'],
  'vault.identities': [['system', 'user'], ['system'], ['user'], []],
  'target.ownZone': ZONES,
  'target.firstSubnet': ['default', null],
  'disk.encryption': ENCRYPTIONS,
  'disk.role': ['os', 'data'],
  'disk.validation': ['none', 'running', 'succeeded', 'failed'],
  'job.kind': ['createVm', 'restoreDisks', 'replaceDisks', 'diskRestore'],
  'job.status': ['InProgress', 'Completed', 'Failed', 'CompletedWithWarnings', 'Cancelled'],
  'c.staging.kind': ['StorageV2', 'Storage', 'BlobStorage'],
  'c.staging.redundancy': [...REDUNDANCIES, 'GZRS', 'RA-GZRS'],
  'c.staging.tier': ['Standard', 'Premium'],
  'c.staging': [baseline.choices.staging, null],
  'c.vnet': [baseline.choices.vnet, null],
  'c.product': ['azure-backup', 'commvault'],
  'c.datasource': [null, 'azure-vm', 'azure-disk'],
  'c.scenario': [null, 'entire-vm', 'disk', 'files', 'encrypted', 'cross-region', 'bare-metal'],
  'c.client': ['portal', 'rest', 'powershell', 'cli'],
  'c.action': [null, 'submit', 'deployTemplate', 'setCsr'],
  'c.group': [null, 'createNew', 'replaceExisting'],
  'c.option': [null, 'createVm', 'restoreDisks', 'replaceDisks'],
  'c.viewRegion': ['primary', 'secondary'],
  'c.zone': ZONES,
  'c.identity': ['none', 'system', 'user'],
  'c.restoreAsManaged': [null, true, false],
  'c.diskAccess': [null, 'same', 'public', 'private'],
  'c.diskMode': ['ALR', 'OLR'],
  'c.templateValues': [null, {}],
  'c.csrState': [null, 'enabled', 'disabled', 'permanentlyDisabled'],
  'c.cv': [null, 'in-place', 'out-of-place'],
};

/** What a fact or choice can be set to: one of some values, a number, names, or a text. */
type Vocabulary =
  | { readonly kind: 'values'; readonly values: readonly unknown[] }
  | { readonly kind: 'number' | 'names' | 'text' };

/** The vocabulary of a fact or choice (`vm.zone`, `c.option`); one without words takes its baseline's. */
export function vocabularyOf(name: string): Vocabulary {
  const values = Object.entries(WORDS).find(([key]) => key === name)?.[1];
  if (values !== undefined) return { kind: 'values', values };
  const example = valueAt(baseline, name);
  if (typeof example === 'boolean') return { kind: 'values', values: [true, false] };
  if (typeof example === 'number') return { kind: 'number' };
  return { kind: Array.isArray(example) ? 'names' : 'text' };
}
