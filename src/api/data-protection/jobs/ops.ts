import { byId, listReader, oneReader } from '#src/api/arm/reader.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { toDiskJob, toDiskJobDetails } from '#src/api/data-protection/jobs/map.ts';
import { diskJobPageWire, diskJobWire } from '#src/api/data-protection/jobs/wire.ts';
import { uncut } from '#src/api/arm/paging.ts';
import { DATA_PROTECTION_API_VERSION } from '#src/api/data-protection/version.ts';
import type { DiskJob } from '#src/model/backup-vaults.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Reads a job of a Backup vault with its subtasks: `GET {BV}/backupJobs/{job}` (2024-04-01). */
export const getDiskJob = oneReader(
  diskJobWire,
  byId(DATA_PROTECTION_API_VERSION),
  toDiskJobDetails,
);

/** The same as Azure answers it. */
export const askForDiskJob = oneReader(
  diskJobWire,
  byId(DATA_PROTECTION_API_VERSION),
  (wire) => wire,
);

/** The jobs of a Backup vault: `GET {BV}/backupJobs` (azure-contract §11; 2024-04-01). */
export const listDiskJobs = listReader(
  diskJobPageWire,
  (vaultId: ResourceId) => `${vaultId}/backupJobs?api-version=${DATA_PROTECTION_API_VERSION}`,
  toDiskJob,
);

/**
 * The restores among them.
 * @throws ArmError as every read, and `unreadable` where the list is too long to be read whole.
 */
export async function listDiskRestores(
  arm: ArmPipelines,
  vaultId: ResourceId,
  signal?: AbortSignal,
): Promise<DiskJob[]> {
  const jobs = await uncut(listDiskJobs(arm, vaultId, signal));
  return jobs.filter(({ operation }) => /restore/i.test(operation));
}
