import type { ResourceId } from '#src/model/resource-id.ts';

/**
 * The body of a virtual machine as it is read and written whole (Microsoft.Compute, 2024-03-01). Keys that are
 * not named here stay as they were read: a PUT says how the whole machine is to be.
 */
export interface MachineModel {
  readonly location: string;
  readonly properties: MachineProperties;
  readonly [more: string]: unknown;
}

interface MachineProperties {
  readonly storageProfile?: StorageProfile | null;
  readonly [more: string]: unknown;
}

interface StorageProfile {
  readonly osDisk?: AttachedDisk | null;
  readonly dataDisks?: readonly AttachedDisk[] | null;
  readonly [more: string]: unknown;
}

/** An entry of the storage profile. */
export interface AttachedDisk {
  readonly name?: string | null;
  readonly lun?: number | null;
  readonly managedDisk?: { readonly id?: string | null; readonly [more: string]: unknown } | null;
  readonly [more: string]: unknown;
}

export type Caching = 'None' | 'ReadOnly' | 'ReadWrite';

/** A disk that is to be attached; left out, Azure chooses. */
export interface DiskToAttach {
  readonly diskId: ResourceId;
  readonly lun: number;
  readonly caching?: Caching;
}

/** Numbers of disks go from 0 to 63 (Compute, data disks of a machine). */
const LUNS = 64;

const sameText = (a: string | null | undefined, b: string | null | undefined): boolean =>
  (a ?? '').toLowerCase() === (b ?? '').toLowerCase();

const dataDisksOf = ({ properties }: MachineModel): readonly AttachedDisk[] =>
  properties.storageProfile?.dataDisks ?? [];

const withProfile = (machine: MachineModel, change: Partial<StorageProfile>): MachineModel => ({
  ...machine,
  properties: {
    ...machine.properties,
    storageProfile: { ...machine.properties.storageProfile, ...change },
  },
});

/** The lowest number that no data disk has; null: all are taken. */
export function freeLun(machine: MachineModel): number | null {
  const taken = new Set(dataDisksOf(machine).map(({ lun }) => lun));
  for (let lun = 0; lun < LUNS; lun += 1) if (!taken.has(lun)) return lun;
  return null;
}

/** A machine with one more data disk; with the same disk under another number it is moved there. */
export function withDataDisk(machine: MachineModel, disk: DiskToAttach): MachineModel {
  const { diskId, lun, caching } = disk;
  const entry: AttachedDisk = {
    lun,
    createOption: 'Attach',
    ...(caching === undefined ? {} : { caching }),
    managedDisk: { id: diskId },
  };
  const others = dataDisksOf(withoutDataDisk(machine, diskId));
  return withProfile(machine, { dataDisks: [...others, entry] });
}

/** A machine without a data disk; the same where the disk is not attached to it. */
export function withoutDataDisk(machine: MachineModel, diskId: ResourceId): MachineModel {
  const all = dataDisksOf(machine);
  const left = all.filter(({ managedDisk }) => !sameText(managedDisk?.id, diskId));
  return left.length === all.length ? machine : withProfile(machine, { dataDisks: left });
}

/**
 * A machine with another OS disk: name and disk change, the create option and all else of the entry stay. What
 * Azure said of the old disk itself, its size and kind, is left out.
 */
export function withOsDisk(
  machine: MachineModel,
  disk: { readonly diskId: ResourceId; readonly name: string },
): MachineModel {
  const { diskSizeGB: _size, ...entry } = machine.properties.storageProfile?.osDisk ?? {};
  const { storageAccountType: _kind, ...managed } = entry.managedDisk ?? {};
  return withProfile(machine, {
    osDisk: { ...entry, name: disk.name, managedDisk: { ...managed, id: disk.diskId } },
  });
}
