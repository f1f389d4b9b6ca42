import * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { GRAPH_URL } from '#src/api/resource-graph/query/ops.ts';
import { graphPageWire } from '#src/api/resource-graph/query/wire.ts';

/** A question of which only the first rows are wanted. */
export interface FirstQuestion {
  readonly query: string;
  readonly most: number;
}

/**
 * Asks Azure Resource Graph and reads the first rows by a schema, with the number of all: no
 * further page is followed.
 */
export async function queryFirst<Schema extends z.core.$ZodType>(
  arm: ArmPipelines,
  row: Schema,
  { query, most }: FirstQuestion,
  signal?: AbortSignal,
): Promise<{ readonly rows: readonly z.output<Schema>[]; readonly total: number }> {
  const page = z.extend(graphPageWire, { data: z.array(row) });
  const body = { query, options: { $top: most } };
  const answer = await sendFor(arm, page, { method: 'POST', url: GRAPH_URL, body, signal });
  return { rows: answer.data, total: answer.totalRecords };
}
