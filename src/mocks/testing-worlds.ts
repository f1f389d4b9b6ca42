import { groupOf } from '#src/mocks/world/ids.ts';
import type { Seed } from '#src/mocks/world/seed.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';

/** Worlds for tests alone, made from the default one, in which more can be requested. */

const everySubscription = defaultWorld.subscriptions;
const regions = ['westeurope', 'northeurope', 'eastus2', 'westus'];
const inRestoreGroup = (id: string) => `/subscriptions/${id}/resourceGroups/rg-wide`;
const everywhere = <Thing>(make: (group: string, location: string) => Thing): Thing[] =>
  everySubscription.flatMap(({ subscriptionId }) =>
    regions.map((location) => make(inRestoreGroup(subscriptionId), location)),
  );

/** The default world, wider: restores to other subscriptions and tenants become possible. */
export const wideWorld: Seed = {
  ...defaultWorld,
  subscriptions: everySubscription,
  vaults: defaultWorld.vaults.map((vault) =>
    vault.crossSubscriptionRestore === undefined
      ? vault
      : { ...vault, crossSubscriptionRestore: 'Enabled' },
  ),
  groups: [
    ...defaultWorld.groups,
    ...everySubscription.map(({ subscriptionId }) => ({
      subscriptionId,
      name: 'rg-wide',
      location: 'westeurope',
    })),
  ],
  accounts: (['StorageV2', 'BlockBlobStorage'] as const).flatMap((kind) =>
    everywhere((group, location) => ({
      id: `${group}/providers/Microsoft.Storage/storageAccounts/st${kind.toLowerCase()}${location}`,
      location,
      kind,
      sku: 'Standard_LRS',
    })),
  ),
  networks: everywhere((group, location) => ({
    id: `${group}/providers/Microsoft.Network/virtualNetworks/vnet-${location}`,
    location,
    subnets: [{ name: 'default', prefix: '10.0.0.0/24' }],
  })),
  diskAccesses: everywhere((group, location) => ({
    id: `${group}/providers/Microsoft.Compute/diskAccesses/da-${location}`,
    location,
    endpoint: 'Approved',
  })),
  encryptionSets: everywhere((group, location) => ({
    id: `${group}/providers/Microsoft.Compute/diskEncryptionSets/des-${location}`,
    location,
    encryptionType: 'EncryptionAtRestWithCustomerKey',
  })),
  instances: defaultWorld.instances.map((instance) => ({
    ...instance,
    points: instance.points.flatMap((point, nth) =>
      nth === 2
        ? [{ ...point, tiers: [{ type: 'ArchivedRP', status: 'Rehydrated' }] as const }, point]
        : [point],
    ),
  })),
};

const mixedIdentityOf = (vaultId: string, nth: number): string =>
  `${groupOf(vaultId)}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-${nth}`;

const hasZones = (location: string) => location !== 'westus';
/**
 * Facts that the default world has not in one machine: every kind of disks with every kind of vault,
 * all in zones, with identities and the customer's key.
 */
export const mixedWorld: Seed = {
  ...defaultWorld,
  vaults: defaultWorld.vaults.map((vault, nth) => ({
    ...vault,
    redundancy: nth % 2 === 0 && hasZones(vault.location) ? 'ZoneRedundant' : 'GeoRedundant',
    encryption: 'CustomerManaged',
    identityType: 'SystemAssigned, UserAssigned',
    userIdentities: [mixedIdentityOf(vault.id, nth)],
  })),
  // Of two identities of a vault the one may restore anywhere in its subscription, and in no other.
  roleAssignments: defaultWorld.vaults.flatMap((vault, nth) => {
    const scope = vault.id.split('/resourceGroups/')[0] ?? '';
    const [system, user] = [vault.id, mixedIdentityOf(vault.id, nth)];
    return [
      { holder: nth % 2 === 0 ? system : user, role: 'Contoso Restore', scope },
      { holder: nth % 2 === 0 ? user : system, role: 'Contributor', scope },
    ] as const;
  }),
  machines: defaultWorld.machines.map((machine, nth) => ({
    ...machine,
    ...(nth % 3 === 0 || !hasZones(machine.location) ? {} : { zone: nth % 3 === 1 ? '1' : '2' }),
    hasPrivateDisks: nth % 2 === 0,
  })),
  instances: defaultWorld.instances.map((instance, nth) => ({
    ...instance,
    points: instance.points.map((point) => ({ ...point, privateAccess: nth % 2 === 0 })),
  })),
};

/** A world in which some machines, or all of them, are shut down: their disks can be replaced. */
export const shutDown = (seed: Seed, isOff: (nth: number) => boolean = () => true): Seed => ({
  ...seed,
  machines: seed.machines.map((machine, nth) => ({ ...machine, isStopped: isOff(nth) })),
});
