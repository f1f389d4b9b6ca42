import { byId, oneReader } from '#src/api/arm/reader.ts';
import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { jobsFilter } from '#src/api/recovery-services/jobs/filter.ts';
import { toJob, toJobDetails } from '#src/api/recovery-services/jobs/map.ts';
import { jobPageWire, jobWire } from '#src/api/recovery-services/jobs/wire.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Job } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Reads a job with its subtasks: `GET {V}/backupJobs/{job}` (2024-04-01). */
export const getJob = oneReader(jobWire, byId(BACKUP_API_VERSION), toJobDetails);

/** The same as Azure answers it. */
export const askForJob = oneReader(jobWire, byId(BACKUP_API_VERSION), (wire) => wire);

/**
 * The restore jobs of one vault that started at `since` or later: `GET {V}/backupJobs` with a
 * filter (azure-contract §8). The service's own list, which does not lag as Resource Graph does.
 */
export async function listRestoreJobs(
  arm: ArmPipelines,
  vaultId: ResourceId,
  since: Instant,
  signal?: AbortSignal,
): Promise<Job[]> {
  const filter = jobsFilter({ operation: 'Restore', from: since });
  const query = `api-version=${BACKUP_API_VERSION}&$filter=${filter}`;
  const jobs = await wholeList(arm, jobPageWire, `${vaultId}/backupJobs?${query}`, signal);
  return jobs.map(toJob);
}
