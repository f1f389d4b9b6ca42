import { session } from '#src/api/arm/pipeline.ts';
import { getDiskJob, listDiskRestores } from '#src/api/data-protection/jobs.ts';
import { type LostSearchQuery, lookedFor } from '#src/api/queries/restores.ts';
import { type FoundJob, mayBeOf, oursAmong, type Press } from '#src/model/lost-restore.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';

/** What is known of the restore of a disk whose answer was lost. */
export interface DiskRestoreSearch extends Press {
  readonly vaultId: ResourceId;
  readonly instanceId: string;
  readonly targetDiskId: string;
}

/** Looks for the job of a disk's restore whose answer was lost, in its vault's own list. */
export const lostDiskRestoreQuery = (search: DiskRestoreSearch): LostSearchQuery =>
  lookedFor(['disk restore search', search], search, (signal) => jobsLike(search, signal));

/**
 * Where any has one of our request IDs no other counts. Else, as lists name no target, each that could be
 * ours is read; one that does not tell it could be.
 */
async function jobsLike(search: DiskRestoreSearch, signal: AbortSignal): Promise<FoundJob[]> {
  const { vaultId, instanceId, targetDiskId } = search;
  const jobs = await listDiskRestores(session(), vaultId, signal);
  const possible = jobs
    .map((job) => ({ ...job, isNamed: false, requestId: job.activityId ?? null }))
    .filter((job) => mayBeOf(search, job));
  const ours = oursAmong(search, possible);
  if (ours.length > 0) return [...ours];
  const ofDisk = possible.filter((job) => sameId(job.instanceId, instanceId));
  const read = await Promise.all(ofDisk.map(({ id }) => getDiskJob(session(), id, signal)));
  return read.flatMap(({ id, name, startedAt, restoredDiskId: told, activityId: requestId }) =>
    told !== null && !sameId(told, targetDiskId)
      ? []
      : [{ id, name, startedAt, isNamed: told !== null, requestId }],
  );
}
