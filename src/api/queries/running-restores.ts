import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { armFacts } from '#src/api/arm/error.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { diskJobs, listDiskRestores } from '#src/api/data-protection/jobs.ts';
import {
  type JobSource,
  jobSources,
  listJobPage,
  readJob,
  type RunningPlace,
  scheduled,
} from '#src/api/queries/jobs.ts';
import { LIST_EVERY_MS, readAgainIn, readOther } from '#src/api/queries/query.ts';
import { readSecondaryRestores } from '#src/api/queries/secondary-jobs.ts';
import { vaultJobs } from '#src/api/recovery-services/job-lists.ts';
import { recentRestores } from '#src/api/recovery-services/lost-jobs.ts';
import { unreadVaultsQuery } from '#src/api/recovery-services/vaults.ts';
import type { Instant } from '#src/lib/time.ts';
import { ALL_JOBS, isTerminal, type Job, type JobFilter, NEWEST_FIRST } from '#src/model/jobs.ts';
import type { OtherRestores, RunningRestore } from '#src/model/lost-restore.ts';
import { backupOf } from '#src/model/points.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';

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
    queryFn: async ({ signal }) => {
      const place = { vaultId, secondaryRegion: secondaryRegion ?? undefined };
      return withTargets(
        await recentRestores(session(), place, signal),
        async () => vaultJobs,
        signal,
      );
    },
  });

/** Those of a Backup vault (azure-contract §11): its list takes no filter. */
export const runningDiskRestoresQuery = (vaultId: ResourceId) =>
  queryOptions({
    queryKey: ['running disk restores', vaultId.toLowerCase()],
    queryFn: async ({ signal }) =>
      withTargets(await listDiskRestores(session(), vaultId, signal), async () => diskJobs, signal),
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
      const lists = await Promise.all([
        listedByGraph(signal),
        ofSecondaryRegions(client, beside?.isSecondary === true ? beside.vaultId : null, signal),
        unseenVaults(client),
        ...(await otherPlaces()).map((place) => ofPlace(place, signal)),
      ]);
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
        withTargets([...listed.values()], sourceOf, signal),
        Promise.all(sent.map((id) => runningNow(id, signal))),
      ]);
      return {
        restores: [...own.flatMap(({ restores }) => restores), ...running],
        areVaultsUnread: lists.some(({ areVaultsUnread }) => areVaultsUnread === true),
        unread: [...lists, ...own].flatMap(({ unread }) => unread ?? []),
      };
    },
  });

interface ListedRestores {
  readonly jobs: readonly Job[];
  readonly areVaultsUnread?: boolean;
  readonly unread?: readonly string[];
}

/** A longer list is not read whole. */
const MOST_LISTED = 100;
const IN_PROGRESS: JobFilter = {
  ...ALL_JOBS,
  operations: ['Restore', 'CrossRegionRestore'],
  statuses: ['inProgress', 'cancelling'],
  range: '30d',
};

async function listedByGraph(signal: AbortSignal): Promise<ListedRestores> {
  try {
    const wanted = {
      filter: IN_PROGRESS,
      order: NEWEST_FIRST,
      start: { skip: 0 },
      top: MOST_LISTED,
    };
    const { rows, total } = await listJobPage(session(), wanted, signal);
    return { jobs: rows, areVaultsUnread: total > rows.length };
  } catch {
    return { jobs: [], areVaultsUnread: true };
  }
}

async function ofSecondaryRegions(
  client: QueryClient,
  except: ResourceId | null,
  signal: AbortSignal,
): Promise<ListedRestores> {
  try {
    return await readSecondaryRestores(client, signal, except);
  } catch {
    return { jobs: [], areVaultsUnread: true };
  }
}

/** The vaults whose restores no list has for want of permission. */
async function unseenVaults(client: QueryClient): Promise<ListedRestores> {
  try {
    const { vaults, isChecked } = await readOther(client, unreadVaultsQuery());
    return { jobs: [], areVaultsUnread: !isChecked, unread: vaults.map(({ name }) => name) };
  } catch {
    return { jobs: [], areVaultsUnread: true };
  }
}

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

async function ofPlace({ name, read }: RunningPlace, signal: AbortSignal): Promise<ListedRestores> {
  try {
    return { jobs: await read(signal) };
  } catch {
    return { jobs: [], unread: [name] };
  }
}

const sourceOf = ({ id }: Job): Promise<JobSource> => jobSources().of(id);

/** Whether a job is in the list of the vault's own region. */
const isJobOf = (vaultId: ResourceId, id: ResourceId): boolean =>
  id.toLowerCase().startsWith(`${vaultId.toLowerCase()}/backupjobs/`);

/** A job that no list has yet; nothing where it has ended, or is gone. */
async function runningNow(
  id: ResourceId,
  signal: AbortSignal,
): Promise<Pick<OtherRestores, 'restores' | 'unread'>> {
  try {
    const source = await jobSources().of(id);
    const details = await readJob(source, id, signal);
    const running = { job: details, details, target: source.targetOf(details, details) };
    return { restores: isTerminal(details.status) ? [] : [running], unread: [] };
  } catch (error) {
    return { restores: [], unread: armFacts(error)?.status === 404 ? [] : [nameOf(id)] };
  }
}

async function withTargets(
  jobs: readonly Job[],
  sourceOfJob: (job: Job) => Promise<JobSource>,
  signal: AbortSignal,
): Promise<readonly RunningRestore[]> {
  const running = jobs
    .filter(({ status }) => !isTerminal(status))
    .toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
  const request = { readAt: null, isUrgent: false };
  const sources = await Promise.all(running.map(sourceOfJob));
  const all = running.flatMap((job, index) => {
    const source = sources[index];
    return source === undefined ? [] : [{ job, source }];
  });
  const read = await Promise.allSettled(
    all
      .slice(0, MOST_READ)
      .map(({ job: { id }, source }) =>
        scheduled(request, () => readJob(source, id, signal), signal),
      ),
  );
  return all.flatMap(({ job, source }, index) => {
    const one = read[index];
    const details = one?.status === 'fulfilled' ? one.value : null;
    // It may have ended since the list was read.
    if (details !== null && isTerminal(details.status)) return [];
    return [{ job, details, target: source.targetOf(job, details) }];
  });
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
const MOST_BACKUPS = 50;

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
