import {
  type QueryClient,
  type QueryKey,
  queryOptions,
  skipToken,
  useQueries,
  useQuery,
  useQueryClient,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';
import { armFacts } from '#src/api/arm/error.ts';
import { oldestReadAt, problemOf, readAgainIn, readAt, prefetch } from '#src/api/queries/query.ts';
import { type GraphPage, MOST_ROWS_A_PAGE, type PageStart } from '#src/api/resource-graph/query.ts';
import { askNow } from '#src/lib/limits.ts';
import type { RowRange } from '#src/lib/list.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Problem } from '#src/model/problem.ts';

/** Rows per request: a few screens, so that slow scrolling seldom waits. */
const PAGE_ROWS = 200;

/** A list that is read in pages: its key, and how a page of it is read. */
export interface Pages<Row> {
  readonly key: QueryKey;
  readonly read: ReadPage<Row>;
  /** Milliseconds of the product's clock after which it is read again; left out: never by itself. */
  readonly everyMs?: number;
  /** Another list is shown in its place: nothing is read. */
  readonly isIdle?: boolean;
}

/** One page of a list. */
export const pageQuery = <Row>({ key, read, everyMs, isIdle = false }: Pages<Row>, page: number) =>
  queryOptions({
    enabled: !isIdle,
    queryKey: pageKey(key, page),
    queryFn: ({ signal, client }) =>
      read({ start: { skip: page * PAGE_ROWS }, top: PAGE_ROWS }, signal, client),
    refetchInterval: () => (everyMs === undefined ? false : readAgainIn(everyMs)),
  });

const pageKey = (key: QueryKey, page: number): QueryKey => [...key, 'page', page];

/** A list as far as it is read. */
export interface Listed<Row> {
  /** The read that says whether the list can be read at all. */
  readonly read: Pick<UseQueryResult, 'data' | 'error' | 'refetch'>;
  /** How many rows there are; undefined: not read. */
  readonly total: number | undefined;
  readonly rowAt: (index: number) => Row | undefined;
  /** A part that could not be read, or not again; null when all could. */
  readonly failed: FailedPage | null;
  /** When the oldest part of what is in view was read. */
  readonly readAt: Instant | null;
  /** All rows, or how they are read; null: there is no list. */
  readonly all: readonly Row[] | ReadPage<Row> | null;
  /** The pages in view, with the keys of their queries; none where the list was read at once. */
  readonly pages: readonly { readonly key: QueryKey; readonly rows: readonly Row[] }[];
  /** Where the list was read at once. */
  readonly whole: WholeRows<Row> | null;
}

/** What was read at once, and what is shown of it, in order; or why there is no list. */
type WholeRows<Row> =
  | {
      readonly kind: 'rows';
      /** The list as it was read: Azure may cut it. */
      readonly read: readonly unknown[];
      readonly rows: readonly Row[];
      /** How many there are, where more than these; left out: these are all, or nothing says. */
      readonly inAll?: number;
      /** The region that it was read in, where it is not that of each row. */
      readonly region?: string;
    }
  | { readonly kind: 'none'; readonly title: string; readonly advice: string };

interface FailedPage extends Pick<Problem, 'message' | 'way'> {
  readonly onRetry: () => void;
}

/**
 * A list that is too long to be read whole: its first page and the pages in view. While another
 * question is being answered the rows of the last one stay, if they are of the same list.
 */
function usePaged<Row>(list: Pages<Row>, range: RowRange): Listed<Row> {
  const first = useQuery({
    ...pageQuery(list, 0),
    placeholderData: (rows, last) => (last?.queryKey[0] === list.key[0] ? rows : undefined),
  });
  const numbers = pagesOf(range);
  const others = useQueries({ queries: numbers.map((page) => pageQuery(list, page)) });
  const shown = new Map(numbers.map((page, at) => [page, others[at]?.data]));
  const pageAt = (page: number): GraphPage<Row> | undefined =>
    page === 0 ? first.data : shown.get(page);
  const pages = (range.first < PAGE_ROWS ? [0, ...numbers] : numbers).flatMap((page) => {
    const rows = pageAt(page)?.rows;
    return rows === undefined ? [] : [{ key: pageKey(list.key, page), rows }];
  });
  return {
    read: first,
    total: first.data?.total,
    rowAt: (index) => pageAt(Math.floor(index / PAGE_ROWS))?.rows[index % PAGE_ROWS],
    failed: failedOf(first.data === undefined ? others : [first, ...others]),
    readAt: oldestReadAt(pages.map(({ key }) => key)),
    all: list.read,
    pages,
    whole: null,
  };
}

function failedOf(pages: readonly Pick<UseQueryResult, 'error' | 'refetch'>[]): FailedPage | null {
  const failed = pages.find(({ error }) => error !== null);
  return failed === undefined ? null : failedRead(failed);
}

/** A read that could not be done again, and the way to try it once more. */
export function failedRead({
  error,
  refetch,
}: Pick<UseQueryResult, 'error' | 'refetch'>): FailedPage {
  const { message, pause, way } = problemOf(error);
  return { message, way, onRetry: () => askNow(pause, () => void refetch()) };
}

/** The pages that rows lie on, without the first, which is always asked for. */
function pagesOf({ first, last }: RowRange): number[] {
  const from = Math.max(1, Math.floor(first / PAGE_ROWS));
  const to = Math.floor(last / PAGE_ROWS);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

/** Where a list has its rows from: pages, or one read. */
export interface ListSource<Row> {
  readonly pages: Pages<Row>;
  /**
   * The list where it is read at once, or searched in what was read of its pages; null: it is read in pages. A
   * hook: one query for every source.
   */
  readonly useWhole: (paged: Listed<Row>, client: QueryClient) => Listed<Row> | null;
  /** Starts the first read. */
  readonly warm: (queries: QueryClient) => void;
}

/** A list that is read in pages. */
export const inPages = <Row>(pages: Pages<Row>): ListSource<Row> => ({
  pages,
  useWhole: useNoWhole,
  warm: (queries) => prefetch(queries, pageQuery(pages, 0)),
});

/** A list that is read at once; `rowsOf` narrows and sorts it, or says why there is none. */
export const atOnce = <Data, Row, Key extends QueryKey>(
  query: UseQueryOptions<Data, Error, Data, Key>,
  rowsOf: (data: Data) => WholeRows<Row>,
): ListSource<Row> => ({
  pages: NO_PAGES,
  useWhole: () => useWhole(query, rowsOf),
  warm: (queries) => prefetch(queries, query),
});

/**
 * The rows of any source. Every source calls the same hooks, so that a page may show one list after
 * another and its filters stay where they are.
 */
export function useListed<Row>(source: ListSource<Row>, range: RowRange): Listed<Row> {
  const client = useQueryClient();
  const paged = usePaged(source.pages, range);
  // oxlint-disable-next-line react/hooks -- `inPages`, `atOnce` and `searchedHere` alone make sources: one query each
  return source.useWhole(paged, client) ?? paged;
}

const NO_PAGES: Pages<never> = {
  key: ['no list'],
  read: async () => ({ rows: [], total: 0, next: null }),
  isIdle: true,
};

const noQuery = queryOptions({ queryKey: ['no list'], queryFn: skipToken });

function useNoWhole(): null {
  useQuery(noQuery);
  return null;
}

function useWhole<Data, Row, Key extends QueryKey>(
  query: UseQueryOptions<Data, Error, Data, Key>,
  rowsOf: (data: Data) => WholeRows<Row>,
): Listed<Row> {
  const read = useQuery(query);
  const whole = read.data === undefined ? null : rowsOf(read.data);
  const rows = whole?.kind === 'rows' ? whole.rows : null;
  return {
    read,
    total: rows?.length,
    rowAt: (index) => rows?.[index],
    failed: read.data === undefined ? null : failedOf([read]),
    readAt: rows === null ? null : readAt(query.queryKey),
    all: rows,
    pages: [],
    whole,
  };
}

/** Lists whose service can't search: what was read of them is searched, and all can be read. */

interface AnyRow {
  readonly id: string;
}

/** The beginning of a list, and where it goes on; null: it is whole. */
interface Beginning<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  /** A person has stopped the reading. */
  readonly isStopped: boolean;
  /** Why the reading broke off. An error of the query would look like a refresh. */
  readonly error: unknown;
}

const NOTHING = { rows: [], next: '0' };
const GOING_ON = { isStopped: false, error: null };

/** The rows up to a place: read when a person asks for all, and left aside when the list was refreshed. */
export const beginningQuery = <Row extends AnyRow>({ key, read }: Pages<Row>) =>
  queryOptions({
    queryKey: [...key, 'beginning'],
    enabled: false,
    queryFn: async ({ client, queryKey, signal }): Promise<Beginning<Row>> => {
      const keep = (soFar: Beginning<Row>): Beginning<Row> =>
        client.setQueryData<Beginning<Row>>(queryKey, soFar) ?? soFar;
      let soFar = keep({ ...(beginningIn<Row>(client, queryKey) ?? NOTHING), ...GOING_ON });
      while (soFar.next !== null && !soFar.isStopped) {
        try {
          const page = await read({ start: { token: soFar.next }, top: MOST_ROWS_A_PAGE }, signal);
          const rows = distinct([soFar.rows, page.rows]);
          // What gives the same rows again never ends.
          const next = rows.length === soFar.rows.length ? null : page.next;
          const { isStopped = false } = beginningIn<Row>(client, queryKey) ?? {};
          soFar = keep({ rows, next, isStopped, error: null });
        } catch (error) {
          if (signal.aborted) throw error;
          return { ...soFar, error };
        }
      }
      return soFar;
    },
  });

/** What is known of the beginning; undefined: nothing, or the list was refreshed since. */
function beginningIn<Row>(client: QueryClient, key: QueryKey): Beginning<Row> | undefined {
  const state = client.getQueryState<Beginning<Row>>(key);
  return state?.isInvalidated === true ? undefined : state?.data;
}

const distinct = <Row extends AnyRow>(parts: readonly (readonly Row[])[]): readonly Row[] => [
  ...new Map(parts.flat().map((row) => [row.id, row])).values(),
];

/** The parts of a list that were read, in its order. */
function partsRead<Row extends AnyRow>(
  client: QueryClient,
  pages: Pages<Row>,
): readonly (readonly Row[])[] {
  const read = client
    .getQueriesData<GraphPage<Row>>({ queryKey: [...pages.key, 'page'] })
    .toSorted(([one], [other]) => Number(one.at(-1)) - Number(other.at(-1)));
  const beginning = beginningIn<Row>(client, beginningQuery(pages).queryKey);
  return [beginning?.rows ?? [], ...read.map(([, page]) => page?.rows ?? [])];
}

/** How much of a list was read, and the way to read the rest. */
export interface ReadSoFar {
  readonly read: number;
  /** Undefined: not known yet. */
  readonly total: number | undefined;
  readonly isReading: boolean;
  /** Why it isn't read on; null: it is, or can be. */
  readonly failed: string | null;
  readonly readAll: () => void;
  readonly stop: () => void;
}

/** A search in what was read of lists of one kind. */
interface SearchHere<Row> {
  /** A list that is read in pages; with a text to search for, those of the rows read that are found. */
  readonly source: (pages: Pages<Row>, text: string) => ListSource<Row>;
  /** How much of a list was read. Reading all goes on where it was stopped, or has failed. */
  readonly useReadSoFar: (pages: Pages<Row>) => ReadSoFar;
}

/** Searches what was read of lists of one kind; `isFound` is given a text in lower case. */
export function searchHere<Row extends AnyRow>(
  isFound: (row: Row, text: string) => boolean,
): SearchHere<Row> {
  // A list of a hundred thousand is gone through once, not for each frame of a scroll.
  let read: { parts: readonly unknown[]; rows: readonly Row[] } = { parts: [], rows: [] };
  let found: { by: unknown; text: string; rows: readonly Row[] } = { by: null, text: '', rows: [] };
  const rowsRead = (client: QueryClient, pages: Pages<Row>): readonly Row[] => {
    const parts = partsRead(client, pages);
    const isSame =
      parts.length === read.parts.length && parts.every((part, at) => part === read.parts[at]);
    if (!isSame) read = { parts, rows: distinct(parts) };
    return read.rows;
  };
  const rowsFound = (by: readonly Row[], text: string): readonly Row[] => {
    if (found.by !== by || found.text !== text) {
      found = { by, text, rows: by.filter((row) => isFound(row, text)) };
    }
    return found.rows;
  };
  return {
    source: (pages, text) => ({
      ...inPages(pages),
      useWhole: (paged, client) => {
        useQuery(beginningQuery(pages));
        if (text === '' || paged.total === undefined) return null;
        const rows = rowsFound(rowsRead(client, pages), text.toLowerCase());
        const rowAt = (index: number): Row | undefined => rows[index];
        return { ...paged, total: rows.length, rowAt, all: rows, pages: [] };
      },
    }),
    useReadSoFar: (pages) => {
      const client = useQueryClient();
      // The list itself reads it: mounted with an error, this would read again and again.
      const first = useQuery({ ...pageQuery(pages, 0), enabled: false });
      const beginning = useQuery(beginningQuery(pages));
      const { data } = beginning;
      const setStopped = (isStopped: boolean): void => {
        const { queryKey } = beginningQuery(pages);
        client.setQueryData<Beginning<Row>>(queryKey, (known) => known && { ...known, isStopped });
      };
      return {
        read: rowsRead(client, pages).length,
        total: first.data?.total,
        isReading: beginning.isFetching && data?.isStopped !== true,
        failed: data === undefined || data.error === null ? null : problemOf(data.error).message,
        readAll: () => {
          setStopped(false);
          void beginning.refetch();
        },
        stop: () => setStopped(true),
      };
    },
  };
}

/** Reads a page of a list of Resource Graph. What is kept beside it may be taken from a cache, where one is given. */
export type ReadPage<Row> = (
  wanted: { readonly start: PageStart; readonly top: number },
  signal: AbortSignal,
  client?: QueryClient,
) => Promise<GraphPage<Row>>;

export interface SoFar<Row> {
  readonly rows: readonly Row[];
  readonly total: number | null;
}

interface WholeList<Row> {
  readonly read: ReadPage<Row>;
  /** What an earlier, broken-off reading has brought. */
  readonly from: SoFar<Row>;
  readonly onProgress: (soFar: SoFar<Row>) => void;
  readonly signal: AbortSignal;
}

/**
 * Reads a list to its end, page by page, and tells of each. A page token that Azure does not take any
 * more costs nothing: the reading goes on at the same row without it.
 * @throws where the list ends before the rows that Azure counts.
 */
export async function readWholeList<Row>({
  read,
  from,
  onProgress,
  signal,
}: WholeList<Row>): Promise<readonly Row[]> {
  const rows = [...from.rows];
  let start: PageStart | null = { skip: rows.length };
  while (start !== null) {
    const page: GraphPage<Row> = await readPageAt(read, { start, skip: rows.length }, signal);
    rows.push(...page.rows);
    const isOver = page.rows.length === 0 && !page.next;
    if (isOver && rows.length < page.total) throw endedEarly(rows.length, page.total);
    onProgress({ rows: [...rows], total: page.total });
    start = nextStart(page, rows.length);
  }
  return rows;
}

/** Azure's list ends before the rows that it counts: what was read is not the list. */
function endedEarly(read: number, total: number): Error {
  return new Error(`Azure's list ended after ${String(read)} of ${String(total)} rows.`);
}

function nextStart(page: GraphPage<unknown>, read: number): PageStart | null {
  if (page.next) return { token: page.next };
  return page.rows.length > 0 && read < page.total ? { skip: read } : null;
}

async function readPageAt<Row>(
  read: ReadPage<Row>,
  { start, skip }: { readonly start: PageStart; readonly skip: number },
  signal: AbortSignal,
): Promise<GraphPage<Row>> {
  try {
    return await read({ start, top: MOST_ROWS_A_PAGE }, signal);
  } catch (error) {
    if (!('token' in start) || armFacts(error)?.status !== 400) throw error;
    return read({ start: { skip }, top: MOST_ROWS_A_PAGE }, signal);
  }
}
