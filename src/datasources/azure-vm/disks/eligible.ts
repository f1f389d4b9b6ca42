import {
  canBeMade,
  type Disk,
  type Machine,
  type MachineDisk,
  type MachineSize,
} from '#src/model/machines.ts';
import { sameRegion } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';

/** Which disks, VMs and LUNs go together: what Azure would refuse is not offered. */

type Place = Pick<Disk, 'region' | 'zone'>;

/** A zonal disk needs a VM of its zone, and a VM of a zone zonal disks (general knowledge of Compute). */
export const isSamePlace = (one: Place, other: Place): boolean =>
  sameRegion(one.region, other.region) && one.zone === other.zone;

/** Whether a VM needs the capability for Ultra disks to have a disk. */
export const isUltra = (disk: Pick<Disk, 'sku'> | undefined): boolean =>
  disk?.sku?.toLowerCase() === 'ultrassd_lrs';

/** The disks that nothing has. */
export const freeDisks = (disks: readonly Disk[]): readonly Disk[] =>
  disks.filter(({ machineId }) => machineId === null);

/** The VMs that a disk can be attached to, or become the OS disk of. */
export const machinesFor = (
  machines: readonly Machine[],
  disk: Disk,
  use: 'attach' | 'swap',
): readonly Machine[] =>
  machines.filter(
    (machine) => isSamePlace(machine, disk) && (use === 'attach' || machine.osType === disk.osType),
  );

/** LUNs go from 0 to 63 (Compute, data disks of a VM). */
export const LUNS = Array.from({ length: 64 }, (_, lun) => lun);

/** The LUNs that no disk of a VM has, the lowest first. */
export function freeLuns({ disks }: Pick<Machine, 'disks'>): readonly number[] {
  const taken = new Set(disks.map(({ lun }) => lun));
  return LUNS.filter((lun) => !taken.has(lun));
}

/** The managed data disks of a VM. */
export const dataDisksOf = ({ disks }: Pick<Machine, 'disks'>): readonly MachineDisk[] =>
  disks.filter(({ lun, managedDiskId }) => lun !== -1 && managedDiskId !== null);

/** The LUN in the name of a restored data disk, as restores name them (`-datadisk-001-`); null: none. */
function lunNamed({ name }: Pick<Disk, 'name'>): number | null {
  const lun = Number(/-datadisk-(\d{3})-/i.exec(name)?.[1] ?? Number.NaN);
  return LUNS.includes(lun) ? lun : null;
}

/**
 * The disk of a VM that a restored one is a copy of, as far as names tell: of the VM that was backed up the OS
 * disk, or the data disk of the same LUN. Both have the same identifiers inside. Null: none is known.
 */
export function originalOf(
  disk: Pick<Disk, 'id' | 'name' | 'osType'>,
  { name, disks }: Pick<Machine, 'name' | 'disks'>,
  source: string,
): MachineDisk | null {
  if (!sameId(name, source)) return null;
  const lun = disk.osType === null ? lunNamed(disk) : -1;
  return disks.find((one) => one.lun === lun && !sameId(one.managedDiskId, disk.id)) ?? null;
}

/**
 * The LUN for each data disk: the number in its name, as restores name data disks (`-datadisk-001-`), else the
 * lowest that is left.
 */
export function initialLuns(disks: readonly Pick<Disk, 'name'>[]): readonly number[] {
  const taken = new Set<number>();
  const numbered = disks.map((disk) => {
    const lun = lunNamed(disk);
    if (lun === null || taken.has(lun)) return null;
    taken.add(lun);
    return lun;
  });
  return numbered.map((lun) => {
    const given = lun ?? LUNS.find((one) => !taken.has(one)) ?? 0;
    taken.add(given);
    return given;
  });
}

/** The sizes that a VM of a place can have, by name. */
export const sizesFor = (
  sizes: readonly MachineSize[],
  zone: string | null,
): readonly MachineSize[] =>
  sizes
    .filter(({ name: size }) => canBeMade(sizes, { size, zone }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));

/** Whether a text is an IPv4 address; whether it is of the subnet is up to Azure. */
export const isAddress = (text: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) < 256);
