import type { DiskWire } from '#src/api/compute/disks/wire.ts';
import { resourceNotFound } from '#src/mocks/errors.ts';
import { ok, param, type Route } from '#src/mocks/service.ts';
import { diskAccessOf } from '#src/mocks/world/made.ts';
import { machinesWithDisk } from '#src/mocks/world/lookup.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import type { State } from '#src/mocks/world/fold.ts';
import type { DiskSeed, MachineSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** The id of a machine's managed disk: beside the machine, in its group. */
export function diskIdOf(machine: MachineSeed, disk: DiskSeed): string {
  return `${groupOf(machine.id)}/providers/Microsoft.Compute/disks/${disk.name}`;
}

/** The encryption set of a machine's disks, where a customer's key encrypts them. */
export function encryptionSetOf({ id, encryptionSetId }: MachineSeed): string {
  return (
    encryptionSetId ?? `${groupOf(id)}/providers/Microsoft.Compute/diskEncryptionSets/des-backup`
  );
}

/** A managed disk of 2023-10-02 (azure-contract §14); one that hangs on nothing is Unattached. */
function wireOf(id: string, machine: MachineSeed, disk: DiskSeed, isAttached: boolean): DiskWire {
  const isPrivate = machine.hasPrivateDisks === true;
  const hasCustomerKey = machine.encryption === 'CMK';
  return {
    id,
    name: disk.name,
    type: 'Microsoft.Compute/disks',
    location: machine.location,
    ...(machine.zone === undefined ? {} : { zones: [machine.zone] }),
    ...(isAttached ? { managedBy: machine.id } : {}),
    sku: { name: disk.sku },
    properties: {
      diskSizeGB: disk.sizeGiB,
      diskState: isAttached ? 'Attached' : 'Unattached',
      encryption: hasCustomerKey
        ? {
            type: 'EncryptionAtRestWithCustomerKey',
            diskEncryptionSetId: encryptionSetOf(machine),
          }
        : { type: 'EncryptionAtRestWithPlatformKey' },
      networkAccessPolicy: isPrivate ? 'AllowPrivate' : 'AllowAll',
      ...(isPrivate ? { diskAccessId: diskAccessOf(machine) } : {}),
      publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled',
    },
  };
}

function findDisk(state: State, id: string): DiskWire | undefined {
  for (const machine of machinesWithDisk(state, nameOf(id))) {
    if (!machine.exists || !machine.isManaged) continue;
    const disk = machine.disks.find((one) => sameId(diskIdOf(machine, one), id));
    if (disk !== undefined) return wireOf(diskIdOf(machine, disk), machine, disk, true);
  }
  const loose = state.seed.looseDisks?.find((one) => sameId(one.id, id));
  return loose === undefined ? undefined : wireOf(loose.id, loose.owner, loose.disk, false);
}

export const diskRoutes: readonly Route[] = [
  {
    operation: 'disks.get',
    method: 'GET',
    path: '/subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.Compute/disks/{disk}',
    action: 'Microsoft.Compute/disks/read',
    handle: (call) => {
      const [group, name] = [param(call, 'rg'), param(call, 'disk')];
      const disk = findDisk(
        call.state,
        `/subscriptions/${param(call, 'sub')}/resourceGroups/${group}/providers/Microsoft.Compute/disks/${name}`,
      );
      return disk === undefined
        ? resourceNotFound('Microsoft.Compute/disks', name, group)
        : ok(disk);
    },
  },
];
