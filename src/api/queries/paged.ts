import {
  keepPreviousData,
  type QueryKey,
  queryOptions,
  type UseQueryResult,
  useQueries,
  useQuery,
} from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/problem.ts';
import { readAgainIn } from '#src/api/queries/read-again.ts';
import type { ReadPage } from '#src/api/queries/whole-list.ts';
import { askNow } from '#src/lib/asked-waits.ts';
import type { GraphPage } from '#src/api/resource-graph/query/ops.ts';

/** Rows that are asked for at once: a few screens, so that slow scrolling seldom waits. */
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
    queryFn: ({ signal }) => read({ start: { skip: page * PAGE_ROWS }, top: PAGE_ROWS }, signal),
    refetchInterval: () => (everyMs === undefined ? false : readAgainIn(everyMs)),
  });

const pageKey = (key: QueryKey, page: number): QueryKey => [...key, 'page', page];

/** Which rows of a list are in view, both included. */
interface RowRange {
  readonly first: number;
  readonly last: number;
}

export interface Paged<Row> {
  /** The first page: it says how many rows there are, and whether the list can be read at all. */
  readonly first: UseQueryResult<GraphPage<Row>>;
  readonly rowAt: (index: number) => Row | undefined;
  /** A page that could not be read, or not again; null when all could. */
  readonly failed: FailedPage | null;
  /** The pages in view, with the keys of their queries. */
  readonly pages: readonly { readonly key: QueryKey; readonly rows: readonly Row[] }[];
}

export interface FailedPage {
  readonly message: string;
  readonly onRetry: () => void;
}

/**
 * A list that is too long to be read whole: its first page and the pages in view. While another
 * question is being answered the rows of the last one stay.
 */
export function usePaged<Row>(list: Pages<Row>, range: RowRange): Paged<Row> {
  const first = useQuery({ ...pageQuery(list, 0), placeholderData: keepPreviousData });
  const numbers = pagesOf(range);
  const others = useQueries({ queries: numbers.map((page) => pageQuery(list, page)) });
  const shown = new Map(numbers.map((page, at) => [page, others[at]?.data]));
  const pageAt = (page: number): GraphPage<Row> | undefined =>
    page === 0 ? first.data : shown.get(page);
  return {
    first,
    rowAt: (index) => pageAt(Math.floor(index / PAGE_ROWS))?.rows[index % PAGE_ROWS],
    failed: failedOf(first.data === undefined ? others : [first, ...others]),
    pages: (range.first < PAGE_ROWS ? [0, ...numbers] : numbers).flatMap((page) => {
      const rows = pageAt(page)?.rows;
      return rows === undefined ? [] : [{ key: pageKey(list.key, page), rows }];
    }),
  };
}

function failedOf(pages: readonly UseQueryResult[]): FailedPage | null {
  const failed = pages.find(({ error }) => error !== null);
  return failed === undefined ? null : failedRead(failed);
}

/** A read that could not be done again, and the way to try it once more. */
export function failedRead({
  error,
  refetch,
}: Pick<UseQueryResult, 'error' | 'refetch'>): FailedPage {
  const { message, pause } = problemOf(error);
  return { message, onRetry: () => askNow(pause, () => void refetch()) };
}

/** The pages that rows lie on, without the first, which is always asked for. */
function pagesOf({ first, last }: RowRange): number[] {
  const from = Math.max(1, Math.floor(first / PAGE_ROWS));
  const to = Math.floor(last / PAGE_ROWS);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}
