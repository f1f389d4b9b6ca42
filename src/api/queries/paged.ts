import {
  type QueryKey,
  queryOptions,
  type UseQueryResult,
  useQueries,
  useQuery,
} from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/problem.ts';
import { oldestReadAt } from '#src/api/queries/read-at.ts';
import { readAgainIn } from '#src/api/queries/read-again.ts';
import type { ReadPage } from '#src/api/queries/whole-list.ts';
import { askNow } from '#src/lib/retry-waits.ts';
import type { GraphPage } from '#src/api/resource-graph/query.ts';
import type { Problem } from '#src/model/problem.ts';
import type { Instant } from '#src/lib/time.ts';

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

/** Which rows of a list are in view, both included. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

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
export type WholeRows<Row> =
  | {
      readonly kind: 'rows';
      /** The list as it was read: Azure may cut it. */
      readonly read: readonly unknown[];
      readonly rows: readonly Row[];
      /** The region that it was read in, where it is not that of each row. */
      readonly region?: string;
    }
  | { readonly kind: 'none'; readonly title: string; readonly advice: string };

export interface FailedPage extends Pick<Problem, 'message' | 'way'> {
  readonly onRetry: () => void;
}

/**
 * A list that is too long to be read whole: its first page and the pages in view. While another
 * question is being answered the rows of the last one stay, if they are of the same list.
 */
export function usePaged<Row>(list: Pages<Row>, range: RowRange): Listed<Row> {
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

export function failedOf(
  pages: readonly Pick<UseQueryResult, 'error' | 'refetch'>[],
): FailedPage | null {
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
