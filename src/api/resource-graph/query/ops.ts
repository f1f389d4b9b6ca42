import * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { graphPageWire } from '#src/api/resource-graph/query/wire.ts';

/** Where every question goes. */
export const GRAPH_URL = '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01';

/** More than this is not shown in one list: a person narrows a search instead. */
const MOST_ROWS = 5000;

/**
 * Asks Azure Resource Graph and reads each row by a schema, following `$skipToken`.
 * A copy that lags by minutes: never used to decide that something was not started.
 * A question starts nothing, so it may be repeated although it is a POST.
 */
export async function queryGraph<Schema extends z.core.$ZodType>(
  arm: ArmPipelines,
  row: Schema,
  query: string,
  signal?: AbortSignal,
): Promise<z.output<Schema>[]> {
  const page = z.extend(graphPageWire, { data: z.array(row) });
  const rows: z.output<Schema>[] = [];
  let skipToken: string | null | undefined;
  do {
    const body = {
      query,
      options: { $top: 1000, ...(skipToken ? { $skipToken: skipToken } : {}) },
    };
    const answer = await sendFor(arm, page, { method: 'POST', url: GRAPH_URL, body, signal });
    rows.push(...answer.data);
    skipToken = answer.$skipToken;
  } while (skipToken && rows.length < MOST_ROWS);
  return rows;
}
