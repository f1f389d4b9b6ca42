import { session } from '#src/api/arm/session.ts';
import { getDiskJob, listDiskJobs } from '#src/api/data-protection/jobs/ops.ts';
import { type LostSearchQuery, lookedForTwice } from '#src/api/queries/restores.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskJobDetails } from '#src/model/data-protection.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';

/** What is known of the restore of a disk whose answer was lost. */
export interface DiskRestoreSearch {
  readonly vaultId: ResourceId;
  readonly instanceId: string;
  /** When the request was about to leave. */
  readonly since: Instant;
  readonly targetDiskId: string;
}

/** Clocks differ: a job may seem to have begun before its request (design, section 3). */
const CLOCKS_DIFFER_MS = 120_000;

/** Looks for the job of a disk's restore whose answer was lost, in its vault's own list. */
export const lostDiskRestoreQuery = (search: DiskRestoreSearch): LostSearchQuery =>
  lookedForTwice(['disk restore search', search], (signal) => jobsLike(search, signal));

/** Lists name no target, so each that could be ours is read; one that does not tell it could be. */
async function jobsLike(
  { vaultId, instanceId, since, targetDiskId }: DiskRestoreSearch,
  signal: AbortSignal,
): Promise<DiskJobDetails[]> {
  const jobs = await listDiskJobs(session(), vaultId, signal);
  const close = jobs.filter(
    (job) =>
      sameId(job.instanceId, instanceId) &&
      /restore/i.test(job.operation) &&
      (job.startedAt ?? 0) >= since - CLOCKS_DIFFER_MS,
  );
  const read = await Promise.all(close.map(({ id }) => getDiskJob(session(), id, signal)));
  return read.filter(
    ({ restoredDiskId }) => restoredDiskId === null || sameId(restoredDiskId, targetDiskId),
  );
}
