import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { getJob, listRestoreJobs } from '#src/api/recovery-services/jobs/ops.ts';
import { type Instant, instant } from '#src/lib/time.ts';
import { type JobDetails, propertyOf, type RestoreKind } from '#src/model/job.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';

/** What is known of a restore whose answer was lost. */
export interface RestoreSearch {
  readonly vaultId: ResourceId;
  readonly itemName: string;
  /** When the request was sent. */
  readonly since: Instant;
  readonly kind: RestoreKind;
  /** The new machine's name; null for the other kinds. */
  readonly targetName: string | null;
  /** The target group's name; null for a replacement, which has none. */
  readonly targetGroup: string | null;
}

/** Clocks differ: a job may seem to start a little before its request was sent. */
const EARLIER_MS = 2 * 60_000;

/** More candidates than this are not read one by one. */
const MOST_CANDIDATES = 10;

/**
 * The restore jobs that may be the one of a lost answer: same vault and machine, started no earlier
 * than two minutes before sending, same kind and target. Read from the service's own list, never from
 * Resource Graph, which lags.
 */
export async function findRestoreJobs(
  arm: ArmPipelines,
  search: RestoreSearch,
  signal?: AbortSignal,
): Promise<JobDetails[]> {
  const since = instant(search.since - EARLIER_MS);
  const jobs = await listRestoreJobs(arm, search.vaultId, since, signal);
  const ofItem = jobs.filter(
    ({ itemName, startedAt }) =>
      sameId(itemName, search.itemName) && startedAt !== null && startedAt >= since,
  );
  const details = await Promise.all(
    ofItem.slice(0, MOST_CANDIDATES).map(({ id }) => getJob(arm, id, signal)),
  );
  return details.filter((job) => isLike(job, search));
}

/** Whether a job's own words fit the restore: its kind, and the target that they repeat. */
function isLike(job: JobDetails, { kind, targetName, targetGroup }: RestoreSearch): boolean {
  return (
    (job.restoreKind === null || job.restoreKind === kind) &&
    fits(propertyOf(job, 'Target VM Name'), targetName) &&
    fits(propertyOf(job, 'Target resource group'), targetGroup)
  );
}

/** A target that the restore does not have, or the job does not tell, speaks against nothing. */
function fits(told: string | undefined, wanted: string | null): boolean {
  return wanted === null || told === undefined || sameId(told, wanted);
}
