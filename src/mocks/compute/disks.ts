import type * as z from 'zod/mini';
import type {
  diskAccessWire,
  diskEncryptionSetWire,
  DiskWire,
  SnapshotWire,
} from '#src/api/compute/disks.ts';
import { collection } from '#src/mocks/collection.ts';
import { pointsLeft } from '#src/mocks/data-protection/vaults.ts';
import { judgeGroup, refuse } from '#src/mocks/judge-write.ts';
import { keyVaultIdOf } from '#src/mocks/key-vaults.ts';
import type { Route } from '#src/mocks/service.ts';
import { sevenDecimals } from '#src/mocks/time/text.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf, hexFrom, snapshotIdOf } from '#src/mocks/world/ids.ts';
import { machinesOf, machinesWithDisk } from '#src/mocks/world/lookup.ts';
import { diskAccessOf, diskIdOf, homeOf } from '#src/mocks/world/made-things.ts';
import type { DiskAccessSeed, EncryptionSetSeed } from '#src/mocks/world/place-seed.ts';
import type { DiskSeed, MachineSeed, DiskHome } from '#src/mocks/world/seed.ts';
import { asRefused, removed, type WriteOutcome } from '#src/mocks/write.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** The encryption set of a machine's disks, where a customer-managed key encrypts them. */
export function encryptionSetOf({ id, encryptionSetId }: DiskHome): string {
  return (
    encryptionSetId ?? `${groupOf(id)}/providers/Microsoft.Compute/diskEncryptionSets/des-backup`
  );
}

/** A disk of the world, with the machine that says the rest of it. */
export interface Shown {
  readonly id: string;
  readonly machine: MachineSeed;
  readonly disk: DiskSeed;
  readonly isAttached: boolean;
}

/** What a disk says of its encryption is what its set is for; a set that is gone was a plain one. */
const encryptionTypeOf = ({ seed }: State, setId: string): string =>
  seed.encryptionSets.find(({ id }) => sameId(id, setId))?.encryptionType ??
  'EncryptionAtRestWithCustomerKey';

/** A managed disk of 2023-10-02 (azure-contract §14); one without a machine is Unattached. */
export function diskWireOf(state: State, { id, machine, disk, isAttached }: Shown): DiskWire {
  const home = homeOf(machine, disk);
  const isPrivate = home.hasPrivateDisks === true;
  const hasCustomerKey = home.encryption === 'CMK';
  const isBootable = disk.lun < 0 || disk.isBootable === true;
  return {
    id,
    name: disk.name,
    type: 'Microsoft.Compute/disks',
    location: home.location,
    ...(home.zone === undefined ? {} : { zones: [home.zone] }),
    ...(isAttached ? { managedBy: machine.id } : {}),
    sku: { name: disk.sku },
    properties: {
      diskSizeGB: disk.sizeGiB,
      // Only an OS disk has one.
      ...(isBootable ? { osType: home.osType } : {}),
      ...(disk.madeAtMs === undefined ? {} : { timeCreated: sevenDecimals(disk.madeAtMs) }),
      ...(disk.maxShares === undefined ? {} : { maxShares: disk.maxShares }),
      ...(home.encryption === 'ADE' ? { encryptionSettingsCollection: { enabled: true } } : {}),
      diskState: isAttached ? 'Attached' : 'Unattached',
      encryption: hasCustomerKey
        ? {
            type: encryptionTypeOf(state, encryptionSetOf(home)),
            diskEncryptionSetId: encryptionSetOf(home),
          }
        : { type: 'EncryptionAtRestWithPlatformKey' },
      networkAccessPolicy: isPrivate ? 'AllowPrivate' : 'AllowAll',
      ...(isPrivate ? { diskAccessId: diskAccessOf(home) } : {}),
      publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled',
    },
  };
}

/** The managed disk of an id, wherever it hangs. */
export function shownDisk(state: State, id: string): Shown | undefined {
  for (const machine of machinesWithDisk(state, nameOf(id))) {
    if (!machine.exists || !machine.isManaged) continue;
    const disk = machine.disks.find((one) => sameId(diskIdOf(machine, one), id));
    if (disk !== undefined) {
      return { id: diskIdOf(machine, disk), machine, disk, isAttached: true };
    }
  }
  const loose = state.seed.looseDisks?.find((one) => sameId(one.id, id));
  return loose === undefined ? undefined : { ...loose, machine: loose.owner, isAttached: false };
}

/** The managed disks of machines, then the loose ones of the world. */
export function* shownDisks(
  { seed }: State,
  machines: Iterable<MachineSeed> = seed.machines,
): Generator<Shown> {
  for (const machine of machines) {
    if (!machine.exists || !machine.isManaged) continue;
    for (const disk of machine.disks) {
      yield { id: diskIdOf(machine, disk), machine, disk, isAttached: true };
    }
  }
  for (const { id, owner, disk } of seed.looseDisks ?? []) {
    yield { id, machine: owner, disk, isAttached: false };
  }
}

const DELETE_MS = 5000;

/** Removes a disk that is attached to nothing: `DELETE …/disks/{disk}` (2023-10-02; code and text G). */
function removeDisk(state: State, at: number, id: string): WriteOutcome | null {
  const shown = shownDisk(state, id);
  if (shown === undefined) return null;
  const { disk, machine, isAttached } = shown;
  const refusal =
    judgeGroup(state, id, 'delete') ??
    (isAttached
      ? refuse(409, 'OperationNotAllowed', `Disk ${disk.name} is attached to VM ${machine.id}.`)
      : null);
  return refusal === null ? removed(shown.id, at, DELETE_MS) : asRefused(refusal);
}

/** The snapshots of all disks that are protected; those of points that have expired are gone too. */
const snapshotsAt = (seed: State['seed'], now: number): readonly SnapshotWire[] =>
  (seed.diskInstances ?? []).flatMap((instance) =>
    pointsLeft(instance, now)
      .filter(({ isSnapshotGone }) => isSnapshotGone !== true)
      .map((point) => {
        const id = snapshotIdOf(instance, point);
        return {
          id,
          name: nameOf(id),
          type: 'Microsoft.Compute/snapshots',
          location: instance.location,
          properties: {
            incremental: true,
            timeCreated: point.time,
            creationData: { createOption: 'Copy', sourceResourceId: instance.sourceId },
            provisioningState: 'Succeeded',
          },
        };
      }),
  );

/** A disk access of 2023-10-02: without an endpoint the list of them is missing (azure-contract §14). */
function accessWireOf({ id, location, endpoint }: DiskAccessSeed): z.infer<typeof diskAccessWire> {
  return {
    id,
    name: nameOf(id),
    type: 'Microsoft.Compute/diskAccesses',
    location,
    properties: {
      provisioningState: 'Succeeded',
      ...(endpoint === undefined
        ? {}
        : {
            privateEndpointConnections: [
              {
                id: `${id}/privateEndpointConnections/pe-${nameOf(id)}`,
                name: `pe-${nameOf(id)}`,
                properties: {
                  provisioningState: 'Succeeded',
                  privateLinkServiceConnectionState: { status: endpoint, description: '' },
                },
              },
            ],
          }),
    },
  };
}

/** A disk encryption set of 2023-10-02 (azure-contract §14). */
function encryptionSetWireOf(set: EncryptionSetSeed): z.infer<typeof diskEncryptionSetWire> {
  const name = nameOf(set.id);
  return {
    id: set.id,
    name,
    type: 'Microsoft.Compute/diskEncryptionSets',
    location: set.location,
    identity: { type: 'SystemAssigned' },
    properties: {
      encryptionType: set.encryptionType,
      provisioningState: set.provisioningState ?? 'Succeeded',
      activeKey: {
        sourceVault: { id: keyVaultIdOf(set.id) },
        keyUrl: `https://kv-${name}.vault.azure.net/keys/disks/${hexFrom(set.id, 32)}`,
      },
    },
  };
}

/** Managed disks, and what they are made from, encrypted with and reached by. */
export const diskRoutes: readonly Route[] = [
  ...collection({
    type: 'Microsoft.Compute/disks',
    name: 'disks',
    list: (state, subscriptionId) => [...shownDisks(state, machinesOf(state, subscriptionId))],
    find: shownDisk,
    wireOf: (shown, state) => diskWireOf(state, shown),
    writes: { kind: 'compute', remove: removeDisk },
  }),
  ...collection({
    type: 'Microsoft.Compute/diskAccesses',
    name: 'diskAccesses',
    list: ({ seed }) => seed.diskAccesses,
    wireOf: accessWireOf,
  }),
  ...collection({
    type: 'Microsoft.Compute/diskEncryptionSets',
    name: 'diskEncryptionSets',
    list: ({ seed }) => seed.encryptionSets,
    wireOf: encryptionSetWireOf,
  }),
  ...collection({
    type: 'Microsoft.Compute/snapshots',
    name: 'snapshots',
    list: ({ seed }, _subscriptionId, now) => snapshotsAt(seed, now),
    only: ['listByGroup'],
  }),
];
