import {
  type QueryClient,
  type QueryKey,
  queryOptions,
  skipToken,
  useQuery,
  useQueryClient,
  type UseQueryOptions,
} from '@tanstack/react-query';
import {
  failedOf,
  type Listed,
  type Pages,
  pageQuery,
  type RowRange,
  usePaged,
  type WholeRows,
} from '#src/api/queries/paged.ts';
import { readAt } from '#src/api/queries/read-at.ts';
import { warm } from '#src/api/queries/warm.ts';

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
  warm: (queries) => warm(queries, pageQuery(pages, 0)),
});

/** A list that is read at once; `rowsOf` narrows and sorts it, or says why there is none. */
export const atOnce = <Data, Row, Key extends QueryKey>(
  query: UseQueryOptions<Data, Error, Data, Key>,
  rowsOf: (data: Data) => WholeRows<Row>,
): ListSource<Row> => ({
  pages: NO_PAGES,
  useWhole: () => useWhole(query, rowsOf),
  warm: (queries) => warm(queries, query),
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
