import { instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { ProtectedItem, RecoveryPoint, Vault } from '#src/model/recovery-services.ts';
import type { DiskAccess, DiskEncryptionSet, VirtualNetwork } from '#src/model/placement.ts';
import type { Machine, StorageAccount } from '#src/model/target.ts';
import { type Draft, type DraftChoices, newDraft } from '#src/wizard/draft/schema.ts';
import { type DraftView, viewOf } from '#src/wizard/draft/view.ts';
import type { Read, Reads } from '#src/wizard/draft/reads.ts';

/** The documents' example as the wizard would have read it, with everything known. */

export const SUB = '00000000-0000-0000-0000-000000000000';
export const OTHER_SUB = '11111111-1111-1111-1111-111111111111';
const TENANT = '72f988bf-0000-4000-a000-2d7cd011db47';

const groupId = `/subscriptions/${SUB}/resourceGroups/testRG`;
const vaultId = resourceId(
  `/subscriptions/${SUB}/resourceGroups/testVaultRG/providers/Microsoft.RecoveryServices/vaults/testVault`,
);
const diskId = resourceId(`${groupId}/providers/Microsoft.Compute/disks/os`);

/** An item of a vault: what tells one from another is its name. */
export const itemId = (name: string, vault: string = vaultId): string =>
  `${vault}/backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;testRG;${name}/protectedItems/VM;testRG;${name}`;

const accountId = (name: string): string =>
  `${groupId}/providers/Microsoft.Storage/storageAccounts/${name}`;

const item: ProtectedItem = {
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
  protectionState: 'Protected',
  lastBackupAt: instant(0),
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
};

const point: RecoveryPoint = {
  id: resourceId(`${item.id}/recoveryPoints/20982486783671`),
  name: '20982486783671',
  time: instant(0),
  consistency: 'application',
  tier: 'snapshotAndVaultStandard',
  isManaged: true,
  isEncrypted: false,
  isPremium: false,
  vmSize: 'Standard_A1_v2',
  zone: null,
  diskCount: 1,
  hasPrivateAccessDisks: false,
  originalStorageAccountOption: false,
};

const machine: Machine = {
  id: item.sourceResourceId,
  name: 'testVM',
  region: 'westus',
  zone: null,
  size: 'Standard_A1_v2',
  osType: 'Windows',
  disks: [{ name: 'os', sizeGiB: 32, managedDiskId: diskId, hasCustomerKey: false }],
  availabilitySet: null,
  hasUltraDisks: false,
  hybridBenefit: false,
  nicCount: 1,
  extensions: [],
  hasUserIdentity: false,
  hasKeyVaultLink: false,
  isFromCustomImage: false,
  isGeneralized: false,
  usesEncryptionAtHost: false,
};

const account: StorageAccount = {
  id: resourceId(accountId('testAccount')),
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
  subnets: [
    { name: 'gateway', isDelegated: true },
    { name: 'default', isDelegated: false },
    { name: 'second', isDelegated: false },
  ].map((subnet) => ({
    ...subnet,
    id: resourceId(`${networkId}/subnets/${subnet.name}`),
    addressPrefixes: ['10.0.0.0/24'],
  })),
};

export const encryptionSetId = inGroup('testRG', 'Microsoft.Compute/diskEncryptionSets', 'testSet');
const encryptionSet: DiskEncryptionSet = {
  id: encryptionSetId,
  name: 'testSet',
  resourceGroup: 'testRG',
  region: 'westus',
  encryptionType: 'EncryptionAtRestWithCustomerKey',
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

const read = <Value>(value: Value): Read<Value> => ({ state: 'known', value });

/** What the example differs in: each a part of the thing read. */
export interface Different {
  readonly item?: Partial<ProtectedItem>;
  readonly vault?: Partial<Vault>;
  readonly point?: Partial<RecoveryPoint>;
  readonly machine?: Partial<Machine> | null;
  readonly account?: Partial<StorageAccount>;
  readonly network?: Partial<VirtualNetwork>;
  /** Zones of the region; the documents' example lies where there are none. */
  readonly zones?: readonly string[];
  /** Whether the vault's data is under the customer's own key. */
  readonly usesCustomerKey?: boolean;
  /** What the person may do where the restore goes. */
  readonly actions?: readonly string[];
}

/** Everything read, but for what differs. */
export function exampleReads(different: Different = {}): Reads {
  return {
    instance: read({ ...item, ...different.item }),
    vault: read({ ...vault, ...different.vault }),
    points: read([{ ...point, ...different.point }]),
    machine: read(different.machine === null ? null : { ...machine, ...different.machine }),
    disks: [
      read({ id: diskId, name: 'os', sizeGiB: 32, hasPrivateAccess: false, encryption: null }),
    ],
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
      },
    ]),
    vaultEncryption: read({ usesCustomerKey: different.usesCustomerKey ?? false }),
    permissions: read([{ actions: different.actions ?? ['*'], notActions: [] }]),
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
  warningsRead: true,
} as const satisfies Partial<DraftChoices>;

/** What the example needs besides to become a new machine, and to take the place of the source. */
export const AS_NEW_VM = {
  group: 'createNew',
  option: 'createVm',
  vmName: 'newVM',
  vnet: networkId,
  subnet: 'default',
} as const satisfies Partial<DraftChoices>;
export const AS_REPLACEMENT = {
  group: 'replaceExisting',
  option: 'replaceDisks',
  confirmReplace: 'testVM',
} as const satisfies Partial<DraftChoices>;

export function exampleDraft(choices: Partial<DraftChoices> = {}): Draft {
  return newDraft('draft-1', 0, { ...EXAMPLE_CHOICES, ...choices });
}

export function exampleView(
  choices: Partial<DraftChoices> = {},
  reads = exampleReads(),
): DraftView {
  return viewOf(exampleDraft(choices), reads);
}
