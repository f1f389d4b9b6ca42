import { LIST_EVERY_MS } from '#src/api/queries/query.ts';
import * as z from 'zod/mini';
import { queryOptions } from '@tanstack/react-query';
import { ArmError, armFacts } from '#src/api/arm/error.ts';
import { oneReader } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type ArmRequest, send, sendFor } from '#src/api/arm/send.ts';
import { storedInstant } from '#src/api/arm/wire.ts';
import { PAGE, trueTotal } from '#src/api/commvault/answers.ts';
import { commvaultJobId, type CommvaultPlace } from '#src/api/commvault/home.ts';
import {
  type CommvaultJob,
  type CommvaultPoint,
  commvaultStatusOf,
  isCommvaultRestore,
  jobsWire,
  operationOf,
  type SubmittedTask,
  taskWire,
  toCommvaultJob,
  toPoint,
  toTask,
} from '#src/api/commvault/jobs.ts';
import { commServeSession, placedJob, placedVm } from '#src/api/commvault/session.ts';
import { jobQuery } from '#src/api/queries/jobs.ts';
import type { Pages } from '#src/api/queries/paged.ts';
import { cancelMutation } from '#src/api/queries/use-write.ts';
import type { GraphPage, PageWanted } from '#src/api/resource-graph/query.ts';
import { now } from '#src/lib/clock.ts';
import { storedValues } from '#src/lib/stored-values.ts';
import { RANGE_MS } from '#src/model/jobs.ts';
import {
  type FoundJob,
  isNewSince,
  mayBeOf,
  oursAmong,
  type Press,
} from '#src/model/lost-restore.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';

/** How far back finished jobs are listed, in seconds before now (A: longer than a plan keeps most backups). */
const POINTS_S = 366 * 24 * 60 * 60;

/** The most rows of a list that has to be whole. */
const MOST = 1000;

/** Which jobs are read, of those that run or have ended in the last so many seconds. */
interface JobsWanted extends PageWanted {
  readonly host: string;
  readonly withinS: number;
}

/** Rows of all jobs, the newest first: POST of `/Jobs` (commvault.md §2.4, C). @throws ArmError as every read. */
export async function listCommvaultJobs(
  serve: ArmPipelines,
  { host, withinS, start, top }: JobsWanted,
  signal?: AbortSignal,
): Promise<GraphPage<CommvaultJob>> {
  const readFrom = async (offset: number, limit: number) => {
    const body = {
      scope: 1,
      category: 0,
      pagingConfig: { sortField: 'jobId', sortDirection: 1, offset, limit },
      jobFilter: {
        completedJobLookupTime: withinS,
        showAgedJobs: false,
        hideAdminJobs: false,
        clientList: [],
        jobTypeList: [],
      },
    };
    const answer = await sendFor(serve, jobsWire, { method: 'POST', url: '/Jobs', body, signal });
    const rows = (answer.jobs ?? []).map(({ jobSummary }) => toCommvaultJob(host, jobSummary));
    return { rows, total: answer.totalRecordsWithoutPaging ?? 0 };
  };
  const offset = 'token' in start ? Number(start.token) : start.skip;
  const { rows, total: claimed } = await readFrom(offset, top);
  const end = offset + rows.length;
  // The total may be wrong either way: what isn't full and reaches it is the end, and so is what is empty.
  const isOver = rows.length === 0 || (rows.length < top && end >= claimed);
  if (isOver) return { rows, total: end, next: null };
  const rowsOn = async (page: number) => {
    const { rows: found } = await readFrom(page * PAGE, PAGE);
    return page > 0 && found[0]?.id === rows[0]?.id ? 0 : found.length;
  };
  const total =
    offset === 0 && top > PAGE ? await trueTotal(claimed, end, rowsOn) : Math.max(claimed, end);
  return { rows, total, next: String(end) };
}

const jobAddress = ({ name }: CommvaultPlace): string => `/Job/${name}`;

/** A job by its number, as lists have it: GET of `/Job/{id}` (C); null: it isn't known. @throws ArmError as every read. */
const findCommvaultJob = oneReader(jobsWire, jobAddress, ({ jobs }, { host }) => {
  const [first] = jobs ?? [];
  return first === undefined ? null : toCommvaultJob(host, first.jobSummary);
});

/**
 * All restores that run or have ended in the last so many seconds: GET of `/Job?jobFilter=Restore` (D), which lists
 * downloads of files, too (R).
 * @throws ArmError as every read, and `unreadable` where there are too many: a part of them proves nothing.
 */
export async function listCommvaultRestores(
  serve: ArmPipelines,
  { host, withinS }: Pick<JobsWanted, 'host' | 'withinS'>,
  signal?: AbortSignal,
): Promise<readonly CommvaultJob[]> {
  const url = `/Job?jobFilter=Restore&jobCategory=All&completedJobLookupTime=${String(withinS)}`;
  const jobs = new Map<string, CommvaultJob>();
  for (let offset = 0; offset < MOST; offset += PAGE) {
    const headers = { limit: String(PAGE), offset: String(offset) };
    const answer = await sendFor(serve, jobsWire, { method: 'GET', url, headers, signal });
    const known = jobs.size;
    for (const { jobSummary } of answer.jobs ?? []) {
      const job = toCommvaultJob(host, jobSummary);
      jobs.set(job.number, job);
    }
    // A CommServe that doesn't page gives the same jobs again.
    const isFull = (answer.jobs ?? []).length >= PAGE && jobs.size > known;
    if (!isFull) return [...jobs.values()].filter(isCommvaultRestore);
  }
  throw tooMany();
}

/** The restore points of a VM, the newest first: GET of `/v2/vsa/vm/{guid}/jobs` (P). @throws ArmError as every read. */
export const listPoints = oneReader(
  jobsWire,
  ({ name: guid }: CommvaultPlace) =>
    `/v2/vsa/vm/${guid}/jobs?completedJobLookupTime=${String(POINTS_S)}`,
  ({ jobs }, { host }): readonly CommvaultPoint[] =>
    (jobs ?? [])
      .flatMap(({ jobSummary }) => toPoint(host, jobSummary) ?? [])
      .toSorted((one, other) => other.time - one.time),
);

const tooMany = (): ArmError =>
  new ArmError({
    kind: 'unreadable',
    status: 200,
    message: `The CommServe lists more than ${String(MOST)} restores.`,
    service: 'Commvault',
  });

/** An answer as it came: tabs share it, and each reads it for itself. */
const asItCame = z.unknown();

/** What is read of a job only where it may be another than before. */
interface JobParts {
  /** The task that it was submitted with, which never changes. */
  readonly taskOf: () => Promise<unknown>;
  /** Its events. `phase`: while it simply runs, the phase in which nothing but that could be new. */
  readonly eventsIn: (phase: string | null, ask: () => Promise<unknown>) => Promise<unknown>;
}

/**
 * Asks for a job, each answer about it as it came: GET of `/Job/{id}`, POST of `/JobDetails`, and GET of `/Events` (commvault.md §2.4).
 * @throws ArmError as every read, and 404 where the CommServe doesn't know the job, or not yet.
 */
export async function askForCommvaultJob(
  serve: ArmPipelines,
  place: CommvaultPlace,
  { taskOf, eventsIn }: JobParts,
  signal?: AbortSignal,
) {
  const { name } = place;
  const job = await sendFor(serve, asItCame, { method: 'GET', url: jobAddress(place), signal });
  const summary = jobsWire.parse(job).jobs?.[0]?.jobSummary;
  if (summary === undefined) throw noSuchJob(name);
  const isRunning = /^running/i.test(summary.status ?? '');
  const [details, events, task] = await Promise.all([
    optional(serve, {
      method: 'POST',
      url: '/JobDetails',
      body: { jobId: Number(name), showAttempt: true },
      signal,
    }),
    eventsIn(isRunning ? (summary.currentPhaseName ?? '') : null, () =>
      optional(serve, { method: 'GET', url: `/Events?jobId=${name}`, signal }),
    ),
    // What was submitted says something of a restore alone; a backup is of a schedule.
    isCommvaultRestore({ operation: operationOf(summary) }) ? taskOf() : null,
  ]);
  return { job, details, events, task };
}

/** Whether a CommServe knows a job by now: right after its start it might not (C). @throws ArmError as every read. */
export const isJobKnown = oneReader(jobsWire, jobAddress, ({ jobs }) => (jobs ?? []).length > 0);

/** The task of a job as it came: GET of `/Job/{id}/TaskDetails` (C); null: the CommServe doesn't give it. */
export const askForTask = (
  serve: ArmPipelines,
  { name }: CommvaultPlace,
  signal?: AbortSignal,
): Promise<unknown> => optional(serve, { method: 'GET', url: `/Job/${name}/TaskDetails`, signal });

/** The same as the product reads it. @throws ArmError as every read, but for a refusal. */
async function getTask(
  serve: ArmPipelines,
  place: CommvaultPlace,
  signal?: AbortSignal,
): Promise<SubmittedTask> {
  const wire = await askForTask(serve, place, signal);
  return toTask(z.safeParse(taskWire, wire).data ?? null);
}

/**
 * Asks once that a job ends: POST of `/Job/{id}/action/kill` (C). It ends later, or not at all.
 * @throws ArmError; `lost` means that it is unknown whether the CommServe received it.
 */
export async function killJob(serve: ArmPipelines, { name }: CommvaultPlace): Promise<void> {
  await send(serve, { method: 'POST', url: `/Job/${name}/action/kill`, starts: true });
}

/** What is read of a job beside its summary: without it the job is still known. */
async function optional(serve: ArmPipelines, request: ArmRequest): Promise<unknown> {
  try {
    return await sendFor(serve, asItCame, request);
  } catch (error) {
    const kind = armFacts(error)?.kind;
    if (kind === 'refused' || kind === 'unreadable') return null;
    throw error;
  }
}

const noSuchJob = (number: string): ArmError =>
  new ArmError({
    kind: 'refused',
    status: 404,
    code: 'NoSuchJob',
    message: `The CommServe doesn’t know job ${number}, or not yet.`,
    service: 'Commvault',
  });

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

/** The restores that a CommServe has now, of the last three days. @throws ArmError as {@link listCommvaultRestores}. */
export const recentCommvaultRestores = (serve: ArmPipelines, host: string, signal?: AbortSignal) =>
  listCommvaultRestores(serve, { host, withinS: WINDOW_S }, signal);

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
  const restores = await listCommvaultRestores(serve, { host, withinS }, signal);
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

/** The newest jobs of each CommServe as last seen: a reload forgets its tokens, but not its jobs. */

/** So many are kept, of some 200 bytes each. */
const MOST_SEEN = 50;

const seenMoment = z.nullable(storedInstant);
const figure = z.nullable(z.number());
const seenJob = z.object({
  number: z.string(),
  itemName: z.string(),
  operation: z.string(),
  statusWord: z.nullable(z.string()),
  percent: figure,
  startedAt: seenMoment,
  endedAt: seenMoment,
  durationMs: figure,
});
const storedJobs = storedValues(
  'commserve-jobs.',
  z.object({ at: storedInstant, jobs: z.array(seenJob) }),
);

/** Keeps the beginning of a list. */
const keepJobs = (host: string, jobs: readonly CommvaultJob[]): void =>
  storedJobs.write(host, {
    at: now(),
    jobs: z.parse(z.array(seenJob), jobs.filter(({ number }) => number !== '').slice(0, MOST_SEEN)),
  });

/** The jobs of a CommServe as last seen in this browser, and when; null: none were. */
export function seenJobs(host: string) {
  const seen = storedJobs.read(host);
  if (seen === null) return null;
  const jobs = seen.jobs.map((one): CommvaultJob => ({
    ...one,
    id: commvaultJobId(host, one.number),
    name: one.number,
    vaultName: host,
    status: commvaultStatusOf(one.statusWord),
    ownWord: one.statusWord ?? undefined,
    isCancellable: false,
  }));
  return { at: seen.at, jobs };
}

/**
 * The jobs of a CommServe that run or have ended in the last so many seconds, in pages, live; without a token those
 * last seen.
 */
export const commvaultJobPages = (host: string, withinS: number): Pages<CommvaultJob> => ({
  key: ['commvault jobs', host, withinS],
  read: async (wanted, signal) => {
    const { serve, tokens } = commServeSession(host);
    try {
      const page = await listCommvaultJobs(serve, { host, withinS, ...wanted }, signal);
      if ('skip' in wanted.start && wanted.start.skip === 0) keepJobs(host, page.rows);
      return page;
    } catch (error) {
      const seen = tokens.isThere() ? null : seenJobs(host);
      if (seen === null) throw error;
      return { rows: seen.jobs, total: seen.jobs.length, next: null };
    }
  },
  everyMs: LIST_EVERY_MS,
});

/** The newest jobs of the last seven days; without a token those last seen. */
export async function newestJobs(
  host: string,
  signal: AbortSignal,
): Promise<readonly CommvaultJob[]> {
  const pages = commvaultJobPages(host, RANGE_MS['7d'] / 1000);
  return (await pages.read({ start: { skip: 0 }, top: PAGE }, signal)).rows;
}

/** The job of a number; none where the CommServe doesn't know it. */
export async function jobNumbered(
  host: string,
  name: string,
  signal: AbortSignal,
): Promise<readonly CommvaultJob[]> {
  const job = await findCommvaultJob(commServeSession(host).serve, { host, name }, signal);
  return job === null ? [] : [job];
}

/** Asks a CommServe once to kill a job, and reads the job again whatever was answered. */
export const killJobMutation = (id: ResourceId) =>
  cancelMutation(['kill job', id], {
    id,
    cancel: () => {
      const { serve, place } = placedJob(id);
      return killJob(serve, place);
    },
    isCanceled: async () => {
      const { serve, place } = placedJob(id);
      const status = (await findCommvaultJob(serve, place))?.status ?? null;
      return status === 'cancelling' || status === 'cancelled';
    },
    queryKey: jobQuery(id).queryKey,
  });

/** Lists don't name the VM of a restore, so each is one more read. */
const MOST_PAST = 10;

/** How long the latest restores of a VM took that completed in the last seven days, in milliseconds. */
export const pastCommvaultRestoresQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['commvault past restores', id],
    queryFn: async ({ signal }): Promise<readonly number[]> => {
      const { serve, place } = placedVm(id);
      const { host, name: guid } = place;
      const all = await listCommvaultRestores(
        serve,
        { host, withinS: RANGE_MS['7d'] / 1000 },
        signal,
      );
      const newest = all
        .filter(({ status }) => status === 'completed')
        .toSorted((one, other) => (other.startedAt ?? 0) - (one.startedAt ?? 0))
        .slice(0, MOST_PAST);
      const read = newest.map(async ({ number, durationMs }) => {
        const task = await getTask(serve, { host, name: number }, signal);
        return task.guid === guid && durationMs !== null ? [durationMs] : [];
      });
      return (await Promise.all(read)).flat();
    },
  });
