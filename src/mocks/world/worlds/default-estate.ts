import type { RoleAssignmentSeed } from '#src/mocks/world/role-seed.ts';
import type { AccountSeed, GroupSeed, SubscriptionSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import type { QuotaSeed } from '#src/mocks/world/seed-limits.ts';

/** Subscriptions, groups, vaults and storage accounts of the default world. */

const tenantId = '72f988bf-0000-4000-a000-2d7cd011db47';
export const production = '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951';
export const corporate = 'c3a9d514-7e28-4f6b-8b02-61f5e8a7d330';

export const subscriptions: readonly SubscriptionSeed[] = [
  { subscriptionId: production, displayName: 'Contoso Production', tenantId },
  { subscriptionId: corporate, displayName: 'Contoso Corporate', tenantId },
];

/** The id of a group in a subscription. */
export const inGroup = (subscriptionId: string, group: string): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${group}`;

/** The id of a group in either of the two. */
export const prod = (group: string): string => inGroup(production, group);
export const corp = (group: string): string => inGroup(corporate, group);

const groupsIn = (
  subscriptionId: string,
  location: string,
  names: readonly string[],
): readonly GroupSeed[] => names.map((name) => ({ subscriptionId, name, location }));

export const groups: readonly GroupSeed[] = [
  ...groupsIn(production, 'westeurope', [
    'rg-app-prod',
    'rg-backup-weu',
    'rg-crm',
    'rg-erp',
    'rg-hr',
    'rg-network-weu',
    'rg-pay',
  ]),
  // Tags that other people need: whoever rewrites the group takes them away.
  {
    subscriptionId: production,
    name: 'rg-restore-weu',
    location: 'westeurope',
    tags: { costCenter: '4711', owner: 'backup-team' },
  },
  ...groupsIn(production, 'westeurope', ['rg-web']),
  // A group that the person may only look at.
  { subscriptionId: production, name: 'rg-readonly-weu', location: 'westeurope', isReadOnly: true },
  ...groupsIn(corporate, 'northeurope', [
    'rg-backup-neu',
    'rg-files',
    'rg-identity',
    'rg-media',
    'rg-restore-neu',
    'rg-web-stage',
  ]),
  ...groupsIn(corporate, 'eastus2', [
    'rg-backup-eus2',
    'rg-build',
    'rg-finance',
    'rg-images',
    'rg-legacy',
    'rg-ml',
    'rg-restore-eus2',
  ]),
  // Where production can be restored to when its own subscription cannot take it.
  ...groupsIn(corporate, 'westeurope', ['rg-dr-weu']),
];

const vaultIn = (subscriptionId: string, group: string, name: string): string =>
  `${inGroup(subscriptionId, group)}/providers/Microsoft.RecoveryServices/vaults/${name}`;

export const prodVault = vaultIn(production, 'rg-backup-weu', 'rsv-prod-weu');
export const hrVault = vaultIn(production, 'rg-hr', 'rsv-hr-weu');
export const hqVault = vaultIn(corporate, 'rg-backup-neu', 'rsv-hq-neu');
export const appsVault = vaultIn(corporate, 'rg-backup-eus2', 'rsv-apps-eus2');

/** Spelled as Azure spells them, with `resourcegroups` in lower case (azure-contract §14). */
const identityIn = (groupId: string, name: string): string =>
  `${groupId.replace('/resourceGroups/', '/resourcegroups/')}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`;

const restoreWeu = identityIn(inGroup(production, 'rg-backup-weu'), 'id-restore-weu');
const restoreEus2 = identityIn(inGroup(corporate, 'rg-backup-eus2'), 'id-restore-eus2');

export const vaults: readonly VaultSeed[] = [
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
];

/** What the identities of the vaults may do: all that it needs, in one place only, nothing but look. */
export const roleAssignments: readonly RoleAssignmentSeed[] = [
  { holder: prodVault, role: 'VM Restore Operator', scope: `/subscriptions/${production}` },
  { holder: prodVault, role: 'VM Restore Operator', scope: inGroup(corporate, 'rg-dr-weu') },
  { holder: restoreWeu, role: 'Contoso Restore', scope: inGroup(production, 'rg-restore-weu') },
  { holder: restoreWeu, role: 'Reader', scope: `/subscriptions/${production}` },
  { holder: hqVault, role: 'Contributor', scope: `/subscriptions/${corporate}` },
  {
    holder: restoreEus2,
    role: 'VM Restore Operator',
    scope: inGroup(corporate, 'rg-restore-eus2'),
  },
];

/** Too few cores are left for the largest machine of production. */
export const quotas: readonly QuotaSeed[] = [
  {
    subscriptionId: production,
    location: 'westeurope',
    name: 'standardESv5Family',
    used: 40,
    limit: 48,
  },
];

type AccountFacts = Omit<AccountSeed, 'id' | 'location' | 'kind' | 'sku'> &
  Partial<Pick<AccountSeed, 'kind' | 'sku'>>;

/** Writes accounts of a group down, by default of the usual kind. */
export const accountsIn =
  (groupId: string, location: string) =>
  (name: string, facts: AccountFacts = {}): AccountSeed => ({
    id: `${groupId}/providers/Microsoft.Storage/storageAccounts/${name}`,
    location,
    kind: 'StorageV2',
    sku: 'Standard_LRS',
    ...facts,
  });

const westEurope = accountsIn(inGroup(production, 'rg-restore-weu'), 'westeurope');
const prodNorth = accountsIn(inGroup(production, 'rg-restore-weu'), 'northeurope');
const northEurope = accountsIn(inGroup(corporate, 'rg-restore-neu'), 'northeurope');
const eastUs2 = accountsIn(inGroup(corporate, 'rg-restore-eus2'), 'eastus2');

/** In every region at least one that can be used, and some that cannot, each for its own reason. */
export const accounts: readonly AccountSeed[] = [
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
  accountsIn(inGroup(corporate, 'rg-dr-weu'), 'westeurope')('stcorpdrweu01'),
];
