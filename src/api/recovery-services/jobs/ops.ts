import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { jobsFilter } from '#src/api/recovery-services/jobs/filter.ts';
import { toJob, toJobDetails } from '#src/api/recovery-services/jobs/map.ts';
import { jobPageWire, type JobWire, jobWire } from '#src/api/recovery-services/jobs/wire.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Job, JobDetails } from '#src/model/job.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Reads a job with its sub-tasks: `GET {V}/backupJobs/{job}` (2024-04-01). */
export async function getJob(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<JobDetails> {
  return toJobDetails(await askForJob(arm, id, signal));
}

/** The same as Azure answers it. */
export async function askForJob(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<JobWire> {
  const url = `${id}?api-version=${BACKUP_API_VERSION}`;
  return sendFor(arm, jobWire, { method: 'GET', url, signal });
}

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
