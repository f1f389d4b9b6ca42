import * as z from 'zod/mini';
import {
  focusManager,
  type QueryClient,
  type QueryKey,
  type QueryMeta,
  queryOptions,
  type QueryState,
} from '@tanstack/react-query';
import { requestedPauseMs } from '#src/api/arm/error.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { storedInstant } from '#src/api/arm/wire.ts';
import { diskJobWire, toDiskJob, toDiskJobWithErrors } from '#src/api/data-protection/jobs.ts';
import type { Pages } from '#src/api/queries/paged.ts';
import { failedAt, LIST_EVERY_MS, readAgainIn, readAt } from '#src/api/queries/query.ts';
import { noteRead, type SeenJob, storedJob } from '#src/api/queries/seen-jobs.ts';
import { cancelMutation } from '#src/api/queries/use-write.ts';
import { jobsQuestion, NOTABLE_JOBS } from '#src/api/recovery-services/job-lists.ts';
import { allowanceNamed, allowanceOf, noteReadFor } from '#src/api/recovery-services/job-reads.ts';
import {
  cancelJob,
  getJob,
  jobRowWire,
  toJob,
  toJobWithErrors,
} from '#src/api/recovery-services/jobs.ts';
import { graphPage, type GraphPage, type PageStart } from '#src/api/resource-graph/query.ts';
import { abortError, invariant } from '#src/lib/result.ts';
import { openChannel } from '#src/lib/browser.ts';
import { afterReal, machineNow, now, onClockJump, realDelayMs } from '#src/lib/clock.ts';
import { ifFree, whenFree } from '#src/lib/lock.ts';
import { onNewVisit } from '#src/lib/page-state.ts';
import {
  type Following,
  nextScheduled,
  ofLastMinute,
  paceOf,
  type PollRequest,
  type ReadFor,
  UNUSED,
} from '#src/lib/poll-schedule.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import {
  isTerminal,
  type Job,
  type JobDetails,
  type JobFilter,
  type JobOrder,
  type JobWithErrors,
  secondaryJobOf,
} from '#src/model/jobs.ts';
import type { TargetPart } from '#src/model/lost-restore.ts';
import { resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';

/**
 * The one schedule for reads of running jobs, whoever follows them: every read of a single job goes through
 * `scheduled`. Who is next is decided in `lib/poll-schedule.ts`.
 */

/** A read that asks for its turn. */
interface ScheduledRead extends Pick<PollRequest, 'readAt' | 'paceMs' | 'allowance'> {
  /** Asked again while it waits: a person may open meanwhile what was followed beside others. */
  readonly readFor: () => ReadFor;
  /** For how long the job has run. */
  readonly ageMs: number;
}

interface Waiting {
  readonly request: ScheduledRead;
  readonly begin: (readFor: ReadFor) => void;
}

let waiting: readonly Waiting[] = [];
let startedAt: readonly Instant[] = [];
let underWay = 0;

/** Whether a read waits for its turn: where the clock of a demo stands still, until it is moved. */
export const isReadHeldBack = (): boolean => waiting.length > 0;

let stopTimer: () => void = () => undefined;
onNewVisit(() => {
  startedAt = [];
});

/**
 * Reads as soon as the schedule allows. One that is called off while it waits costs nothing.
 * @throws what `read` throws, or the signal's reason.
 */
export async function scheduled<Value>(
  request: ScheduledRead,
  read: () => Promise<Value>,
  signal: AbortSignal,
): Promise<Value> {
  const readFor = await untilScheduled(request, signal);
  const isShared = readFor === 'shared' || readFor === 'quiet';
  const free = isShared ? placeUnderWay() : () => undefined;
  try {
    return await read();
  } finally {
    free();
  }
}

/** Real milliseconds after which a read that is on its way holds the others up no more: it may be stuck. */
const STUCK_MS = 30_000;

/** Takes a place among the reads under way for a started read. Returns a function that frees it. */
function placeUnderWay(): () => void {
  let isFree = false;
  const free = (): void => {
    stop();
    if (isFree) return;
    isFree = true;
    underWay -= 1;
    look();
  };
  const stop = afterReal(STUCK_MS, free);
  return free;
}

function untilScheduled(request: ScheduledRead, signal: AbortSignal): Promise<ReadFor> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      waiting = waiting.filter((other) => other !== one);
      signal.removeEventListener('abort', onAbort);
    };
    const onAbort = (): void => {
      leave();
      reject(abortError(signal));
    };
    const begin = (readFor: ReadFor): void => {
      leave();
      resolve(readFor);
    };
    const one: Waiting = { request, begin };
    if (signal.aborted) {
      onAbort();
      return;
    }
    signal.addEventListener('abort', onAbort);
    waiting = [...waiting, one];
    look();
  });
}

/** Starts every read that is due, and comes back for the next. */
function look(): void {
  stopTimer();
  const at = machineNow();
  startedAt = ofLastMinute(startedAt, at);
  const all = waiting.map(({ request, begin }) => ({
    ...request,
    readFor: request.readFor(),
    begin,
  }));
  const names = new Set(all.flatMap(({ allowance }) => allowance ?? []));
  const allowances = new Map([...names].map((name) => [name, allowanceNamed(name)]));
  const next = nextScheduled(all, { startedAt, underWay, allowances }, at);
  if (next === null) return;
  const { one, inMs } = next;
  if (inMs > 0) {
    if (Number.isFinite(inMs)) comeBackIn(realDelayMs(inMs));
    return;
  }
  const { readFor, allowance, ageMs } = one;
  startedAt = [...startedAt, at];
  if (readFor === 'shared' || readFor === 'quiet') underWay += 1;
  if (allowance !== null) noteReadFor(allowance, readFor, ageMs);
  one.begin(readFor);
  look();
}

/** While the clock of a demo stands still its minute never ends: a real one is as good. */
function comeBackIn(realMs: number): void {
  const stopWaiting = afterReal(realMs, () => {
    if (!Number.isFinite(realMs)) startedAt = [];
    look();
  });
  const stopListening = onClockJump(look);
  stopTimer = () => {
    stopWaiting();
    stopListening();
  };
}

/**
 * Lets several tabs follow the same things with one request each: the tab that is due first locks a
 * thing while it requests it, and passes the answer to all. It passes Azure's own words, which every
 * tab parses itself: another tab may run another version.
 */

const sharedAnswer = z.object({
  /** The requested thing's id. */
  id: z.string(),
  sentAt: storedInstant,
  /** When the answer came. */
  at: storedInstant,
  answer: z.unknown(),
});

/** An answer of Azure's that one tab got and all may use. */
type SharedAnswer = z.infer<typeof sharedAnswer>;

/** What one tab says reaches another a moment after the lock is free. Real milliseconds. */
const ON_ITS_WAY_MS = 500;

/** Real milliseconds for which a tab waits for the answer of another: that tab's read may be stuck. */
const PATIENCE_MS = 30_000;

let channel: BroadcastChannel | null = null;

/** One for the tab; a browser without any leaves each tab to ask for itself. */
function allTabs(): BroadcastChannel | null {
  channel ??= openChannel('answers');
  return channel;
}

/** Calls back with every answer that another tab got. Returns the way to stop. */
export function onSharedAnswer(listener: (told: SharedAnswer) => void): () => void {
  const tabs = allTabs();
  const hear = ({ data }: MessageEvent<unknown>): void => {
    const message = sharedAnswer.safeParse(data);
    if (message.success) listener(message.data);
  };
  tabs?.addEventListener('message', hear);
  return () => tabs?.removeEventListener('message', hear);
}

/**
 * Asks for a thing, or waits for the answer of the tab that is asking already. One that fails or is
 * closed leaves the asking to the next; so does one that has no answer after half a minute, which then
 * takes the answer of the other.
 * @throws what `ask` throws.
 */
export async function readOnce(id: string, ask: () => Promise<unknown>): Promise<SharedAnswer> {
  let stop: () => void = () => undefined;
  const shared = new Promise<SharedAnswer>((resolve) => {
    stop = onSharedAnswer((one) => {
      if (one.id.toLowerCase() === id.toLowerCase()) resolve(one);
    });
  });
  try {
    for (let stuck = 0; ;) {
      const lock = lockOf(id, stuck);
      const own = whileTelling(lock, () => askAndTell(id, ask));
      const answer =
        (await Promise.race([shared, own])) ?? (await Promise.race([shared, end(lock)]));
      if (typeof answer === 'object') return answer;
      if (answer === 'stuck') stuck += 1;
    }
  } finally {
    stop();
  }
}

/** The lock of a thing after so many tabs that were stuck with it: they keep theirs. */
function lockOf(id: string, stuck: number): string {
  return `read.${id.toLowerCase()}${stuck === 0 ? '' : `.${String(stuck)}`}`;
}

/**
 * Asks under a lock, and keeps the lock for as long as the answer is on its way to the other tabs: one
 * that is due in that moment would ask again. Null when another tab has it.
 */
function whileTelling<Value>(lock: string, ask: () => Promise<Value>): Promise<Value | null> {
  return new Promise((resolve, reject) => {
    const task = async (): Promise<void> => {
      resolve(await ask());
      await new Promise<void>((over) => void afterReal(ON_ITS_WAY_MS, over));
    };
    ifFree(lock, task).then(() => resolve(null), reject);
  });
}

async function askAndTell(id: string, ask: () => Promise<unknown>): Promise<SharedAnswer> {
  const sentAt = now();
  const shared = { id, sentAt, answer: await ask(), at: now() };
  allTabs()?.postMessage(shared);
  return shared;
}

/** Waits for another tab's request that gives no answer: it ends (`silent`), or takes too long (`stuck`). */
async function end(lock: string): Promise<'silent' | 'stuck'> {
  const patience = new AbortController();
  const stop = afterReal(PATIENCE_MS, () => patience.abort());
  try {
    await whenFree(lock, patience.signal);
  } catch {
    return 'stuck';
  }
  stop();
  return new Promise((resolve) => void afterReal(ON_ITS_WAY_MS, () => resolve('silent')));
}

/**
 * How the jobs of one datasource are read, wherever a job is shown. Tabs share an answer as it came, so
 * that each maps it by itself.
 */
export interface JobSource {
  /** Requests a job. Resolves to the answer of its service. */
  readonly ask: (id: ResourceId, signal: AbortSignal) => Promise<unknown>;
  /** Maps an answer. @throws what is wrong with its shape. */
  readonly jobFrom: (id: ResourceId, answer: unknown) => JobDetails;
  /** Its jobs since a moment, for Overview; null: Azure Resource Graph lists them. */
  readonly recent: ((since: Instant, signal: AbortSignal) => Promise<readonly Job[]>) | null;
  /** The places that list its restores in progress; null: Azure Resource Graph lists them. */
  readonly running: (() => readonly RunningPlace[]) | null;
  /** What a restore creates or replaces, as far as its job reports that; null: the job wasn't read. */
  readonly targetOf: (job: Job, details: JobDetails | null) => readonly TargetPart[];
  /** What a job reports as the ID of the request that started it, or a text with that ID; null: nothing. */
  readonly requestIdOf: (job: JobDetails) => string | null;
}

/** A place that lists restores. */
export interface RunningPlace {
  readonly name: string;
  readonly read: (signal: AbortSignal) => Promise<readonly Job[]>;
}

/** The sources of all datasources. */
export interface JobSources {
  /** The source of a job. @throws where this build has none. */
  readonly of: (id: ResourceId) => Promise<JobSource>;
  readonly all: readonly {
    readonly name: string;
    /** The name of the service that runs the jobs. */
    readonly service: string;
    readonly load: () => Promise<JobSource>;
  }[];
}

let knownSources: JobSources | null = null;

/** Makes the sources of jobs known to the query factories, once, before the application is drawn. */
export function provideJobSources(sources: JobSources): void {
  knownSources = sources;
}

/** The sources of jobs. */
export function jobSources(): JobSources {
  invariant(knownSources, 'a job was read before its sources were known');
  return knownSources;
}

/** Reads one job with its subtasks once from a source. */
export async function readJob(
  source: JobSource,
  id: ResourceId,
  signal: AbortSignal,
): Promise<JobDetails> {
  return source.jobFrom(id, await source.ask(id, signal));
}

/** A row of a Backup vault: it has a shape of its own (azure-contract §11). */
const diskRow = z.extend(diskJobWire, {
  id: z.string().check(z.regex(/\/providers\/Microsoft\.DataProtection\//i)),
});
/** A job of a vault of either kind. */
export const jobRow = z.union([
  z.pipe(
    diskRow,
    z.transform((wire): Job => toDiskJob(wire)),
  ),
  z.pipe(jobRowWire, z.transform(toJob)),
]);
const rowWithErrors = z.union([
  z.pipe(
    diskRow,
    z.transform((wire): JobWithErrors => toDiskJobWithErrors(wire)),
  ),
  z.pipe(jobRowWire, z.transform(toJobWithErrors)),
]);

export interface JobPageWanted {
  readonly filter: JobFilter;
  readonly order: JobOrder;
  readonly start: PageStart;
  readonly top: number;
}

/**
 * One page of the jobs over all vaults of both kinds, filtered and sorted by Resource Graph: without
 * progress.
 */
export async function listJobPage(
  arm: ArmPipelines,
  { filter, order, start, top }: JobPageWanted,
  signal?: AbortSignal,
): Promise<GraphPage<JobWithErrors>> {
  const wanted = { row: rowWithErrors, query: jobsQuestion(filter, order), start, top };
  return graphPage(arm, wanted, signal);
}

/** More are never shown: the list of all jobs has them. */
const MOST_NOTABLE = 50;

/** Lists the jobs that need attention: at most 50, which is more than the page shows. */
export async function listNotableJobs(
  arm: ArmPipelines,
  signal?: AbortSignal,
): Promise<readonly JobWithErrors[]> {
  const wanted = { row: rowWithErrors, query: NOTABLE_JOBS, start: { skip: 0 }, top: MOST_NOTABLE };
  return (await graphPage(arm, wanted, signal)).rows;
}

/** The jobs that a filter lets through, in pages, live. */
export const jobPages = (filter: JobFilter, order: JobOrder): Pages<JobWithErrors> => ({
  key: ['jobs', filter, order],
  read: (wanted, signal) => listJobPage(session(), { filter, order, ...wanted }, signal),
  everyMs: LIST_EVERY_MS,
});

/**
 * One job with its subtasks, of any service and region, read again until it has ended. Its reads share
 * the budget of all followed jobs: the one read longest ago comes first. All tabs share one read.
 */
export const jobQuery = (id: ResourceId) => followed(id);

/** The same job where a person looks at it alone: read before those that are followed beside others. */
export const openJobQuery = (id: ResourceId) => ({ ...followed(id), meta: { isOpen: true } });

/** The same job where another is compared with it: read after all that are followed. */
export const comparedJobQuery = (id: ResourceId) => followed(id, true);

/** Reads, unless another tab has an answer while this one waits for its turn. */
async function heardOr(
  id: ResourceId,
  read: (called: AbortSignal) => Promise<SharedAnswer>,
  signal: AbortSignal,
): Promise<SharedAnswer> {
  const turn = new AbortController();
  let stop: () => void = () => undefined;
  const heard = new Promise<SharedAnswer>((resolve) => {
    stop = onSharedAnswer((one) => {
      if (sameId(one.id, id)) resolve(one);
    });
  });
  const own = read(AbortSignal.any([signal, turn.signal]));
  own.catch(() => undefined);
  try {
    return await Promise.race([own, heard]);
  } finally {
    stop();
    turn.abort();
  }
}

/** Whoever turns to a job reads it again only when its answer is older than this. */
const FRESH_MS = 15_000;

const followed = (id: ResourceId, isQuiet = false) =>
  queryOptions({
    queryKey: ['job', id.toLowerCase()],
    queryFn: async ({ client, queryKey, signal }) => {
      const source = await jobSources().of(id);
      const other = isQuiet ? 'quiet' : 'shared';
      const request: ScheduledRead = {
        readAt: readAt(queryKey),
        paceMs: everyMs(
          id,
          client.getQueryData<JobDetails>(queryKey),
          observersOf(client, queryKey),
        ),
        readFor: () => (isOpen(client, queryKey) ? 'open' : other),
        allowance: allowanceOf(id),
        ageMs: ageOf(client.getQueryData<JobDetails>(queryKey)),
      };
      const ask = () => readOnce(id, () => source.ask(id, signal));
      const shared = await heardOr(id, (called) => scheduled(request, ask, called), signal);
      return takeIn(client, shared, source.jobFrom(id, shared.answer));
    },
    // Whoever turns to this tab again reads it at once.
    staleTime: () => readAgainIn(FRESH_MS),
    refetchInterval: ({ state: { data, error }, observers }) =>
      data !== undefined && isTerminal(data.status)
        ? false
        : readAgainIn(dueInMs(id, { data, error }, observers)),
  });

/** How long after a read the next one is due: by the job's pace, and by what its service asked to wait. */
const dueInMs = (
  id: ResourceId,
  { data, error }: Pick<QueryState<JobDetails>, 'data' | 'error'>,
  observers: Observers,
): number => Math.max(everyMs(id, data, observers), requestedPauseMs(error));

/** When a job whose read failed is due again; null: none failed. */
export function nextReadAt(client: QueryClient, id: ResourceId): Instant | null {
  const { queryKey } = followed(id);
  const state = client.getQueryState<JobDetails>(queryKey);
  const at = failedAt(queryKey);
  if (state === undefined || state.error === null || at === null) return null;
  return instant(at + dueInMs(id, state, observersOf(client, queryKey)));
}

type Observers = readonly { readonly options: { readonly meta?: QueryMeta | undefined } }[];

const isOpenIn = (observers: Observers): boolean =>
  observers.some(({ options }) => options.meta?.['isOpen'] === true);

/** Whether a person looks at it alone, whatever asks for this read. */
const isOpen = (client: QueryClient, queryKey: QueryKey): boolean =>
  isOpenIn(observersOf(client, queryKey));

const observersOf = (client: QueryClient, queryKey: QueryKey): Observers =>
  client.getQueryCache().find({ queryKey })?.observers ?? [];

/** How long a job has run; one that wasn't read yet is taken for a new one. */
function ageOf(job: JobDetails | undefined): number {
  const since = job?.startedAt ?? null;
  return since === null ? 0 : Math.max(0, now() - since);
}

/** Services other than Azure don't count reads. */
const UNCOUNTED_MS = { seen: 15_000, hidden: 60_000 } as const;

function everyMs(id: ResourceId, job: JobDetails | undefined, observers: Observers): number {
  const isSeen = focusManager.isFocused();
  const name = allowanceOf(id);
  if (name === null && secondaryJobOf(id) === null) return UNCOUNTED_MS[isSeen ? 'seen' : 'hidden'];
  const allowance = name === null ? UNUSED : allowanceNamed(name);
  const pace = (following: Following): number =>
    paceOf(following, ageOf(job), allowance, machineNow());
  const own = followingOf(job, observers);
  if (isSeen) return pace(own);
  // Where the tab is hidden, what stands aside is read no more often than it was.
  return own === 'aside' ? Math.max(pace('hidden'), pace('aside')) : pace('hidden');
}

function followingOf(job: JobDetails | undefined, observers: Observers): Following {
  if (isOpenIn(observers)) return 'open';
  return job === undefined || /restore/i.test(job.operation) ? 'shared' : 'aside';
}

/** What was seen of a job in all its reads, by this tab or another; null: nothing. */
export const seenJobQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['job seen', id.toLowerCase()],
    queryFn: ({ client, queryKey }) =>
      storedJob(id) ?? client.getQueryData<SeenJob | null>(queryKey) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Adds a read of a job, of whichever tab, to all that was seen of it. */
function takeIn(client: QueryClient, shared: SharedAnswer, job: JobDetails): JobDetails {
  const id = resourceId(shared.id);
  const { queryKey } = seenJobQuery(id);
  const known = client.getQueryData(queryKey) ?? null;
  client.setQueryData(queryKey, noteRead(known, id, job, shared));
  return job;
}

/**
 * Takes answers that other tabs got for jobs that this one follows, and looks again at who waits for a turn once a
 * person opens something. Returns the way to stop.
 */
export function followReads(client: QueryClient): () => void {
  const stopLooking = client.getQueryCache().subscribe(({ type }) => {
    if (type === 'observerAdded' && isReadHeldBack()) look();
  });
  const stopHearing = onSharedAnswer((shared) => {
    const id = resourceId(shared.id);
    const options = jobQuery(id);
    const query = client.getQueryCache().find({ queryKey: options.queryKey });
    // One that waits for an answer hears it by itself.
    if (query?.isActive() !== true || query.state.fetchStatus !== 'idle') return;
    takeOver(client, shared).catch(() => undefined);
  });
  return () => {
    stopLooking();
    stopHearing();
  };
}

/** Takes an answer of another tab. @throws where its shape is one that this version does not know. */
async function takeOver(client: QueryClient, shared: SharedAnswer): Promise<void> {
  const id = resourceId(shared.id);
  const job = (await jobSources().of(id)).jobFrom(id, shared.answer);
  const take = async () => takeIn(client, shared, job);
  await client.query({ ...jobQuery(id), staleTime: 0, queryFn: take });
}

/** Asks Azure once to cancel a job, and reads the job again whatever was answered. */
export const cancelJobMutation = (id: ResourceId) =>
  cancelMutation(['cancel job', id.toLowerCase()], {
    id,
    cancel: () => cancelJob(session(), id),
    isCanceled: async () =>
      ['cancelling', 'cancelled'].includes((await getJob(session(), id)).status),
    queryKey: jobQuery(id).queryKey,
  });
