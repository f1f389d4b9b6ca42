import { newDraft, transitions, type VmDraft } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { vmViewOf } from '#src/datasources/azure-vm/model.ts';
import { NOTHING_READ, type Reads } from '#src/datasources/azure-vm/reads.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { instant } from '#src/lib/time.ts';
import type { ProtectedItemDetails } from '#src/model/instances.ts';
import type { Disk, Machine, MachineDisk } from '#src/model/machines.ts';
import type { NetworkInterface } from '#src/model/network.ts';
import type {
  DiskAccess,
  DiskEncryptionSet,
  StorageAccount,
  VirtualNetwork,
} from '#src/model/places.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import type { Grants, Role } from '#src/model/roles.ts';
import { diskWith } from '#src/model/testing.ts';
import type { Vault } from '#src/model/vaults.ts';
import { ruleNamed } from '#src/rules/engine.ts';
import type { Facts } from '#src/rules/facts.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import type { DraftCause } from '#src/wizard/draft/schema.ts';
import { createDraft as create } from '#src/wizard/draft/store.ts';
import { applied } from '#src/wizard/draft/transitions.ts';
import type { Read } from '#src/wizard/read.ts';

/** The documents' example as the wizard would have read it, with everything known. */

export const SUB = '00000000-0000-0000-0000-000000000000';
export const OTHER_SUB = '11111111-1111-1111-1111-111111111111';
export const PRINCIPAL = '22222222-2222-2222-2222-222222222222';
const HOUR_MS = 3_600_000;
const TENANT = '72f988bf-0000-4000-a000-2d7cd011db47';
const groupId = `/subscriptions/${SUB}/resourceGroups/testRG`;
const vaultId = resourceId(
  `/subscriptions/${SUB}/resourceGroups/testVaultRG/providers/Microsoft.RecoveryServices/vaults/testVault`,
);
const nicId = resourceId(`${groupId}/providers/Microsoft.Network/networkInterfaces/nic`);
const diskId = resourceId(`${groupId}/providers/Microsoft.Compute/disks/os`);

/** An item of a vault: what tells one from another is its name. */
export const itemId = (name: string, vault: string = vaultId): string =>
  `${vault}/backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;testRG;${name}/protectedItems/VM;testRG;${name}`;

const item: ProtectedItemDetails = {
  oldestPointAt: null,
  pointCount: null,
  id: resourceId(itemId('testVM')),
  vaultId,
  vaultName: 'testVault',
  subscriptionId: SUB,
  region: null,
  friendlyName: 'testVM',
  resourceGroup: 'testRG',
  sourceResourceId: resourceId(`${groupId}/providers/Microsoft.Compute/virtualMachines/testVM`),
  deployment: 'arm',
  health: 'passed',
  deletion: null,
  protectionState: 'Protected',
  policyName: 'DefaultPolicy',
  lastBackupAt: instant(0),
  lastBackupStatus: 'completed',
  lastRecoveryPointAt: instant(0),
};

const vault: Vault = {
  id: vaultId,
  name: 'testVault',
  subscriptionId: SUB,
  resourceGroup: 'testVaultRG',
  region: 'westus',
  redundancy: 'GRS',
  crossRegionRestore: false,
  crossSubscriptionRestore: 'enabled',
  movedFrom: null,
  identities: [],
  userIdentityIds: [],
  systemPrincipalId: null,
  userPrincipalIds: {},
};

const point: RecoveryPoint = {
  id: resourceId(`${item.id}/recoveryPoints/20982486783671`),
  name: '20982486783671',
  time: instant(0),
  consistency: 'AppConsistent',
  tier: 'SnapshotAndVault',
  isManaged: true,
  isEncrypted: false,
  isPremium: false,
  vmSize: 'Standard_A1_v2',
  osType: 'Windows',
  zone: null,
  diskCount: 1,
  disks: [{ lun: -1, name: 'os' }],
  excludedDisks: [],
  hasPrivateAccessDisks: false,
  originalStorageAccountOption: false,
  isMounted: false,
  expiresAt: null,
  isSoftDeleted: false,
  keyVaultIds: [],
};

/** The one disk of the machine. */
export const exampleDisk: MachineDisk = {
  name: 'os',
  lun: -1,
  sizeGiB: 32,
  sku: 'Standard_LRS',
  managedDiskId: diskId,
  encryptionSetId: null,
  hasWriteAccelerator: false,
};

const machine: Machine = {
  id: item.sourceResourceId,
  name: 'testVM',
  region: 'westus',
  zone: null,
  tags: {},
  size: 'Standard_A1_v2',
  osType: 'Windows',
  disks: [exampleDisk],
  availabilitySet: null,
  hasUltraDisks: false,
  hybridBenefit: false,
  nicCount: 1,
  nicIds: [nicId],
  extensions: [],
  hasUserIdentity: false,
  hasKeyVaultLink: false,
  isFromCustomImage: false,
  isGeneralized: false,
  isRunning: false,
  usesEncryptionAtHost: false,
  canUseUltraDisks: false,
  securityType: null,
  plan: null,
  identityType: null,
  hasBootDiagnostics: false,
};

const account: StorageAccount = {
  id: resourceId(`${groupId}/providers/Microsoft.Storage/storageAccounts/testAccount`),
  name: 'testAccount',
  resourceGroup: 'testRG',
  region: 'westus',
  kind: 'StorageV2',
  redundancy: 'LRS',
  tier: 'Standard',
  hasNetworkRules: false,
  allowsSharedKey: true,
};

const inGroup = (group: string, type: string, name: string) =>
  resourceId(`/subscriptions/${SUB}/resourceGroups/${group}/providers/${type}/${name}`);

export const networkId = inGroup('targetRG', 'Microsoft.Network/virtualNetworks', 'testNet');
const network: VirtualNetwork = {
  id: networkId,
  name: 'testNet',
  resourceGroup: 'targetRG',
  subscriptionId: SUB,
  region: 'westus',
  subnets: ['gateway', 'default', 'second'].map((name) => ({
    name,
    isDelegated: name === 'gateway',
    id: resourceId(`${networkId}/subnets/${name}`),
    addressPrefixes: ['10.0.0.0/24'],
    usedAddresses: 3,
  })),
};

export const encryptionSetId = inGroup('testRG', 'Microsoft.Compute/diskEncryptionSets', 'testSet');
const encryptionSet: DiskEncryptionSet = {
  id: encryptionSetId,
  name: 'testSet',
  resourceGroup: 'testRG',
  region: 'westus',
  encryptionType: 'EncryptionAtRestWithCustomerKey',
  keyVaultId: inGroup('testRG', 'Microsoft.KeyVault/vaults', 'testKeys'),
  isReady: true,
};

export const diskAccessId = inGroup('testRG', 'Microsoft.Compute/diskAccesses', 'testAccess');
const diskAccess: DiskAccess = {
  id: diskAccessId,
  name: 'testAccess',
  resourceGroup: 'testRG',
  region: 'westus',
  hasApprovedEndpoint: true,
};

/** The one card of the machine: alone, with an address of its own. */
export const exampleCard: NetworkInterface = {
  id: nicId,
  hasStaticAddress: false,
  addresses: [{ address: '10.0.0.4', isStatic: false }],
  hasSecurityGroup: false,
  subnetIds: [resourceId(`${networkId}/subnets/default`)],
  publicAddressIds: [],
  balancerIds: [],
};

const grants = (scope: ResourceId, roles: readonly Role[] | undefined): Read<Grants> =>
  read({ principalId: PRINCIPAL, scope, roles: roles ?? [] });

const read = <Value>(value: Value): Read<Value> => ({ state: 'known', value });

/** What the example differs in: each a part of the thing read. */
export interface Different {
  readonly item?: Partial<ProtectedItemDetails>;
  readonly vault?: Partial<Vault>;
  readonly point?: Partial<RecoveryPoint>;
  readonly machine?: Partial<Machine> | null;
  readonly account?: Partial<StorageAccount>;
  readonly network?: Partial<VirtualNetwork>;
  /** Zones of the region; the documents' example lies where there are none. */
  readonly zones?: readonly string[];
  /** Whether the vault's data is under the customer's own key. */
  readonly usesCustomerKey?: boolean;
  /** The points of the secondary region; not asked unless told. */
  readonly secondaryPoints?: readonly Partial<RecoveryPoint>[];
  /** What the person may do where the restore goes. */
  readonly actions?: readonly string[];
  readonly cards?: readonly NetworkInterface[];
  /** The roles of the vault's own identity, on the staging account and in the group. */
  readonly stagingRoles?: readonly Role[];
  readonly groupRoles?: readonly Role[];
}

/** Everything read, but for what differs. */
export function exampleReads(different: Different = {}): Reads {
  return {
    ...NOTHING_READ,
    instance: read({ ...item, ...different.item }),
    vault: read({ ...vault, ...different.vault }),
    points: read([{ ...point, ...different.point }]),
    ...(different.secondaryPoints && {
      secondaryPoints: read(different.secondaryPoints.map((one) => ({ ...point, ...one }))),
    }),
    machine: read(different.machine === null ? null : { ...machine, ...different.machine }),
    disks: [read(exampleManagedDisk(diskId))],
    subscriptions: read([
      { id: SUB, name: 'Documents example', tenantId: TENANT },
      { id: OTHER_SUB, name: 'Another', tenantId: TENANT },
    ]),
    groups: read(
      ['testRG', 'targetRG'].map((name) => ({
        id: resourceId(`/subscriptions/${SUB}/resourceGroups/${name}`),
        name,
        region: 'westus',
      })),
    ),
    accounts: read([{ ...account, ...different.account }]),
    networks: read([{ ...network, ...different.network }]),
    machineNames: read(['testVM', 'otherVM']),
    encryptionSets: read([encryptionSet]),
    diskAccesses: read([diskAccess]),
    regions: read([
      {
        name: 'westus',
        displayName: 'West US',
        pairedRegion: 'eastus',
        zones: different.zones ?? [],
        places: (different.zones ?? []).map((zone) => `westus-az${zone}`),
      },
    ]),
    vaultEncryption: read({ usesCustomerKey: different.usesCustomerKey ?? false }),
    permissions: read([{ actions: different.actions ?? ['*'], notActions: [] }]),
    vaultPermissions: read([{ actions: ['*'], notActions: [] }]),
    sizes: read([
      { name: 'Standard_A1_v2', isOffered: true, zones: [], family: 'standardAv2Family', cores: 1 },
    ]),
    stagingGrants: grants(account.id, different.stagingRoles),
    groupGrants: grants(resourceId(groupId), different.groupRoles),
    interfaces: (different.cards ?? [exampleCard]).map(read),
    subnets: [read({ id: resourceId(`${networkId}/subnets/default`), hasSecurityGroup: false })],
    at: instant(48 * HOUR_MS),
  };
}

/** Every choice made that the example, a restore of disks, needs. */
export const EXAMPLE_CHOICES = {
  datasource: 'azure-vm',
  option: 'restoreDisks',
  instance: item.id,
  point: point.name,
  rg: 'targetRG',
  staging: account.id,
  consequenceRead: true,
  warningsRead: true,
} as const satisfies Partial<VmChoices>;

/** What the example needs besides to become a new machine, and to take the place of the source. */
export const AS_NEW_VM = {
  group: 'createNew',
  option: 'createVm',
  vmName: 'newVM',
  vnet: networkId,
  subnet: 'default',
} as const satisfies Partial<VmChoices>;
export const AS_REPLACEMENT = {
  group: 'replaceExisting',
  option: 'replaceDisks',
  confirmReplace: 'testVM',
} as const satisfies Partial<VmChoices>;

export const exampleDraft = (choices: Partial<VmChoices> = {}): VmDraft =>
  newDraft('draft-1', 0, { ...EXAMPLE_CHOICES, ...choices });

/** The example's vault, but for what differs. */
export const vaultWith = (different: Partial<Vault> = {}): Vault => ({ ...vault, ...different });

/** The example's restore point, but for what differs. */
export const examplePoint = (different: Partial<RecoveryPoint> = {}): RecoveryPoint => ({
  ...point,
  ...different,
});

/** The machine of that point as it is now, but for what differs. */
export const exampleMachine = (different: Partial<Machine> = {}): Machine => ({
  ...machine,
  ...different,
});

export function exampleView(choices: Partial<VmChoices> = {}, reads = exampleReads()) {
  return vmViewOf(exampleDraft(choices), reads);
}

/** The sentence of a rule that a test names. */
export const sayRule = (id: string): string => sayOf(ruleNamed<string>(vmRules, id));

/** The one managed disk of the documents' example. */
export const exampleManagedDisk = (id: ResourceId): Disk =>
  diskWith({ id, name: 'os', hasPrivateAccess: false });

/** Those of some facts, by their names, that are not known. */
export function unknownOf(given: Facts, names: readonly string[]): string[] {
  return names.filter((name) => {
    const [group = '', property = ''] = name.split('.');
    const found = Object.entries(given).find(([key]) => key === group)?.[1];
    return new Map(Object.entries(found ?? {})).get(property) === undefined;
  });
}

/** The names of all facts that are known. */
export const knownOf = (given: Facts): string[] =>
  Object.entries(given).flatMap(([group, properties]) =>
    Object.entries(properties ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [`${group}.${name}`],
    ),
  );

/**
 * Creates and stores a draft, and returns its id. `chosen` is applied as a change by the operator, with
 * all that follows from it.
 */
export const createDraft = (
  given: Partial<VmChoices>,
  chosen: Partial<VmChoices> = {},
  cause?: DraftCause,
): string =>
  create((id, at) => ({ ...applied(transitions, newDraft(id, at, given), chosen, at), cause }));
