import type { DiskWire } from '#src/api/compute/disks/wire.ts';
import { resourceNotFound } from '#src/mocks/errors.ts';
import { ok, param, type Route } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import type { DiskSeed, MachineSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** The id of a machine's managed disk: beside the machine, in its group. */
export function diskIdOf(machine: MachineSeed, disk: DiskSeed): string {
  const group = machine.id.slice(0, machine.id.toLowerCase().indexOf('/providers/'));
  return `${group}/providers/Microsoft.Compute/disks/${disk.name}`;
}

/** The encryption set of a machine's disks, where a customer's key encrypts them. */
export function encryptionSetOf({ id, encryptionSetId }: MachineSeed): string {
  const group = id.slice(0, id.toLowerCase().indexOf('/providers/'));
  return encryptionSetId ?? `${group}/providers/Microsoft.Compute/diskEncryptionSets/des-backup`;
}

/** A managed disk of 2023-10-02 (azure-contract §14). */
function wireOf(machine: MachineSeed, disk: DiskSeed): DiskWire {
  const isPrivate = machine.hasPrivateDisks === true;
  const group = machine.id.slice(0, machine.id.toLowerCase().indexOf('/providers/'));
  return {
    id: diskIdOf(machine, disk),
    name: disk.name,
    type: 'Microsoft.Compute/disks',
    location: machine.location,
    managedBy: machine.id,
    sku: { name: disk.sku },
    properties: {
      diskSizeGB: disk.sizeGiB,
      diskState: 'Attached',
      encryption: {
        type:
          machine.encryption === 'CMK'
            ? 'EncryptionAtRestWithCustomerKey'
            : 'EncryptionAtRestWithPlatformKey',
      },
      networkAccessPolicy: isPrivate ? 'AllowPrivate' : 'AllowAll',
      ...(isPrivate
        ? {
            diskAccessId:
              machine.diskAccessId ??
              `${group}/providers/Microsoft.Compute/diskAccesses/da-${nameOf(machine.id)}`,
          }
        : {}),
      publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled',
    },
  };
}

function findDisk(state: State, id: string): DiskWire | undefined {
  for (const machine of state.seed.machines) {
    if (!machine.exists || !machine.isManaged) continue;
    const disk = machine.disks.find((one) => sameId(diskIdOf(machine, one), id));
    if (disk !== undefined) return wireOf(machine, disk);
  }
  return undefined;
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
