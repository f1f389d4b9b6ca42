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
  /** The target group's name, which the job's properties repeat; empty where there is none. */
  readonly targetGroup: string;
  /** What was asked for: somebody else may restore the same machine in another way. */
  readonly kind?: RestoreKind;
  /** The name of the new machine. */
  readonly targetMachine?: string | null;
}

/** Clocks differ: a job may seem to start a little before its request was sent. */
const EARLIER_MS = 2 * 60_000;

/** More candidates than this are not read one by one. */
const MOST_CANDIDATES = 10;

/**
 * The restore jobs that may be the one of a lost answer: same vault and machine, started no earlier
 * than two minutes before sending, same target group, and nothing that says otherwise. Read from the service's own list, never from
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
  return details.filter(
    (job) =>
      sameId(propertyOf(job, 'Target resource group'), search.targetGroup) &&
      isNotDenied(job.restoreKind, search.kind) &&
      isNotDenied(propertyOf(job, 'Target VM Name'), search.targetMachine),
  );
}

/** A job that does not tell is not ruled out: only one that tells something else. */
function isNotDenied(told: string | null | undefined, wanted: string | null | undefined): boolean {
  return !told || !wanted || sameId(told, wanted);
}
