import type { DiskWire } from '#src/api/compute/disks.ts';
import { resourceNotFound } from '#src/mocks/errors.ts';
import { groupIn, groupListPath, listRoutes } from '#src/mocks/resource-lists.ts';
import { type Answer, type Call, ok, param, type Route, route } from '#src/mocks/service.ts';
import { sevenDecimals } from '#src/mocks/time/text.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { machinesOf, machinesWithDisk } from '#src/mocks/world/lookup.ts';
import { diskAccessOf, diskIdOf, homeOf } from '#src/mocks/world/made-things.ts';
import type { DiskHome, DiskSeed, MachineSeed } from '#src/mocks/world/seed.ts';
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

/** Every managed disk of a subscription: first the attached ones, then the loose ones. */
function disksOf(state: State, subscriptionId: string): readonly DiskWire[] {
  return [...shownDisks(state, machinesOf(state, subscriptionId))].map((shown) =>
    diskWireOf(state, shown),
  );
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

const reading = { thingsOf: disksOf, wireOf: (disk: DiskWire) => disk };

const type = 'Microsoft.Compute/disks';

function getDisk(call: Call): Answer {
  const name = param(call, 'disk');
  const disk = shownDisk(call.state, `${groupIn(call)}/providers/${type}/${name}`);
  return disk === undefined
    ? resourceNotFound(type, name, param(call, 'rg'))
    : ok(diskWireOf(call.state, disk));
}

export const diskRoutes: readonly Route[] = [
  ...listRoutes(['disks.list', 'disks.listByGroup'], type, reading),
  route.get('disks.get', `${groupListPath(type)}/{disk}`, getDisk),
];
