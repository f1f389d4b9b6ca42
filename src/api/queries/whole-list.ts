import type { QueryClient } from '@tanstack/react-query';
import { armFacts } from '#src/api/arm/error.ts';
import { type GraphPage, MOST_ROWS_A_PAGE, type PageStart } from '#src/api/resource-graph/query.ts';

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

export interface WholeList<Row> {
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
    const page: GraphPage<Row> = await readAt(read, { start, skip: rows.length }, signal);
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

async function readAt<Row>(
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
