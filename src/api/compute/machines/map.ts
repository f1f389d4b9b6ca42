import type { MachineWire } from '#src/api/compute/machines/wire.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';
import type { Machine, MachineDisk } from '#src/model/target.ts';

/** A virtual machine as the product speaks of it. */
export function toMachine(wire: MachineWire): Machine {
  const { hardwareProfile, storageProfile, availabilitySet } = wire.properties;
  const osDisk = storageProfile?.osDisk;
  const osType = osDisk?.osType?.toLowerCase();
  return {
    id: resourceId(wire.id),
    name: wire.name,
    region: wire.location,
    zone: wire.zones?.[0] ?? null,
    size: hardwareProfile?.vmSize ?? null,
    osType: osType === 'windows' ? 'Windows' : osType === 'linux' ? 'Linux' : null,
    disks: [...(osDisk ? [osDisk] : []), ...(storageProfile?.dataDisks ?? [])].map(toDisk),
    availabilitySet: availabilitySet?.id ? nameOf(availabilitySet.id) : null,
  };
}

type DiskWire = NonNullable<
  NonNullable<MachineWire['properties']['storageProfile']>['dataDisks']
>[number];

function toDisk(wire: DiskWire): MachineDisk {
  return {
    name: wire.name ?? '',
    sizeGiB: wire.diskSizeGB ?? null,
    managedDiskId: wire.managedDisk?.id ? resourceId(wire.managedDisk.id) : null,
    hasCustomerKey: Boolean(wire.managedDisk?.diskEncryptionSet?.id),
  };
}
