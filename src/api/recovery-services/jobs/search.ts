import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { getJob, listRestoreJobs } from '#src/api/recovery-services/jobs/ops.ts';
import { getSecondaryJob, listSecondaryJobs } from '#src/api/recovery-services/jobs/secondary.ts';
import { type Instant, instant } from '#src/lib/time.ts';
import { type Job, type JobDetails, propertyOf, type RestoreKind } from '#src/model/job.ts';
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
  /** Where it was to go, if not to the vault's own region: jobs there have a list of their own. */
  readonly secondaryRegion?: string | undefined;
  /** The name of the new machine. */
  readonly targetMachine?: string | null;
}

/** Clocks differ: a job may seem to start a little before its request was sent. */
const EARLIER_MS = 2 * 60_000;

/** More candidates than this are not read one by one. */
const MOST_CANDIDATES = 10;

/**
 * The restore jobs that may be the one of a lost answer: same vault and machine, started no earlier
 * than two minutes before sending, same target group, and nothing that says otherwise. Read from the service's own lists, never from
 * Resource Graph, which lags.
 */
export async function findRestoreJobs(
  arm: ArmPipelines,
  search: RestoreSearch,
  signal?: AbortSignal,
): Promise<JobDetails[]> {
  const since = instant(search.since - EARLIER_MS);
  const { list, get } = jobsOf(arm, search, since, signal);
  const jobs = await list();
  const ofItem = jobs.filter(
    ({ itemName, startedAt }) =>
      sameId(itemName, search.itemName) && startedAt !== null && startedAt >= since,
  );
  const details = await Promise.all(ofItem.slice(0, MOST_CANDIDATES).map(get));
  return details.filter(
    (job) =>
      sameId(propertyOf(job, 'Target resource group'), search.targetGroup) &&
      isNotDenied(job.restoreKind, search.kind) &&
      isNotDenied(propertyOf(job, 'Target VM Name'), search.targetMachine),
  );
}

/** How the jobs of the region that was restored to are asked for. */
function jobsOf(
  arm: ArmPipelines,
  { vaultId, secondaryRegion: region }: RestoreSearch,
  since: Instant,
  signal: AbortSignal | undefined,
) {
  if (region === undefined) {
    return {
      list: () => listRestoreJobs(arm, vaultId, since, signal),
      get: ({ id }: Job) => getJob(arm, id, signal),
    };
  }
  const place = { vaultId, region };
  return {
    list: () => listSecondaryJobs(arm, place, {}, signal),
    get: ({ name }: Job) => getSecondaryJob(arm, place, name, signal),
  };
}

/** A job that does not tell is not ruled out: only one that tells something else. */
function isNotDenied(told: string | null | undefined, wanted: string | null | undefined): boolean {
  return !told || !wanted || sameId(told, wanted);
}
