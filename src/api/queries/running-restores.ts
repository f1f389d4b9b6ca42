import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { armFacts } from '#src/api/arm/error.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { diskJobs, listDiskRestores } from '#src/api/data-protection/jobs.ts';
import {
  jobQuery,
  type JobSource,
  jobSources,
  listJobPage,
  readJob,
  type RunningPlace,
  scheduled,
} from '#src/api/queries/jobs.ts';
import { beforeLate, withinLimits, type Limits, whyUnread } from '#src/api/queries/in-time.ts';
import { LIST_EVERY_MS, readAgainIn, readAt, readOther } from '#src/api/queries/query.ts';
import { secondaryLists } from '#src/api/queries/secondary-jobs.ts';
import { allowanceNamed, allowanceOf } from '#src/api/recovery-services/job-reads.ts';
import { vaultJobs } from '#src/api/recovery-services/job-lists.ts';
import { recentRestores } from '#src/api/recovery-services/lost-jobs.ts';
import { unreadVaultsQuery } from '#src/api/recovery-services/vaults.ts';
import { machineNow, now } from '#src/lib/clock.ts';
import { mostAtPress } from '#src/lib/poll-schedule.ts';
import type { Instant } from '#src/lib/time.ts';
import {
  ALL_JOBS,
  isTerminal,
  type Job,
  type JobDetails,
  type JobFilter,
  NEWEST_FIRST,
} from '#src/model/jobs.ts';
import {
  isSameSource,
  type OtherRestores,
  type RunningRestore,
  type UnreadSource,
} from '#src/model/lost-restore.ts';
import { backupOf } from '#src/model/points.ts';
import { nameOf, type ResourceId, sameId } from '#src/model/resource-id.ts';

/** The restores that are in progress, with where they go: asked right before another one. */

/** Each is read by itself, as lists tell no target; of more than this the target stays unknown. */
const MOST_READ = 20;

/**
 * Those of a Recovery Services vault, from the service's own list, which doesn't lag: of its own region,
 * or of the secondary one, which has a list of its own (azure-contract §8, §9).
 */
export const runningRestoresQuery = (vaultId: ResourceId, secondaryRegion: string | null) =>
  queryOptions({
    queryKey: ['running restores', vaultId.toLowerCase(), secondaryRegion ?? ''],
    queryFn: async ({ client, signal }) => {
      const place = { vaultId, secondaryRegion: secondaryRegion ?? undefined };
      const jobs = await beforeLate(signal, (limits) =>
        withinLimits((within) => recentRestores(session(), place, within), limits),
      );
      return withTargets(client, jobs, { sourceOf: async () => vaultJobs, signal });
    },
  });

/** Those of a Backup vault (azure-contract §11): its list takes no filter. */
export const runningDiskRestoresQuery = (vaultId: ResourceId) =>
  queryOptions({
    queryKey: ['running disk restores', vaultId.toLowerCase()],
    queryFn: async ({ client, signal }) => {
      const jobs = await beforeLate(signal, (limits) =>
        withinLimits((within) => listDiskRestores(session(), vaultId, within), limits),
      );
      return withTargets(client, jobs, { sourceOf: async () => diskJobs, signal });
    },
  });

/** Which other restores are read. */
interface OtherRestoresWanted {
  /** The list that is read beside; null: none is. */
  readonly beside: { readonly vaultId: ResourceId; readonly isSecondary: boolean } | null;
  /** Jobs that this browser knows to be of the target: lists have a new one only after a while. */
  readonly jobs: readonly ResourceId[];
}

/**
 * Those of all other vaults that the person can see, as Resource Graph lists them, which lags; those of secondary
 * regions, which it doesn't list; and those of each other service. What can't be read is named: it proves nothing.
 */
export const otherRestoresQuery = ({ beside, jobs }: OtherRestoresWanted) =>
  queryOptions({
    queryKey: ['other restores', beside?.vaultId.toLowerCase() ?? '', beside?.isSecondary, jobs],
    queryFn: async ({ client, signal }): Promise<OtherRestores> => {
      const except = beside?.isSecondary === true ? beside.vaultId : null;
      const lists = await beforeLate(signal, async (limits) =>
        Promise.all([
          listedByGraph(limits),
          ofSecondaryRegions(client, except, limits),
          unseenVaults(client, limits),
          ofOtherPlaces(limits),
        ]),
      );
      const isListed = (id: ResourceId): boolean =>
        beside?.isSecondary === false && isJobOf(beside.vaultId, id);
      const listed = new Map(
        lists
          .flatMap((list) => list.jobs)
          .filter(({ id }) => !isListed(id))
          .map((job) => [job.id.toLowerCase(), job]),
      );
      const sent = jobs.filter((id) => !listed.has(id.toLowerCase()));
      const [running, own] = await Promise.all([
        withTargets(client, [...listed.values()], { sourceOf, signal }),
        beforeLate(signal, async (limits) => Promise.all(sent.map((id) => runningNow(id, limits)))),
      ]);
      return {
        restores: [...own.flatMap(({ restores }) => restores), ...running],
        unread: onceEach([...lists, ...own].flatMap(({ unread }) => unread)),
      };
    },
  });

interface ListedRestores {
  readonly jobs: readonly Job[];
  readonly unread: readonly UnreadSource[];
}

type Source = Omit<UnreadSource, 'why'>;

/** What sources list, each by itself. */
async function listedIn(
  sources: readonly (readonly [Source, RunningPlace['read']])[],
  limits: Limits,
): Promise<ListedRestores> {
  const lists = await Promise.allSettled(sources.map(([, read]) => withinLimits(read, limits)));
  return {
    jobs: lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : [])),
    unread: sources.flatMap(([source], index) => {
      const list = lists[index];
      return list?.status === 'rejected' ? [unreadFor(source, list.reason)] : [];
    }),
  };
}

const unreadFor = (source: Source, error: unknown): UnreadSource => ({
  ...source,
  why: whyUnread(error),
});

const OTHER_VAULTS: Source = { kind: 'vaults', name: null };
const NOT_ALL: UnreadSource = { ...OTHER_VAULTS, why: 'failed' };

/** What a read of several lists says, or that the other vaults' restores weren't read. */
async function orUnread(reading: Promise<ListedRestores>): Promise<ListedRestores> {
  try {
    return await reading;
  } catch (error) {
    return { jobs: [], unread: [unreadFor(OTHER_VAULTS, error)] };
  }
}

/** Each source once: several reads may miss the same one. */
const onceEach = (unread: readonly UnreadSource[]): readonly UnreadSource[] =>
  unread.filter((one, index) => unread.findIndex((other) => isSameSource(one, other)) === index);

/** A longer list is not read whole. */
const MOST_LISTED = 100;
const IN_PROGRESS: JobFilter = {
  ...ALL_JOBS,
  operations: ['Restore', 'CrossRegionRestore'],
  statuses: ['inProgress', 'cancelling'],
  range: '30d',
};

/**
 * The restores in progress as Resource Graph lists them, which costs no read of a job. It lags, so it ends nothing: a
 * job that is followed and that it lists no more is read.
 */
export const heartbeatQuery = () =>
  queryOptions({
    queryKey: HEARTBEAT,
    queryFn: async ({ client, signal }): Promise<readonly ResourceId[]> => {
      const before = client.getQueryData<readonly ResourceId[]>(HEARTBEAT) ?? [];
      const listed = (await inProgressByGraph(signal)).rows.map(({ id }) => id);
      const left = before.filter((id) => !listed.some((one) => sameId(one, id)));
      for (const id of left) {
        void client.refetchQueries({ queryKey: jobQuery(id).queryKey, type: 'active' });
      }
      return listed;
    },
    refetchInterval: () => readAgainIn(LIST_EVERY_MS),
    refetchIntervalInBackground: true,
  });

const HEARTBEAT = ['restores in progress'] as const;

const inProgressByGraph = (signal: AbortSignal) => {
  const wanted = { filter: IN_PROGRESS, order: NEWEST_FIRST, start: { skip: 0 }, top: MOST_LISTED };
  return listJobPage(session(), wanted, signal);
};

const listedByGraph = (limits: Limits): Promise<ListedRestores> =>
  orUnread(
    withinLimits(inProgressByGraph, limits).then(({ rows, total }) => ({
      jobs: rows,
      unread: total > rows.length ? [NOT_ALL] : [],
    })),
  );

const ofSecondaryRegions = (
  client: QueryClient,
  except: ResourceId | null,
  limits: Limits,
): Promise<ListedRestores> =>
  orUnread(
    withinLimits(() => secondaryLists(client, except), limits).then(async ({ lists, areAll }) => {
      const sources = lists.map(({ name, read }) => [{ kind: 'secondary', name }, read] as const);
      const { jobs, unread } = await listedIn(sources, limits);
      return { jobs, unread: areAll ? unread : [...unread, NOT_ALL] };
    }),
  );

/** The vaults whose restores no list has for want of permission. */
const unseenVaults = (client: QueryClient, limits: Limits): Promise<ListedRestores> =>
  orUnread(
    withinLimits(() => readOther(client, unreadVaultsQuery()), limits).then(
      ({ vaults, isChecked }) => {
        const unseen = vaults.map(({ name }) => ({ kind: 'named', name, why: 'failed' }) as const);
        return { jobs: [], unread: isChecked ? unseen : [...unseen, NOT_ALL] };
      },
    ),
  );

const ofOtherPlaces = async (limits: Limits): Promise<ListedRestores> =>
  listedIn(
    (await otherPlaces()).map(({ name, read }) => [{ kind: 'named', name }, read] as const),
    limits,
  );

/** The places of other services than Azure. Code that can't be loaded is one that can't be read. */
async function otherPlaces(): Promise<readonly RunningPlace[]> {
  const places = await Promise.all(
    jobSources().all.map(async ({ name, load }): Promise<readonly RunningPlace[]> => {
      try {
        return (await load()).running?.() ?? [];
      } catch (error) {
        return [{ name, read: () => Promise.reject(error) }];
      }
    }),
  );
  return places.flat();
}

const sourceOf = ({ id }: Job): Promise<JobSource> => jobSources().of(id);

/** Whether a job is in the list of the vault's own region. */
const isJobOf = (vaultId: ResourceId, id: ResourceId): boolean =>
  id.toLowerCase().startsWith(`${vaultId.toLowerCase()}/backupjobs/`);

/** A job that no list has yet; nothing where it has ended, or is gone. */
async function runningNow(
  id: ResourceId,
  limits: Limits,
): Promise<Pick<OtherRestores, 'restores' | 'unread'>> {
  try {
    const source = await jobSources().of(id);
    const details = await withinLimits((within) => readJob(source, id, within), limits);
    const running = { job: details, details, target: source.targetOf(details, details) };
    return { restores: isTerminal(details.status) ? [] : [running], unread: [] };
  } catch (error) {
    if (armFacts(error)?.status === 404) return { restores: [], unread: [] };
    return { restores: [], unread: [unreadFor({ kind: 'named', name: nameOf(id) }, error)] };
  }
}

/** Whoever is about to restore waits for it. */
const forPress = (id: ResourceId) => ({
  readAt: null,
  readFor: () => 'press' as const,
  allowance: allowanceOf(id),
  ageMs: 0,
});

interface ReadingTargets {
  readonly sourceOf: (job: Job) => Promise<JobSource>;
  readonly signal: AbortSignal;
}

async function withTargets(
  client: QueryClient,
  jobs: readonly Job[],
  { sourceOf: sourceOfJob, signal }: ReadingTargets,
): Promise<readonly RunningRestore[]> {
  const running = jobs
    .filter(({ status }) => !isTerminal(status))
    .toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
  const sources = await Promise.all(running.map(sourceOfJob));
  const all = running.flatMap((job, index) => {
    const source = sources[index];
    return source === undefined ? [] : [{ job, source, seen: seenLately(client, job, source) }];
  });
  const unseen = readable(all.filter(({ seen }) => seen === null));
  const answers = await beforeLate(signal, async (limits) =>
    Promise.allSettled(
      unseen.map(({ job: { id }, source }) =>
        withinLimits(
          (within) => scheduled(forPress(id), () => readJob(source, id, within), within),
          limits,
        ),
      ),
    ),
  );
  const read = new Map(
    unseen.map(({ job }, index) => {
      const one = answers[index];
      return [job, one];
    }),
  );
  return all.flatMap(({ job, source, seen }) => {
    const answer = read.get(job);
    const details = seen ?? (answer?.status === 'fulfilled' ? answer.value : null);
    const why = answer?.status === 'rejected' ? whyUnread(answer.reason) : undefined;
    // It may have ended since the list was read.
    if (details !== null && isTerminal(details.status)) return [];
    return [{ job, details, why, target: source.targetOf(job, details) }];
  });
}

/** Those that may be read now, of each allowance as many as it has left for a press. */
function readable<One extends { readonly job: Job }>(unseen: readonly One[]): readonly One[] {
  const taken = new Map<string, number>();
  return unseen.slice(0, MOST_READ).filter(({ job: { id } }) => {
    const name = allowanceOf(id);
    if (name === null) return true;
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return before < mostAtPress(allowanceNamed(name), MOST_READ, machineNow());
  });
}

/** What is read of a running job changes, where it goes doesn't. */
const LATELY_MS = 10 * 60_000;

/** A job that is followed and reports where it goes, as it was read lately; null: it is read anew. */
function seenLately(client: QueryClient, job: Job, source: JobSource): JobDetails | null {
  const { queryKey } = jobQuery(job.id);
  const details = client.getQueryData(queryKey) ?? null;
  const at = readAt(queryKey);
  if (details === null || at === null || now() - at > LATELY_MS) return null;
  return source.targetOf(job, details).length === 0 ? null : details;
}

// At the press both are read by keys of their own: Review goes right after it, and with it what it was reading. Review
// comes back with these answers.

export type OfVaultQuery = ReturnType<typeof runningRestoresQuery>;
export type OthersQuery = ReturnType<typeof otherRestoresQuery>;

const KEY = 'at the press';
const ANEW = { staleTime: 0, gcTime: 0 };

/** The restores of a vault, read at the press. */
export async function ofVaultAnew(
  client: QueryClient,
  query: OfVaultQuery,
): Promise<readonly RunningRestore[]> {
  const read = await readOther(client, { ...query, queryKey: [KEY, ...query.queryKey], ...ANEW });
  client.setQueryData(query.queryKey, read);
  return read;
}

/** All others, read at the press. */
export async function othersAnew(client: QueryClient, query: OthersQuery): Promise<OtherRestores> {
  const read = await readOther(client, { ...query, queryKey: [KEY, ...query.queryKey], ...ANEW });
  client.setQueryData(query.queryKey, read);
  return read;
}

/** More backups of one VM than there are in a week. */
export const MOST_BACKUPS = 50;

/**
 * The backup that took a restore point, with its subtasks, read again until it has ended; null: it
 * isn't among the jobs of the last seven days.
 */
export const backupOfPointQuery = (itemId: ResourceId, time: Instant) =>
  queryOptions({
    queryKey: ['backup of point', itemId.toLowerCase(), time],
    queryFn: async ({ signal }) => {
      const filter = { ...ALL_JOBS, instance: itemId, operations: ['Backup'] as const };
      const wanted = { filter, order: NEWEST_FIRST, start: { skip: 0 }, top: MOST_BACKUPS };
      const { rows } = await listJobPage(session(), wanted, signal);
      const found = backupOf(rows, time);
      return found === undefined ? null : readJob(vaultJobs, found.id, signal);
    },
    refetchInterval: ({ state: { data } }) =>
      data === null || (data !== undefined && isTerminal(data.status))
        ? false
        : readAgainIn(LIST_EVERY_MS),
  });
