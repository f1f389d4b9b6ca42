import { byId, listReader, oneReader } from '#src/api/arm/reader.ts';
import { diskPageWire, diskWire, type DiskWire } from '#src/api/compute/disks/wire.ts';
import { DISK_API_VERSION } from '#src/api/compute/version.ts';
import { type Instant, parseInstant } from '#src/lib/time.ts';
import type { RestoredDisk } from '#src/model/restore.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import type { Disk } from '#src/model/machines.ts';

/** Reads a managed disk: `GET …/disks/{disk}` (2023-10-02). */
export const getDisk = oneReader(diskWire, byId(DISK_API_VERSION), toDisk);

function toDisk(wire: DiskWire): Disk {
  return {
    id: resourceId(wire.id),
    name: wire.name,
    sizeGiB: wire.properties.diskSizeGB ?? null,
    hasPrivateAccess: privateAccess(wire.properties.networkAccessPolicy),
    encryption: wire.properties.encryption?.type ?? null,
    usesDiskEncryption: wire.properties.encryptionSettingsCollection?.enabled === true,
    // A disk that is not shared may leave it out.
    isShared: (wire.properties.maxShares ?? 1) > 1,
  };
}

/** A disk of a group, with where it is and when it was made; null: it does not say. */
export interface GroupDisk extends RestoredDisk {
  readonly createdAt: Instant | null;
  readonly region: string;
  /** Null: in no zone. */
  readonly zone: string | null;
  /** The machine that it is attached to; null: to none. */
  readonly machineId: ResourceId | null;
}

/**
 * The managed disks of a resource group: `GET
 * /subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.Compute/disks` (2023-10-02).
 */
export const listDisksOfGroup = listReader(
  diskPageWire,
  (group: ResourceId) =>
    `${group}/providers/Microsoft.Compute/disks?api-version=${DISK_API_VERSION}`,
  ({ id, name, location, zones, managedBy, properties }): GroupDisk => ({
    id: resourceId(id),
    name,
    sizeGiB: properties.diskSizeGB ?? null,
    osType: properties.osType ?? null,
    isAttached: (managedBy ?? '') !== '',
    createdAt: parseInstant(properties.timeCreated),
    region: location,
    zone: zones?.[0] ?? null,
    machineId: managedBy ? resourceId(managedBy) : null,
  }),
);

/** `AllowAll` is public; `AllowPrivate` goes through a disk access; `DenyAll` denies all access. */
function privateAccess(policy: string | null | undefined): boolean | null {
  if (policy === null || policy === undefined) return null;
  return policy.toLowerCase() === 'allowprivate';
}
