import type { MachinePlan } from '#src/model/machines.ts';
import type { OsType } from '#src/model/points.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** License types that Compute takes, as Azure names them (2024-03-01; those of Linux G). */
export const LICENSES = {
  Windows: ['Windows_Server', 'Windows_Client'],
  Linux: ['RHEL_BYOS', 'SLES_BYOS'],
} as const satisfies Record<OsType, readonly string[]>;

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
  readonly osDisk?: ProfileDisk | null;
  readonly dataDisks?: readonly ProfileDisk[] | null;
  readonly [more: string]: unknown;
}

/** An entry of the storage profile. */
interface ProfileDisk {
  readonly name?: string | null;
  readonly lun?: number | null;
  readonly managedDisk?: { readonly id?: string | null; readonly [more: string]: unknown } | null;
  readonly [more: string]: unknown;
}

/** A data disk that a machine is to have. Without a caching Azure chooses one. */
export interface DiskOfMachine {
  readonly diskId: ResourceId;
  readonly lun: number;
  readonly caching?: 'None' | 'ReadOnly' | 'ReadWrite';
}

/** Numbers of disks go from 0 to 63 (Compute, data disks of a machine). */
const LUNS = 64;

const sameText = (a: string | null | undefined, b: string | null | undefined): boolean =>
  (a ?? '').toLowerCase() === (b ?? '').toLowerCase();

const dataDisksOf = ({ properties }: MachineModel): readonly ProfileDisk[] =>
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
export function withDataDisk(machine: MachineModel, disk: DiskOfMachine): MachineModel {
  const others = dataDisksOf(withoutDataDisk(machine, disk.diskId));
  return withProfile(machine, { dataDisks: [...others, attached(disk)] });
}

const attached = ({ diskId, lun, caching }: DiskOfMachine): ProfileDisk => ({
  lun,
  createOption: 'Attach',
  ...(caching === undefined ? {} : { caching }),
  managedDisk: { id: diskId },
});

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

/** A virtual machine that is to be built from disks that are there. */
interface MachineFromDisks {
  readonly region: string;
  /** Null: in no zone. */
  readonly zone: string | null;
  readonly size: string;
  readonly osType: OsType;
  readonly osDiskId: ResourceId;
  readonly dataDisks: readonly DiskOfMachine[];
  /** The first of them is the primary one. */
  readonly nicIds: readonly ResourceId[];
  readonly availabilitySetId?: ResourceId;
  readonly licenseType?: string;
  readonly plan?: MachinePlan | undefined;
  readonly tags?: Readonly<Record<string, string>>;
  /** Boot diagnostics in a storage account that Azure manages. */
  readonly hasBootDiagnostics?: boolean;
  /** It may have Ultra disks. */
  readonly canUseUltraDisks?: boolean;
}

/**
 * The body of such a machine: its disks are attached, so it has neither `osProfile` nor `imageReference`
 * (Microsoft.Compute, 2024-03-01).
 */
export function machineFromDisks(wanted: MachineFromDisks): MachineModel {
  const { region, zone, size, osType, osDiskId, dataDisks, nicIds } = wanted;
  const { availabilitySetId, licenseType, plan, tags, hasBootDiagnostics } = wanted;
  const { canUseUltraDisks } = wanted;
  return {
    location: region,
    ...(zone === null ? {} : { zones: [zone] }),
    ...(tags === undefined ? {} : { tags }),
    ...(plan === undefined ? {} : { plan }),
    properties: {
      hardwareProfile: { vmSize: size },
      storageProfile: {
        osDisk: { createOption: 'Attach', osType, managedDisk: { id: osDiskId } },
        dataDisks: dataDisks.map(attached),
      },
      networkProfile: {
        networkInterfaces: nicIds.map((id, index) => ({
          id,
          properties: { primary: index === 0 },
        })),
      },
      ...(availabilitySetId === undefined ? {} : { availabilitySet: { id: availabilitySetId } }),
      ...(licenseType === undefined ? {} : { licenseType }),
      ...(hasBootDiagnostics === true
        ? { diagnosticsProfile: { bootDiagnostics: { enabled: true } } }
        : {}),
      ...(canUseUltraDisks === true ? { additionalCapabilities: { ultraSSDEnabled: true } } : {}),
    },
  };
}

/** A reset of a VM's sign-in by the VMAccess extension (aftercare §2.2), without what is typed. */
export interface AccessReset {
  readonly machineId: ResourceId;
  readonly region: string;
  readonly osType: OsType;
  readonly userName: string;
  /** What is reset, as the extension for Linux names it; Windows has passwords alone. */
  readonly secret: 'password' | 'ssh_key';
  /** Tells this reset from others. */
  readonly runTag: string;
}
