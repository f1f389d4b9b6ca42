import type { MachineWire } from '#src/api/compute/machines/wire.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';
import type { Machine, MachineDisk } from '#src/model/machines.ts';

/** A virtual machine as the product speaks of it. */
export function toMachine(wire: MachineWire): Machine {
  const { hardwareProfile, storageProfile, availabilitySet, ...rest } = wire.properties;
  const osDisk = storageProfile?.osDisk;
  const osType = osDisk?.osType?.toLowerCase();
  return {
    id: resourceId(wire.id),
    name: wire.name,
    region: wire.location,
    zone: wire.zones?.[0] ?? null,
    tags: wire.tags ?? {},
    size: hardwareProfile?.vmSize ?? null,
    osType: osType === 'windows' ? 'Windows' : osType === 'linux' ? 'Linux' : null,
    disks: [...(osDisk ? [{ ...osDisk, lun: -1 }] : []), ...(storageProfile?.dataDisks ?? [])].map(
      toDisk,
    ),
    availabilitySet: availabilitySet?.id ? nameOf(availabilitySet.id) : null,
    hasUltraDisks: ultraDisks(wire),
    // These two are only ever written where they are used.
    hybridBenefit: rest.licenseType?.toLowerCase() === 'windows_server',
    usesEncryptionAtHost: rest.securityProfile?.encryptionAtHost ?? false,
    nicCount: rest.networkProfile?.networkInterfaces?.length ?? null,
    nicIds: (rest.networkProfile?.networkInterfaces ?? []).flatMap(({ id }) =>
      id ? [resourceId(id)] : [],
    ),
    extensions: wire.resources?.map(({ name, id }) => name ?? nameOf(id ?? '')) ?? null,
    hasUserIdentity: wire.identity?.type?.toLowerCase().includes('userassigned') ?? false,
    hasKeyVaultLink: rest.osProfile ? (rest.osProfile.secrets ?? []).length > 0 : null,
    isFromCustomImage: customImage(wire),
    isGeneralized: generalized(wire),
    isRunning: running(wire),
  };
}

type Storage = NonNullable<MachineWire['properties']['storageProfile']>;

/** A stopped machine may leave out the kinds of its disks; an unmanaged disk is never an ultra disk. */
function ultraDisks({ properties: { storageProfile } }: MachineWire): boolean | null {
  const all = [storageProfile?.osDisk, ...(storageProfile?.dataDisks ?? [])];
  const kinds = all.flatMap((disk) =>
    disk?.managedDisk ? [disk.managedDisk.storageAccountType?.toLowerCase() ?? null] : [],
  );
  if (kinds.includes('ultrassd_lrs')) return true;
  return kinds.includes(null) ? null : false;
}

function customImage({ properties }: MachineWire): boolean | null {
  const image: Storage['imageReference'] = properties.storageProfile?.imageReference;
  if (image?.id) return true;
  return image?.publisher ? false : null;
}

/** The code `OSState/generalized` among the statuses (general knowledge of Compute, not in the contract). */
function generalized({ properties: { instanceView } }: MachineWire): boolean | null {
  const statuses = instanceView?.statuses ?? null;
  return statuses?.some(({ code }) => code?.toLowerCase() === 'osstate/generalized') ?? null;
}

/** Stopped and deallocated machines write nothing (general knowledge of Compute). */
function running(wire: MachineWire): boolean | null {
  const power = powerOf(wire);
  return power === null ? null : power !== 'stopped' && power !== 'deallocated';
}

const POWER = 'powerstate/';

/** `running`, `deallocating` and their kin in small letters, of the code `PowerState/running`; null: not reported. */
export function powerOf({ properties }: MachineWire): string | null {
  const codes = (properties.instanceView?.statuses ?? []).map(({ code }) => code?.toLowerCase());
  return codes.find((code) => code?.startsWith(POWER))?.slice(POWER.length) ?? null;
}

type DiskWire = NonNullable<Storage['dataDisks']>[number];

function toDisk({ name, lun, diskSizeGB, managedDisk, ...rest }: DiskWire): MachineDisk {
  const encryptionSet = managedDisk?.diskEncryptionSet?.id;
  return {
    name: name ?? '',
    lun: lun ?? null,
    sizeGiB: diskSizeGB ?? null,
    sku: managedDisk?.storageAccountType ?? null,
    managedDiskId: managedDisk?.id ? resourceId(managedDisk.id) : null,
    hasCustomerKey: Boolean(encryptionSet),
    encryptionSetId: encryptionSet ? resourceId(encryptionSet) : null,
    // Only ever written where it is used.
    hasWriteAccelerator: rest.writeAcceleratorEnabled === true,
  };
}
