import { groupId, guidFrom } from '#src/mocks/world/ids.ts';
import type { AccountSeed, GroupSeed, SubscriptionSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import type { NetworkSeed } from '#src/mocks/world/place-seed.ts';
import { sameId } from '#src/model/resource-id.ts';
import { exampleParts, exampleSubscription } from '#src/mocks/world/worlds/document.ts';
import { environments } from '#src/mocks/world/worlds/scale-places.ts';

/**
 * The large world without its machines: 40 subscriptions of 50 vaults each, in the order of their
 * ids. The documents' subscription is the first, their vault its last.
 */

const VAULTS_OF_SUBSCRIPTION = 50;

/** Regions by the short names that people put into names, in the order of those. */
const regions = [
  { code: 'cus', location: 'centralus', hasZones: true, hasPair: true },
  { code: 'eus', location: 'eastus', hasZones: true, hasPair: true },
  { code: 'eus2', location: 'eastus2', hasZones: true, hasPair: true },
  { code: 'itn', location: 'italynorth', hasZones: true, hasPair: false },
  { code: 'neu', location: 'northeurope', hasZones: true, hasPair: true },
  { code: 'weu', location: 'westeurope', hasZones: true, hasPair: true },
  { code: 'wus', location: 'westus', hasZones: false, hasPair: true },
] as const;
type ScaleRegion = (typeof regions)[number];

const divisions =
  'Retail Logistics Finance Energy Health Media Research Travel Foods Telecom Mobility Insurance Works'.split(
    ' ',
  );
const tiers = ['Production', 'Test', 'Development'];

function subscriptionsOf(): readonly SubscriptionSeed[] {
  const [example, ...none] = exampleParts.subscriptions;
  const ids = divisions
    .flatMap((division) => tiers.map((tier) => guidFrom(`scale:subscription:${division}:${tier}`)))
    .toSorted();
  return [
    example,
    ...none,
    ...ids.map((subscriptionId, index) => ({
      subscriptionId,
      displayName: `Contoso ${divisions[Math.floor(index / tiers.length)] ?? ''} ${tiers[index % tiers.length] ?? ''}`,
      tenantId: example.tenantId,
    })),
  ];
}

/** The region of a vault, by its number in its subscription. */
const regionAt = (index: number): ScaleRegion =>
  regions[Math.floor((index * regions.length) / VAULTS_OF_SUBSCRIPTION)] ?? regions[0];

/** The region of a vault by its number in the world. */
export const regionOfVault = (vault: number): ScaleRegion =>
  regionAt(vault % VAULTS_OF_SUBSCRIPTION);

const crossSubscription = ['Enabled', 'Enabled', 'Disabled', 'PermanentlyDisabled'] as const;

function vaultAt(subscriptionId: string, index: number, vault: number): VaultSeed {
  const { code, location, hasZones, hasPair } = regionAt(index);
  const group = groupId({ subscriptionId, name: `rg-backup-${code}` });
  const redundancy = (['GeoRedundant', 'LocallyRedundant', 'ZoneRedundant'] as const)[vault % 3];
  const wanted = redundancy === 'ZoneRedundant' && !hasZones ? 'LocallyRedundant' : redundancy;
  const isCrossRegion = wanted === 'GeoRedundant' && hasPair && vault % 2 === 0;
  // Every fifth is an old vault, which says nothing about other subscriptions.
  const state = crossSubscription[vault % 5];
  return {
    id: `${group}/providers/Microsoft.RecoveryServices/vaults/rsv-${code}-${String(index + 1).padStart(2, '0')}`,
    location,
    redundancy: wanted ?? 'LocallyRedundant',
    crossRegionRestore: isCrossRegion ? 'Enabled' : 'Disabled',
    ...(state === undefined ? {} : { crossSubscriptionRestore: state }),
    ...(vault % 4 === 0 ? { identityType: 'SystemAssigned' } : {}),
  };
}

function vaultsOf(subscriptions: readonly SubscriptionSeed[]): readonly VaultSeed[] {
  return subscriptions.flatMap(({ subscriptionId }, nth) =>
    Array.from({ length: VAULTS_OF_SUBSCRIPTION }, (_, index) =>
      subscriptionId === exampleSubscription && index === VAULTS_OF_SUBSCRIPTION - 1
        ? exampleParts.vaults[0]
        : vaultAt(subscriptionId, index, nth * VAULTS_OF_SUBSCRIPTION + index),
    ),
  );
}

/** In every region of every subscription: its machines by environment, its vaults, a place for restores. */
function groupsOf(subscriptions: readonly SubscriptionSeed[]): readonly GroupSeed[] {
  return subscriptions.flatMap(({ subscriptionId }) =>
    regions.flatMap(({ code, location }) =>
      [...environments, 'backup', 'restore'].map((kind) => ({
        subscriptionId,
        name: `rg-${kind}-${code}`,
        location,
      })),
    ),
  );
}

const inRestoreGroups = <Thing>(
  subscriptions: readonly SubscriptionSeed[],
  make: (group: string, region: ScaleRegion, nth: number) => Thing,
): readonly Thing[] =>
  subscriptions.flatMap(({ subscriptionId }, nth) =>
    regions.map((region) =>
      make(groupId({ subscriptionId, name: `rg-restore-${region.code}` }), region, nth),
    ),
  );

/** The numbers of the vaults of a subscription. */
export function vaultsInSubscription(
  { subscriptions }: { readonly subscriptions: readonly SubscriptionSeed[] },
  id: string,
): readonly number[] {
  const nth = subscriptions.findIndex(({ subscriptionId }) => sameId(subscriptionId, id));
  return nth < 0
    ? []
    : Array.from({ length: VAULTS_OF_SUBSCRIPTION }, (_, of) => nth * VAULTS_OF_SUBSCRIPTION + of);
}

const accountIn = (group: string, { code }: ScaleRegion, nth: number): string =>
  `${group}/providers/Microsoft.Storage/storageAccounts/strestore${code}${String(nth).padStart(2, '0')}`;

/** Where disks from a vault are restored to: group and account beside it. */
export function restoreTargetOf(vault: number, { id }: VaultSeed) {
  const region = regionOfVault(vault);
  const subscription = id.slice(0, id.indexOf('/resourceGroups/'));
  const group = `${subscription}/resourceGroups/rg-restore-${region.code}`;
  return { group, account: accountIn(group, region, Math.floor(vault / VAULTS_OF_SUBSCRIPTION)) };
}

/** All of the large world that is written down. */
export function scaleEstate() {
  const subscriptions = subscriptionsOf();
  return {
    subscriptions,
    vaults: vaultsOf(subscriptions),
    groups: [...exampleParts.groups, ...groupsOf(subscriptions)],
    accounts: [
      ...exampleParts.accounts,
      ...inRestoreGroups(subscriptions, (group, region, nth): AccountSeed => ({
        id: accountIn(group, region, nth),
        location: region.location,
        kind: 'StorageV2',
        sku: 'Standard_LRS',
      })),
    ],
    networks: [
      ...exampleParts.networks,
      ...inRestoreGroups(subscriptions, (group, { code, location }, nth): NetworkSeed => ({
        id: `${group}/providers/Microsoft.Network/virtualNetworks/vnet-${code}`,
        location,
        subnets: [{ name: 'default', prefix: `10.${nth}.0.0/24` }],
      })),
    ],
    encryptionSets: [],
    diskAccesses: [],
  };
}
