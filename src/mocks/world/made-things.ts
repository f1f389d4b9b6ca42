import { parseResourceId } from '#src/api/arm/resource-id.ts';
import type { RestoreRequestWire } from '#src/api/recovery-services/restore-requests.ts';
import { instant, isoText } from '#src/lib/time.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import type { DiskHome, DiskSeed, LooseDiskSeed, MachineSeed } from '#src/mocks/world/seed.ts';
import { zoneIn, ZONES } from '#src/mocks/world/zones.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** What a restore will have made when its job is done. */
export interface Made {
  /** The new machine, or the source with other disks in place of its own. */
  readonly machine: MachineSeed | null;
  /** Disks without a machine. */
  readonly disks: readonly LooseDiskSeed[];
}

interface MakingOrder {
  readonly machine: MachineSeed;
  readonly body: RestoreRequestWire['properties'];
  readonly atMs: number;
}

/** What a restore makes, decided when it is accepted. */
export function madeBy(order: MakingOrder): Made {
  const { machine, body } = order;
  const copy = restoredCopy(order);
  switch (body.recoveryType) {
    case 'AlternateLocation':
      return { machine: { ...copy, id: body.targetVirtualMachineId ?? '' }, disks: [] };
    case 'RestoreDisks':
      return { machine: null, disks: disksFor(copy, body) };
    // Document 000, Restore options: the original disks stay in the group.
    case 'OriginalLocation':
      return { machine: { ...machine, disks: copy.disks }, disks: looseDisksOf(machine) };
  }
}

/** The disk access of a machine's private disks. */
export function diskAccessOf({ id, diskAccessId }: DiskHome): string {
  return diskAccessId ?? `${groupOf(id)}/providers/Microsoft.Compute/diskAccesses/da-${nameOf(id)}`;
}

/** The id of a machine's managed disk: beside the machine, in its group, unless it was attached from elsewhere. */
export function diskIdOf(
  { id }: Pick<MachineSeed, 'id'>,
  disk: Pick<DiskSeed, 'id' | 'name'>,
): string {
  return disk.id ?? `${groupOf(id)}/providers/Microsoft.Compute/disks/${disk.name}`;
}

/** What says the rest of a disk: its machine, or that from which it was cut. */
export function homeOf(machine: MachineSeed, { home }: DiskSeed): DiskHome {
  return home ?? machine;
}

/** A disk as it is without its machine. */
export function looseDiskOf(machine: MachineSeed, disk: DiskSeed): LooseDiskSeed {
  const { attachment: _attachment, home, ...kept } = disk;
  const lun = disk.isBootable === true ? -1 : disk.lun;
  return {
    id: diskIdOf(machine, disk),
    owner: home === undefined ? machine : { ...machine, ...placeless, ...home },
    disk: { ...kept, lun },
  };
}

/** What a machine says of its own disks alone. */
const placeless = {
  zone: undefined,
  encryptionSetId: undefined,
  hasPrivateDisks: undefined,
  diskAccessId: undefined,
  hasPlan: undefined,
} as const;

/** The disks of a machine as they are without it: none where they are blobs. */
export function looseDisksOf(machine: MachineSeed): LooseDiskSeed[] {
  return machine.isManaged ? machine.disks.map((disk) => looseDiskOf(machine, disk)) : [];
}

/** Without a target group disks of a managed machine come back as blobs in the account (C). */
function disksFor(copy: MachineSeed, body: MakingOrder['body']): readonly LooseDiskSeed[] {
  const group = body.targetResourceGroupId ?? '';
  if (group === '' || !copy.isManaged) return [];
  return copy.disks.map((disk) => ({
    id: `${group}/providers/Microsoft.Compute/disks/${disk.name}`,
    owner: copy,
    disk,
  }));
}

/** The machine as the request wants it; what the portal's restore leaves out is left out (document 000). */
function restoredCopy({ machine, body, atMs }: MakingOrder): MachineSeed {
  const {
    availabilitySet: _set,
    licenseType: _licence,
    nics: _nics,
    extensions: _extensions,
    sqlLicense: _sql,
    network: _network,
    cardIds: _cardIds,
    model: _model,
    writeState: _writeState,
    ...kept
  } = machine;
  const isManaged = machine.isManaged || body.restoreWithManagedDisks === true;
  const zone = zoneOf(machine, body);
  const wanted = body.restoreDiskLunList ?? null;
  const key = body.diskEncryptionSetId ?? '';
  const subnetId = body.subnetId ?? '';
  const { zone: _zone, ...unplaced } = kept;
  return {
    ...unplaced,
    ...(zone === undefined ? {} : { zone }),
    ...accessOf(machine, body),
    ...(subnetId === '' ? {} : { network: { subnetId } }),
    ...(key === '' ? {} : { encryption: 'CMK', encryptionSetId: key }),
    exists: true,
    isManaged,
    createdAtMs: atMs,
    disks: machine.disks
      .filter(({ lun }) => lun < 0 || wanted === null || wanted.includes(lun))
      .map((disk) => ({
        ...unattached(disk),
        name: diskName(machine, disk, atMs),
        madeAtMs: atMs,
      })),
  };
}

/** A restored disk lies in a place of its own, and is attached as a new one is. */
function unattached(disk: DiskSeed): DiskSeed {
  const { id: _id, home: _home, attachment: _attachment, ...kept } = disk;
  return kept;
}

/** The zone wanted; without one the place stays, whatever the target subscription calls it (G). */
function zoneOf(
  { id, location, zone }: MachineSeed,
  body: MakingOrder['body'],
): MachineSeed['zone'] {
  const wanted = ZONES.find((one) => one === body.zones?.[0]);
  const from = parseResourceId(id)?.subscriptionId ?? '';
  const to = parseResourceId(body.targetResourceGroupId ?? '')?.subscriptionId ?? from;
  return wanted ?? (zone && zoneIn(location, zone, { from, to }));
}

function accessOf(
  machine: MachineSeed,
  body: MakingOrder['body'],
): Pick<MachineSeed, 'hasPrivateDisks' | 'diskAccessId'> {
  const settings = body.targetDiskNetworkAccessSettings;
  switch (settings?.targetDiskNetworkAccessOption) {
    case 'EnablePublicAccessForAllDisks':
      return { hasPrivateDisks: false };
    case 'EnablePrivateAccessForAllDisks':
      return { hasPrivateDisks: true, diskAccessId: settings.targetDiskAccessId ?? '' };
    default:
      return {
        hasPrivateDisks: machine.hasPrivateDisks === true,
        diskAccessId: diskAccessOf(machine),
      };
  }
}

/** How the service names restored disks is a guess (G): kind, number and time. */
function diskName(machine: MachineSeed, { lun }: DiskSeed, atMs: number): string {
  const kind = lun < 0 ? 'osdisk' : `datadisk-${String(lun).padStart(3, '0')}`;
  const time = isoText(instant(atMs)).slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  return `${nameOf(machine.id).toLowerCase()}-${kind}-${time}`;
}

/** Whether a machine that a restore makes is a new one, and not the source itself. */
export function isNewMachine(machine: MachineSeed, all: readonly MachineSeed[]): boolean {
  return !all.some(({ id }) => sameId(id, machine.id));
}
