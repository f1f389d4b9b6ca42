import { uncut } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { getJob } from '#src/api/recovery-services/jobs.ts';
import { getSecondaryJob, listRestoresIn } from '#src/api/recovery-services/job-lists.ts';
import { now } from '#src/lib/clock.ts';
import { instant } from '#src/lib/time.ts';
import { type Job, type JobDetails, propertyOf, type RestoreKind } from '#src/model/jobs.ts';
import {
  type FoundJob,
  mayBeOf,
  oursAmong,
  type Press,
  requestOf,
} from '#src/model/lost-restore.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';

/** Which list of jobs a restore is in. */
export interface PlaceOfJobs {
  readonly vaultId: ResourceId;
  /** Where it was to go, if not to the vault's own region: jobs there have a list of their own. */
  readonly secondaryRegion?: string | undefined;
}

/** What is known of a restore whose answer was lost. */
export interface RestoreSearch extends PlaceOfJobs, Press {
  readonly itemName: string;
  readonly kind: RestoreKind;
  /** The target group's name, which the job's properties repeat; empty where there is none. */
  readonly targetGroup: string;
  /** The name of the new machine; null where there is none. */
  readonly targetMachine: string | null;
}

/** How far back the jobs of a vault are read. Wide, as clocks differ: ids tell what is new. */
const WINDOW_MS = 3 * 24 * 60 * 60_000;

/** More candidates than this are not read one by one. */
const MOST_CANDIDATES = 10;

/**
 * The restore jobs that a vault has now, of the last three days by Azure's clock.
 * @throws ArmError as every read, and `unreadable` where the list is too long to be read whole.
 */
export async function recentRestores(
  arm: ArmPipelines,
  place: PlaceOfJobs,
  signal?: AbortSignal,
): Promise<Job[]> {
  const { vaultId, secondaryRegion: region } = place;
  return uncut(listRestoresIn(arm, { vaultId, region }, instant(now() - WINDOW_MS), signal));
}

/**
 * The restore jobs that may be the one of a lost answer. Where any has one of our request IDs no other counts.
 * Else those of the same machine, not there at the press, and nothing in them that says otherwise. Read from
 * the service's own lists, never from Resource Graph, which lags.
 */
export async function findRestoreJobs(
  arm: ArmPipelines,
  search: RestoreSearch,
  signal?: AbortSignal,
): Promise<FoundJob[]> {
  const { vaultId, secondaryRegion: region } = search;
  const from = instant(Math.min(search.sentAt, now()) - WINDOW_MS);
  const jobs = await uncut(listRestoresIn(arm, { vaultId, region }, from, signal));
  const possible = jobs.map((job) => foundAs(job, false)).filter((job) => mayBeOf(search, job));
  const ours = oursAmong(search, possible);
  if (ours.length > 0) return [...ours];
  const ofItem = possible.filter(({ itemName }) => sameId(itemName, search.itemName));
  const details = await Promise.all(
    ofItem
      .slice(0, MOST_CANDIDATES)
      .map(({ id, name }) =>
        region === undefined
          ? getJob(arm, id, signal)
          : getSecondaryJob(arm, { vaultId, region }, name, signal),
      ),
  );
  const fitting = details.flatMap((job) => {
    const match = matchTarget(job, search);
    const found = foundAs(job, match === 'ours');
    return match === 'another' && requestOf(search, found) !== 'ours' ? [] : [found];
  });
  // Those that are not read one by one could be ours, too.
  return [...fitting, ...ofItem.slice(MOST_CANDIDATES)];
}

const foundAs = <One extends Job>(job: One, isNamed: boolean): One & FoundJob => ({
  ...job,
  isNamed,
  requestId: job.activityId ?? null,
});

/**
 * What a job says of its target. Property bags may be empty (azure-contract §9): one that does not
 * tell could be ours, and only what names all of the target is.
 */
function matchTarget(job: JobDetails, search: RestoreSearch): 'ours' | 'another' | 'nothing' {
  const { kind, targetGroup, targetMachine } = search;
  const pairs: (readonly [string | null | undefined, string | null])[] = [
    [job.restoreKind, kind],
    [propertyOf(job, 'Target resource group'), targetGroup],
    [propertyOf(job, 'Target VM Name'), targetMachine],
  ];
  const conditions = pairs.filter(([, wanted]) => wanted);
  if (conditions.some(([told, wanted]) => told && !sameId(told, wanted))) return 'another';
  // A job of another kind doesn't match: a new machine is no answer to a restore of disks.
  if (!targetGroup && propertyOf(job, 'Target resource group')) return 'another';
  const names = conditions.filter(([, wanted]) => wanted !== kind);
  const isNamed = (kind === 'replaceDisks' ? conditions : names).every(([told]) => Boolean(told));
  return isNamed ? 'ours' : 'nothing';
}
