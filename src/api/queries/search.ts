import { keepPreviousData, type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { findJobs } from '#src/api/queries/job-lists.ts';
import { listInstancePage } from '#src/api/recovery-services/items.ts';
import { findVaults } from '#src/api/recovery-services/vaults.ts';
import { afterReal } from '#src/lib/clock.ts';
import { BY_NAME, EVERYTHING, type InstanceFilter } from '#src/model/instances.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { FirstHits } from '#src/lib/list.ts';

/** Hits of one kind that are shown in the global search. */
const MOST = 5;

/**
 * Real milliseconds of pause in typing before a query: a person has 15 queries in 5 s (azure-contract
 * §1), and each word typed here costs four.
 */
const REST_MS = 300;

/** What was found, and by which words: an older answer stays while the next is read. */
export interface SearchAnswer<Hit> extends FirstHits<Hit> {
  readonly words: readonly string[];
}

interface Context {
  readonly signal: AbortSignal;
  readonly client: QueryClient;
}

function answering<Hit>(
  words: readonly string[],
  find: (signal: AbortSignal, client: QueryClient) => Promise<FirstHits<Hit>>,
): (context: Context) => Promise<SearchAnswer<Hit>> {
  return async ({ signal, client }) => {
    await restOfTyping(signal);
    return { ...(await find(signal, client)), words };
  };
}

/** Finds the first `most` hits by words; what it reads besides may be in the cache. */
type Find<Hit> = (
  words: readonly string[],
  most: number,
  signal: AbortSignal,
  client: QueryClient,
) => Promise<FirstHits<Hit>>;

/** The backup instances of a datasource that it finds by these words. */
export const instanceSearchQuery = <Hit>(
  datasource: string,
  find: Find<Hit>,
  words: readonly string[],
) =>
  queryOptions({
    queryKey: ['search', 'instances', datasource, ...words],
    queryFn: answering(words, (signal, client) => find(words, MOST, signal, client)),
    placeholderData: keepPreviousData,
  });

/** The jobs of a datasource that it finds by these words, which Resource Graph has none of. */
export const ownJobSearchQuery = <Hit>(
  datasource: string,
  find: Find<Hit>,
  words: readonly string[],
) =>
  queryOptions({
    queryKey: ['search', 'jobs of', datasource, ...words],
    queryFn: answering(words, (signal, client) => find(words, MOST, signal, client)),
    placeholderData: keepPreviousData,
  });

/** Vaults with all these words in their name or group. */
export const vaultSearchQuery = (words: readonly string[]) =>
  queryOptions({
    queryKey: ['search', 'vaults', ...words],
    queryFn: answering(words, (signal) => findVaults(session(), words, MOST, signal)),
    placeholderData: keepPreviousData,
  });

/** Jobs with all these words in their machine's name, id, group or vault. */
export const jobSearchQuery = (words: readonly string[]) =>
  queryOptions({
    queryKey: ['search', 'jobs', ...words],
    queryFn: answering(words, (signal) => findJobs(session(), words, MOST, signal)),
    placeholderData: keepPreviousData,
  });

/** Which of some sources exist, as a datasource reads it. */
export const sourcesQuery = (
  datasource: string,
  sources: readonly ResourceId[],
  existing:
    | ((ids: readonly ResourceId[], signal: AbortSignal) => Promise<ReadonlySet<string>>)
    | undefined,
) =>
  queryOptions({
    queryKey: ['search', 'sources', datasource, ...sources],
    queryFn:
      existing === undefined || sources.length === 0
        ? skipToken
        : ({ signal }) => existing(sources, signal),
  });

/** Resolves when nothing else was typed for a while; the next letter gives the question up. */
function restOfTyping(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const callOff = afterReal(REST_MS, resolve);
    signal.addEventListener(
      'abort',
      () => {
        callOff();
        reject(new Error('typed on'));
      },
      { once: true },
    );
  });
}

/** The key of the VM that a backup instance is of, as its datasource gives it. */
export const machineKeyQuery = (
  instance: ResourceId,
  read: (queries: QueryClient) => Promise<string | null>,
) =>
  queryOptions({
    queryKey: ['machine of', instance.toLowerCase()],
    queryFn: ({ client }) => read(client),
  });

/** The backups that a datasource has of the VM with a key; nothing is read without one. */
export const machineBackupsQuery = <Backup>(
  datasource: string,
  key: string | null | undefined,
  read: (queries: QueryClient, key: string) => Promise<readonly Backup[]>,
) =>
  queryOptions({
    queryKey: ['backups of machine', datasource, key],
    queryFn: key === null || key === undefined ? skipToken : ({ client }) => read(client, key),
  });

/** The machines that an event concerns, as the list of backup instances is narrowed to them. */
export type ConcernedMachines = Partial<Pick<InstanceFilter, 'sources' | 'regions'>>;

/** The first machines with a text in their name, those that are concerned before others, and how many there are of both. */
export const machinesNamedQuery = (
  text: string,
  concerned: ConcernedMachines | null,
  most: number,
) =>
  queryOptions({
    queryKey: ['machines named', text.toLowerCase(), concerned, most],
    queryFn: async ({ signal }) => {
      const first = (narrowed: ConcernedMachines) => {
        const filter = { ...EVERYTHING, ...narrowed, search: text };
        const wanted = { filter, order: BY_NAME, start: { skip: 0 }, top: most };
        return listInstancePage(session(), wanted, signal);
      };
      const [of, all] = await Promise.all([
        concerned === null ? { rows: [], total: 0 } : first(concerned),
        first({}),
      ]);
      const ids = new Set(of.rows.map(({ id }) => id));
      const others = all.rows.filter(({ id }) => !ids.has(id));
      return {
        rows: [...of.rows, ...others].slice(0, most),
        total: all.total,
        concerned: { ids, total: of.total },
      };
    },
    placeholderData: keepPreviousData,
  });
