import type {
  DiskAccessSeed,
  EncryptionSetSeed,
  NetworkSeed,
  RoleAssignmentSeed,
  SubnetSeed,
} from '#src/mocks/world/place-seed.ts';
import type { AccountSeed, GroupSeed, Seed, VaultSeed } from '#src/mocks/world/seed.ts';
import { exampleParts, exampleSubscription } from '#src/mocks/world/worlds/document.ts';

/** What the machines of the default world lie in, and what they are restored into: usable places, and one for each reason not to be. */

const tenantId = '72f988bf-0000-4000-a000-2d7cd011db47';
export const production = '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951';
export const corporate = 'c3a9d514-7e28-4f6b-8b02-61f5e8a7d330';

/** The id of a group in a subscription. */
export const inGroup = (subscriptionId: string, group: string): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${group}`;

/** The id of a group in either of the two. */
export const prod = (group: string): string => inGroup(production, group);
export const corp = (group: string): string => inGroup(corporate, group);

type GroupRow = readonly [
  subscriptionId: string,
  location: string,
  names: string,
  facts?: Partial<GroupSeed>,
];

/** Groups of one place by their names; those that are not like the others have a line of their own. */
const groups = (
  [
    [
      production,
      'westeurope',
      'rg-app-prod rg-backup-weu rg-crm rg-erp rg-hr rg-network-weu rg-pay',
    ],
    // Tags that other people need: whoever rewrites the group takes them away.
    [
      production,
      'westeurope',
      'rg-restore-weu',
      { tags: { costCenter: '4711', owner: 'backup-team' } },
    ],
    [production, 'westeurope', 'rg-web'],
    // A group that the person may only look at.
    [production, 'westeurope', 'rg-readonly-weu', { isReadOnly: true }],
    [
      corporate,
      'northeurope',
      'rg-backup-neu rg-files rg-identity rg-media rg-restore-neu rg-web-stage',
    ],
    [
      corporate,
      'eastus2',
      'rg-backup-eus2 rg-build rg-finance rg-images rg-legacy rg-ml rg-restore-eus2',
    ],
    // Where production can be restored to when its own subscription cannot take it.
    [corporate, 'westeurope', 'rg-dr-weu'],
    [production, 'westeurope', 'rg-shop rg-trade'],
    [corporate, 'northeurope', 'rg-cluster'],
    [corporate, 'centralus', 'rg-dr-cus'],
    // Where the auditors' disks go: to be looked at, also by who restores elsewhere.
    [corporate, 'westeurope', 'rg-dr-audit-weu', { isReadOnly: true }],
  ] satisfies readonly GroupRow[]
).flatMap(([subscriptionId, location, names, facts = {}]: GroupRow) =>
  names.split(' ').map((name): GroupSeed => ({ subscriptionId, name, location, ...facts })),
);

const vaultIn = (groupId: string, name: string): string =>
  `${groupId}/providers/Microsoft.RecoveryServices/vaults/${name}`;

export const prodVault = vaultIn(prod('rg-backup-weu'), 'rsv-prod-weu');
export const hrVault = vaultIn(prod('rg-hr'), 'rsv-hr-weu');
export const hqVault = vaultIn(corp('rg-backup-neu'), 'rsv-hq-neu');
export const appsVault = vaultIn(corp('rg-backup-eus2'), 'rsv-apps-eus2');
/** Its data is in every zone of the region, and may go to other subscriptions. */
export const shopVault = vaultIn(prod('rg-shop'), 'rsv-shop-weu');

/** Spelled as Azure spells them, with `resourcegroups` in lower case (azure-contract §14). */
const identityIn = (groupId: string, name: string): string =>
  `${groupId.replace('/resourceGroups/', '/resourcegroups/')}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;

const restoreWeu = identityIn(prod('rg-backup-weu'), 'id-restore-weu');
const restoreEus2 = identityIn(corp('rg-backup-eus2'), 'id-restore-eus2');

const vaults: readonly VaultSeed[] = [
  {
    id: prodVault,
    location: 'westeurope',
    redundancy: 'GeoRedundant',
    crossRegionRestore: 'Enabled',
    crossSubscriptionRestore: 'Enabled',
    identityType: 'SystemAssigned, UserAssigned',
    userIdentities: [restoreWeu],
  },
  // Moved while its points could go nowhere else: its first subscription is out of reach.
  {
    id: hrVault,
    location: 'westeurope',
    redundancy: 'LocallyRedundant',
    crossRegionRestore: 'Disabled',
    crossSubscriptionRestore: 'Disabled',
    movedFrom: corporate,
  },
  {
    id: hqVault,
    location: 'northeurope',
    redundancy: 'ZoneRedundant',
    crossRegionRestore: 'Disabled',
    crossSubscriptionRestore: 'PermanentlyDisabled',
    identityType: 'SystemAssigned',
    softDelete: { state: 'AlwaysON', enhanced: 'AlwaysON', days: 14 },
  },
  // An old vault: it says nothing about other subscriptions. Its data is under a customer-managed key.
  {
    id: appsVault,
    location: 'eastus2',
    redundancy: 'GeoRedundant',
    crossRegionRestore: 'Disabled',
    identityType: 'UserAssigned',
    userIdentities: [restoreEus2],
    encryption: 'CustomerManaged',
  },
  {
    id: shopVault,
    location: 'westeurope',
    redundancy: 'ZoneRedundant',
    crossRegionRestore: 'Disabled',
    crossSubscriptionRestore: 'Enabled',
    identityType: 'SystemAssigned',
  },
];

/** What the identities of the vaults may do: all that it needs, in one place only, nothing but look. */
const roleAssignments: readonly RoleAssignmentSeed[] = [
  { holder: prodVault, role: 'VM Restore Operator', scope: `/subscriptions/${production}` },
  { holder: prodVault, role: 'VM Restore Operator', scope: corp('rg-dr-weu') },
  { holder: restoreWeu, role: 'Contoso Restore', scope: prod('rg-restore-weu') },
  { holder: restoreWeu, role: 'Reader', scope: `/subscriptions/${production}` },
  { holder: hqVault, role: 'Contributor', scope: `/subscriptions/${corporate}` },
  {
    holder: restoreEus2,
    role: 'VM Restore Operator',
    scope: corp('rg-restore-eus2'),
  },
  { holder: shopVault, role: 'VM Restore Operator', scope: `/subscriptions/${production}` },
  { holder: shopVault, role: 'VM Restore Operator', scope: corp('rg-dr-weu') },
];

type AccountFacts = Omit<AccountSeed, 'id' | 'location' | 'kind' | 'sku'> &
  Partial<Pick<AccountSeed, 'kind' | 'sku'>>;

/** Writes accounts of a group down, by default of the usual kind. */
const accountsIn =
  (groupId: string, location: string) =>
  (name: string, facts: AccountFacts = {}): AccountSeed => ({
    id: `${groupId}/providers/Microsoft.Storage/storageAccounts/${name}`,
    location,
    kind: 'StorageV2',
    sku: 'Standard_LRS',
    ...facts,
  });

const westEurope = accountsIn(prod('rg-restore-weu'), 'westeurope');
const prodNorth = accountsIn(prod('rg-restore-weu'), 'northeurope');
const northEurope = accountsIn(corp('rg-restore-neu'), 'northeurope');
const eastUs2 = accountsIn(corp('rg-restore-eus2'), 'eastus2');

/** In every region at least one that can be used, and some that cannot, each for its own reason. */
const accounts: readonly AccountSeed[] = [
  westEurope('stprodweu01'),
  westEurope('stprodweu02', { sku: 'Standard_GRS', allowsOrigin: '*' }),
  westEurope('stprodweuzrs', { sku: 'Standard_ZRS' }),
  westEurope('stprodweugzrs', { sku: 'Standard_GZRS' }),
  westEurope('stprodweublob', { kind: 'BlobStorage' }),
  westEurope('stprodweuprem', { sku: 'Premium_LRS' }),
  westEurope('stprodweupremfw', { sku: 'Premium_LRS', hasNetworkRules: true }),
  westEurope('stprodweufw', { hasNetworkRules: true }),
  westEurope('stprodweunokey', { allowSharedKeyAccess: false }),
  prodNorth('stprodneu01'),
  northEurope('stcorpneu01'),
  northEurope('stcorpneuzrs', { sku: 'Standard_ZRS' }),
  northEurope('stcorpneuprem', { sku: 'Premium_LRS' }),
  eastUs2('stcorpeus201'),
  eastUs2('stcorpeus2old', { kind: 'Storage' }),
  eastUs2('stcorpeus2blob', { kind: 'BlobStorage' }),
  accountsIn(corp('rg-dr-weu'), 'westeurope')('stcorpdrweu01'),
  // In the pair of a region, for the day on which that is down.
  accountsIn(corp('rg-dr-cus'), 'centralus')('stcorpdrcus01'),
];

/** Networks, disk accesses and encryption sets of the default world: usable ones, and one for each reason not to be. */

const subnetsOf = (root: string, ...names: readonly string[]): readonly SubnetSeed[] =>
  names.map((name, index) => ({ name, prefix: `${root}.${index}.0/24` }));

type NetworkRow = readonly [
  group: string,
  location: string,
  name: string,
  subnets: readonly SubnetSeed[],
];

const networks = (
  [
    [
      prod('rg-network-weu'),
      'westeurope',
      'vnet-prod-weu',
      [
        ...subnetsOf('10.20', 'default', 'snet-app'),
        // No address is left in it.
        { name: 'snet-data', prefix: '10.20.2.0/24', taken: 251 },
        {
          name: 'snet-sqlmi',
          prefix: '10.20.8.0/27',
          delegatedTo: 'Microsoft.Sql/managedInstances',
        },
      ],
    ],
    [prod('rg-network-weu'), 'westeurope', 'vnet-hub-weu', subnetsOf('10.10', 'snet-shared')],
    // A network in which there is nothing to choose.
    [prod('rg-network-weu'), 'westeurope', 'vnet-empty-weu', []],
    [
      prod('rg-network-weu'),
      'northeurope',
      'vnet-prod-neu',
      subnetsOf('10.30', 'default', 'snet-app'),
    ],
    [
      corp('rg-identity'),
      'northeurope',
      'vnet-corp-neu',
      [
        ...subnetsOf('10.40', 'default'),
        { name: 'snet-servers', prefix: '10.40.1.0/24', hasSecurityGroup: true },
      ],
    ],
    [
      corp('rg-restore-eus2'),
      'eastus2',
      'vnet-apps-eus2',
      subnetsOf('10.50', 'default', 'snet-test'),
    ],
    [corp('rg-dr-weu'), 'westeurope', 'vnet-dr-weu', subnetsOf('10.60', 'snet-dr')],
    // In the pair of a region, for the day on which that is down.
    [corp('rg-dr-cus'), 'centralus', 'vnet-dr-cus', subnetsOf('10.70', 'snet-dr')],
  ] satisfies readonly NetworkRow[]
).map(([group, location, name, subnets]): NetworkSeed => ({
  id: `${group}/providers/Microsoft.Network/virtualNetworks/${name}`,
  location,
  subnets,
}));

type AccessRow = readonly [
  group: string,
  location: string,
  name: string,
  endpoint?: DiskAccessSeed['endpoint'],
];

const diskAccesses = (
  [
    [prod('rg-pay'), 'westeurope', 'da-pay-api-02', 'Approved'],
    [prod('rg-restore-weu'), 'westeurope', 'da-restore-weu', 'Approved'],
    [prod('rg-restore-weu'), 'westeurope', 'da-pending-weu', 'Pending'],
    [prod('rg-restore-weu'), 'westeurope', 'da-unused-weu'],
    [prod('rg-restore-weu'), 'northeurope', 'da-restore-neu', 'Approved'],
    [corp('rg-dr-weu'), 'westeurope', 'da-dr-weu', 'Approved'],
  ] satisfies readonly AccessRow[]
).map(([group, location, name, endpoint]: AccessRow): DiskAccessSeed => ({
  id: `${group}/providers/Microsoft.Compute/diskAccesses/${name}`,
  location,
  ...(endpoint === undefined ? {} : { endpoint }),
}));

const encryptionSetIn = (group: string, name: string): string =>
  `${group}/providers/Microsoft.Compute/diskEncryptionSets/${name}`;

export const doubleKeys = encryptionSetIn(corp('rg-restore-eus2'), 'des-double-eus2');
export const shopKeys = encryptionSetIn(prod('rg-shop'), 'des-shop-weu');

type KeysRow = readonly [id: string, location: string, facts?: Partial<EncryptionSetSeed>];

/** By default under a customer-managed key. */
const encryptionSets = (
  [
    [encryptionSetIn(corp('rg-finance'), 'des-backup'), 'eastus2'],
    [encryptionSetIn(corp('rg-restore-eus2'), 'des-restore-eus2'), 'eastus2'],
    [doubleKeys, 'eastus2', { encryptionType: 'EncryptionAtRestWithPlatformAndCustomerKeys' }],
    [
      encryptionSetIn(corp('rg-restore-eus2'), 'des-failed-eus2'),
      'eastus2',
      { provisioningState: 'Failed' },
    ],
    [encryptionSetIn(corp('rg-restore-neu'), 'des-restore-neu'), 'northeurope'],
    [encryptionSetIn(prod('rg-restore-weu'), 'des-prod-weu'), 'westeurope'],
    [shopKeys, 'westeurope'],
  ] satisfies readonly KeysRow[]
).map(([id, location, facts]: KeysRow): EncryptionSetSeed => ({
  id,
  location,
  encryptionType: 'EncryptionAtRestWithCustomerKey',
  ...facts,
}));

const keyVaultIn = (group: string, name: string): string =>
  `${group}/providers/Microsoft.KeyVault/vaults/${name}`;

/** All of the default world but its machines and their backups; the documents' example among it. */
export const defaultEstate = {
  subscriptions: [
    { subscriptionId: production, displayName: 'Contoso Production', tenantId },
    { subscriptionId: corporate, displayName: 'Contoso Corporate', tenantId },
    ...exampleParts.subscriptions,
    // A customer's subscription, looked after from this tenant and not of it (Azure Lighthouse).
    {
      subscriptionId: '5b0e6c28-91d4-4a7f-b3c6-0f8d27a9e614',
      displayName: 'Fabrikam Web',
      tenantId: 'a41e7f3d-0000-4000-a000-6c90d5b8e217',
    },
  ],
  groups: [...groups, ...exampleParts.groups],
  vaults: [...vaults, ...exampleParts.vaults],
  accounts: [
    ...accounts,
    ...exampleParts.accounts,
    accountsIn(inGroup(exampleSubscription, 'testRG'), 'westus')('testzrsaccount', {
      sku: 'Standard_ZRS',
    }),
  ],
  networks: [...networks, ...exampleParts.networks],
  encryptionSets,
  diskAccesses,
  roleAssignments,
  // Too few cores are left for the largest machine of production.
  quotas: [
    {
      subscriptionId: production,
      location: 'westeurope',
      name: 'standardESv5Family',
      used: 40,
      limit: 48,
    },
  ],
  // Key vaults that the person can't read, and deleted ones.
  lostKeyVaults: [
    { id: keyVaultIn(corp('rg-restore-eus2'), 'kv-des-double-eus2'), state: 'forbidden' },
    { id: keyVaultIn(corp('rg-restore-eus2'), 'kv-des-restore-eus2'), state: 'gone' },
  ],
} as const satisfies Partial<Seed>;
