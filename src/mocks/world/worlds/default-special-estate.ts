import type { RoleAssignmentSeed } from '#src/mocks/world/role-seed.ts';
import type { AccountSeed, GroupSeed, SubscriptionSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import type { EncryptionSetSeed, NetworkSeed } from '#src/mocks/world/place-seed.ts';
import { accountsIn, corp, corporate, prod, production } from './default-estate.ts';
import { encryptionSet, network } from './default-network.ts';

/** Places of the default world that only special restores ask for. */

/** A customer's subscription, looked after from this tenant and not of it (Azure Lighthouse). */
export const specialSubscriptions: readonly SubscriptionSeed[] = [
  {
    subscriptionId: '5b0e6c28-91d4-4a7f-b3c6-0f8d27a9e614',
    displayName: 'Fabrikam Web',
    tenantId: 'a41e7f3d-0000-4000-a000-6c90d5b8e217',
  },
];

export const specialGroups: readonly GroupSeed[] = [
  { subscriptionId: production, name: 'rg-shop', location: 'westeurope' },
  { subscriptionId: production, name: 'rg-trade', location: 'westeurope' },
  { subscriptionId: corporate, name: 'rg-cluster', location: 'northeurope' },
  { subscriptionId: corporate, name: 'rg-dr-cus', location: 'centralus' },
  // Where the auditors' disks go: to be looked at, also by who restores elsewhere.
  { subscriptionId: corporate, name: 'rg-dr-audit-weu', location: 'westeurope', isReadOnly: true },
];

/** Its data is in every zone of the region, and may go to other subscriptions. */
export const shopVault = `${prod('rg-shop')}/providers/Microsoft.RecoveryServices/vaults/rsv-shop-weu`;

export const specialVaults: readonly VaultSeed[] = [
  {
    id: shopVault,
    location: 'westeurope',
    redundancy: 'ZoneRedundant',
    crossRegionRestore: 'Disabled',
    crossSubscriptionRestore: 'Enabled',
    identityType: 'SystemAssigned',
  },
];

export const specialRoles: readonly RoleAssignmentSeed[] = [
  { holder: shopVault, role: 'VM Restore Operator', scope: `/subscriptions/${production}` },
  { holder: shopVault, role: 'VM Restore Operator', scope: corp('rg-dr-weu') },
];

const shopSet = encryptionSet(prod('rg-shop'), 'westeurope', 'des-shop-weu');
export const shopKeys = shopSet.id;

export const specialEncryptionSets: readonly EncryptionSetSeed[] = [shopSet];

/** In the pair of a region, for the day on which that is down. */
const inPair = [corp('rg-dr-cus'), 'centralus'] as const;

export const specialAccounts: readonly AccountSeed[] = [accountsIn(...inPair)('stcorpdrcus01')];

export const specialNetworks: readonly NetworkSeed[] = [
  network(...inPair, 'vnet-dr-cus', [{ name: 'snet-dr', prefix: '10.70.0.0/24' }]),
];
