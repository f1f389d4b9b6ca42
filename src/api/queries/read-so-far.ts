import {
  type QueryClient,
  type QueryKey,
  queryOptions,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { inPages, type ListSource } from '#src/api/queries/list-source.ts';
import { type Pages, pageQuery } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { type GraphPage, MOST_ROWS_A_PAGE } from '#src/api/resource-graph/query.ts';

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
export interface SearchHere<Row> {
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
