import { session } from '#src/api/arm/session.ts';
import { getDiskJob, listDiskJobs } from '#src/api/data-protection/jobs/ops.ts';
import { uncut } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type LostSearchQuery, lookedFor } from '#src/api/queries/restores.ts';
import type { DiskJob } from '#src/model/data-protection.ts';
import { type FoundJob, isNewSince, type Press } from '#src/model/lost-restore.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';

/** What is known of the restore of a disk whose answer was lost. */
export interface DiskRestoreSearch extends Press {
  readonly vaultId: ResourceId;
  readonly instanceId: string;
  readonly targetDiskId: string;
}

/**
 * The ids of the restore jobs that a Backup vault has now.
 * @throws ArmError as every read, and `unreadable` where the list is too long to be read whole.
 */
export async function diskRestoreJobsOf(
  arm: ArmPipelines,
  vaultId: ResourceId,
  signal?: AbortSignal,
): Promise<string[]> {
  const jobs = await uncut(listDiskJobs(arm, vaultId, signal));
  return jobs.filter(isRestore).map(({ id }) => id);
}

/** Looks for the job of a disk's restore whose answer was lost, in its vault's own list. */
export const lostDiskRestoreQuery = (search: DiskRestoreSearch): LostSearchQuery =>
  lookedFor(['disk restore search', search], (signal) => jobsLike(search, signal));

/** Lists name no target, so each that could be ours is read; one that does not tell it could be. */
async function jobsLike(search: DiskRestoreSearch, signal: AbortSignal): Promise<FoundJob[]> {
  const { vaultId, instanceId, targetDiskId } = search;
  const jobs = await uncut(listDiskJobs(session(), vaultId, signal));
  const possible = jobs.filter(
    (job) => sameId(job.instanceId, instanceId) && isRestore(job) && isNewSince(search, job),
  );
  const read = await Promise.all(possible.map(({ id }) => getDiskJob(session(), id, signal)));
  return read.flatMap(({ id, name, startedAt, restoredDiskId: told }) =>
    told !== null && !sameId(told, targetDiskId)
      ? []
      : [{ id, name, startedAt, isNamed: told !== null }],
  );
}

const isRestore = ({ operation }: DiskJob): boolean => /restore/i.test(operation);
