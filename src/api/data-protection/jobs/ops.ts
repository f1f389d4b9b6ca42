import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { toDiskJob, toDiskJobDetails } from '#src/api/data-protection/jobs/map.ts';
import {
  diskJobPageWire,
  type DiskJobWire,
  diskJobWire,
} from '#src/api/data-protection/jobs/wire.ts';
import { uncut, wholeList } from '#src/api/arm/paging.ts';
import { DATA_PROTECTION_API_VERSION } from '#src/api/data-protection/version.ts';
import type { DiskJob, DiskJobDetails } from '#src/model/data-protection.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Reads a job of a Backup vault with its sub-tasks: `GET {BV}/backupJobs/{job}` (2024-04-01). */
export async function getDiskJob(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<DiskJobDetails> {
  return toDiskJobDetails(await askForDiskJob(arm, id, signal));
}

/** The same as Azure answers it. */
export async function askForDiskJob(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<DiskJobWire> {
  const url = `${id}?api-version=${DATA_PROTECTION_API_VERSION}`;
  return sendFor(arm, diskJobWire, { method: 'GET', url, signal });
}

/** The jobs of a Backup vault: `GET {BV}/backupJobs` (azure-contract §11; 2024-04-01). */
export async function listDiskJobs(
  arm: ArmPipelines,
  vaultId: ResourceId,
  signal?: AbortSignal,
): Promise<DiskJob[]> {
  const url = `${vaultId}/backupJobs?api-version=${DATA_PROTECTION_API_VERSION}`;
  return (await wholeList(arm, diskJobPageWire, url, signal)).map(toDiskJob);
}

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
