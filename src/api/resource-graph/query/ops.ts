import * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { graphPageWire } from '#src/api/resource-graph/query/wire.ts';
import { cutList } from '#src/lib/list.ts';
import { GRAPH_API_VERSION } from '#src/api/resource-graph/version.ts';

/** Where every question goes. */
const GRAPH_URL = `/providers/Microsoft.ResourceGraph/resources?api-version=${GRAPH_API_VERSION}`;

/** More than this is not shown in one list: a person narrows a search instead. */
const MOST_ROWS = 5000;

/** The most rows of one answer (azure-contract §1). */
export const MOST_ROWS_A_PAGE = 1000;

/** Where a page starts: at a row, or where the page before it ended. */
export type PageStart = { readonly skip: number } | { readonly token: string };

/** A page of rows, how many there are in all, and the token of the next page. */
export interface GraphPage<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly next: string | null;
}

export interface GraphQuestion<Schema> {
  /** The shape of a row. */
  readonly row: Schema;
  readonly query: string;
  readonly start: PageStart;
  readonly top: number;
}

/**
 * Asks Azure Resource Graph for one page of rows, each read by a schema: `POST
 * /providers/Microsoft.ResourceGraph/resources`.
 * A copy that lags by minutes: never used to decide that something was not started.
 * A question starts nothing, so it may be repeated although it is a POST.
 */
export async function graphPage<Schema extends z.core.$ZodType>(
  arm: ArmPipelines,
  { row, query, start, top }: GraphQuestion<Schema>,
  signal?: AbortSignal,
): Promise<GraphPage<z.output<Schema>>> {
  const from = 'token' in start ? { $skipToken: start.token } : { $skip: start.skip };
  const body = { query, options: { $top: top, ...from } };
  const page = z.extend(graphPageWire, { data: z.array(row) });
  const answer = await sendFor(arm, page, { method: 'POST', url: GRAPH_URL, body, signal });
  return { rows: answer.data, total: answer.totalRecords, next: answer.$skipToken ?? null };
}

/** All rows of a question, page after page; of more than 5 000 the first, which `isCut` then says of them. */
export async function queryGraph<Schema extends z.core.$ZodType>(
  arm: ArmPipelines,
  row: Schema,
  query: string,
  signal?: AbortSignal,
): Promise<z.output<Schema>[]> {
  const rows: z.output<Schema>[] = [];
  let start: PageStart | null = { skip: 0 };
  while (start !== null && rows.length < MOST_ROWS) {
    const question: GraphQuestion<Schema> = { row, query, start, top: MOST_ROWS_A_PAGE };
    const page: GraphPage<z.output<Schema>> = await graphPage(arm, question, signal);
    rows.push(...page.rows);
    start = page.next ? { token: page.next } : null;
  }
  return start === null ? rows : cutList(rows);
}
