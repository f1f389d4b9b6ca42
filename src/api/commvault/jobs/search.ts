import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { listRestores } from '#src/api/commvault/jobs/list.ts';
import { getTask } from '#src/api/commvault/jobs/ops.ts';
import type { SubmittedTask } from '#src/api/commvault/jobs/job.ts';
import { now } from '#src/lib/clock.ts';
import {
  type FoundJob,
  isNewSince,
  mayBeOf,
  oursAmong,
  type Press,
} from '#src/model/lost-restore.ts';
import { sameId } from '#src/model/resource-id.ts';

/** What is known of a restore whose answer was lost. */
export interface CommvaultSearch extends Press {
  readonly host: string;
  readonly guid: string;
  readonly newName: string;
}

/** How far back restores are read. Wide, as clocks differ: IDs tell what is new. */
const WINDOW_S = 3 * 24 * 60 * 60;

/** More candidates than this are not read one by one. */
const MOST_CANDIDATES = 10;

/** The restores that a CommServe has now, of the last three days. @throws ArmError as {@link listRestores}. */
export const recentRestores = (serve: ArmPipelines, host: string, signal?: AbortSignal) =>
  listRestores(serve, { host, withinS: WINDOW_S }, signal);

/**
 * The restores that may be the one of a lost answer. One whose description has our request ID is ours, and then
 * no other counts. A CommServe may leave descriptions out (A): then those of the same VM and name may be ours,
 * which the person decides, and the more so in place, where names are always alike.
 */
export async function findCommvaultRestores(
  serve: ArmPipelines,
  search: CommvaultSearch,
  signal?: AbortSignal,
): Promise<readonly FoundJob[]> {
  const { host, sentAt } = search;
  const withinS = WINDOW_S + Math.max(0, Math.ceil((now() - sentAt) / 1000));
  const restores = await listRestores(serve, { host, withinS }, signal);
  const fresh = restores.filter((job) => isNewSince(search, job));
  const read = await Promise.all(
    fresh.slice(0, MOST_CANDIDATES).map(async ({ id, name, number, startedAt }) => {
      const task = await getTask(serve, { host, name: number }, signal);
      const requestId = task.description || null;
      return { id, name, startedAt, isNamed: false, requestId, task };
    }),
  );
  const ours = oursAmong(
    search,
    read.filter((job) => mayBeOf(search, job)),
  );
  if (ours.length > 0) return ours.map((job) => ({ ...job, isNamed: true }));
  // Those that are not read one by one could be ours, too.
  const unread = fresh
    .slice(MOST_CANDIDATES)
    .map(({ id, name, startedAt }) => ({ id, name, startedAt, isNamed: false, requestId: null }));
  return [...read.filter(({ task }) => isAlike(task, search)), ...unread].filter((job) =>
    mayBeOf(search, job),
  );
}

/** Whether nothing in a task says that it has another VM or name. */
function isAlike({ guid, newName }: SubmittedTask, search: CommvaultSearch): boolean {
  const isOther = (told: string | null, wanted: string): boolean =>
    told !== null && !sameId(told, wanted);
  return !isOther(guid, search.guid) && !isOther(newName, search.newName);
}
