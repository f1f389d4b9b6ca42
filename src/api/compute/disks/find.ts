import { isNotFound } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { diskWire, type DiskWire } from '#src/api/compute/disks/wire.ts';
import { DISK_API_VERSION } from '#src/api/compute/version.ts';
import { parseInstant } from '#src/lib/time.ts';
import type { SourceDisk } from '#src/model/backup-vaults.ts';
import type { OsType } from '#src/model/points.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/**
 * Reads a managed disk that might be missing: `GET …/disks/{disk}` (2023-10-02). Null: it doesn't
 * exist, so its name is free in its group.
 */
export async function findDisk(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<SourceDisk | null> {
  const url = `${id}?api-version=${DISK_API_VERSION}`;
  try {
    return toSourceDisk(await sendFor(arm, diskWire, { method: 'GET', url, signal }));
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

function toSourceDisk({ id, name, location, managedBy, properties }: DiskWire): SourceDisk {
  const set = properties.encryption?.diskEncryptionSetId;
  return {
    id: resourceId(id),
    name,
    region: location,
    sizeGiB: properties.diskSizeGB ?? null,
    encryption: properties.encryption?.type ?? null,
    encryptionSetId: set ? resourceId(set) : null,
    machineId: managedBy ? resourceId(managedBy) : null,
    osType: OS_TYPES[properties.osType?.toLowerCase() ?? ''] ?? null,
    createdAt: parseInstant(properties.timeCreated),
  };
}

const OS_TYPES: Readonly<Record<string, OsType>> = { windows: 'Windows', linux: 'Linux' };
