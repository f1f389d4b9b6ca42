import { isNotFound } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { byId, listReader, oneReader } from '#src/api/arm/reader.ts';
import { startWrite } from '#src/api/arm/write.ts';
import { deletedId, toDiskInstance } from '#src/api/data-protection/backup-instances/map.ts';
import { getDiskInstance } from '#src/api/data-protection/backup-instances/ops.ts';
import {
  type BackupInstanceWire,
  backupInstanceWire,
  deletedInstancePageWire,
} from '#src/api/data-protection/backup-instances/wire.ts';
import { DATA_PROTECTION_API_VERSION } from '#src/api/data-protection/version.ts';
import type { DiskBackupInstance } from '#src/model/backup-vaults.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Disks whose backups were deleted and are still kept: a Backup vault has them in a list of their own (live §6). */

const VERSION = `api-version=${DATA_PROTECTION_API_VERSION}`;

const isDisk = ({ properties }: BackupInstanceWire): boolean =>
  /^Microsoft\.Compute\/disks$/i.test(properties.dataSourceInfo.datasourceType ?? '');

const listDeleted = listReader(
  deletedInstancePageWire,
  (vaultId: ResourceId) => `${vaultId}/deletedBackupInstances?${VERSION}`,
  (wire) => (isDisk(wire) ? [toDiskInstance(wire)] : []),
);

/** The disks that a Backup vault still keeps after their deletion: `GET {BV}/deletedBackupInstances` (2024-04-01). */
export const listDeletedDisks = async (
  arm: ArmPipelines,
  vaultId: ResourceId,
  signal?: AbortSignal,
): Promise<DiskBackupInstance[]> => (await listDeleted(arm, vaultId, signal)).flat();

const getAmongDeleted = oneReader(
  backupInstanceWire,
  byId(DATA_PROTECTION_API_VERSION),
  toDiskInstance,
);

/** One of them, by the id that it had: `GET {BV}/deletedBackupInstances/{name}` (2024-04-01). */
export const getDeletedDisk = (
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<DiskBackupInstance> => getAmongDeleted(arm, deletedId(id), signal);

/** A backup instance, also one that was deleted and is still kept. @throws as every read. */
export async function findDiskInstance(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<DiskBackupInstance> {
  try {
    return await getDiskInstance(arm, id, signal);
  } catch (error) {
    const deleted = isNotFound(error) ? await deletedOrNull(arm, id, signal) : null;
    if (deleted === null) throw error;
    return deleted;
  }
}

async function deletedOrNull(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<DiskBackupInstance | null> {
  try {
    return await getDeletedDisk(arm, id, signal);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/**
 * Undeletes the backup of a disk, once: `POST {BV}/deletedBackupInstances/{name}/undelete` (2024-04-01; live §6).
 * Azure has done it by its answer.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export function undeleteDisk(arm: ArmPipelines, id: ResourceId) {
  return startWrite(arm, { method: 'POST', url: `${deletedId(id)}/undelete?${VERSION}` });
}
