import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import type { GraphPageWire } from '#src/api/resource-graph/query.ts';
import { parseJson } from '#src/mocks/json.ts';
import type { Relation } from '#src/mocks/resource-graph/kql/relation.ts';
import { KqlError } from '#src/mocks/resource-graph/kql/tokens.ts';
import { isDateTime, type Row, wireValue } from '#src/mocks/resource-graph/kql/values.ts';
import { badQuery } from '#src/mocks/errors.ts';
import { offsetOf, tokenFor } from '#src/mocks/page-token.ts';
import { answerOf } from '#src/mocks/resource-graph/memory.ts';
import { withinQuota } from '#src/mocks/resource-graph/quota.ts';
import { type Answer, type Call, route, type Route } from '#src/mocks/service.ts';

/** At most this many rows a page (D). */
const PAGE_LIMIT = 1000;

/** The body of `POST /providers/Microsoft.ResourceGraph/resources` (azure-contract §1). */
const graphQueryWire = z.looseObject({
  subscriptions: maybe(z.array(z.string())),
  query: z.string(),
  options: maybe(
    z.looseObject({
      $top: maybe(z.number()),
      $skip: maybe(z.number()),
      $skipToken: maybe(z.string()),
      resultFormat: maybe(z.string()),
    }),
  ),
});

function query(call: Call): Answer {
  const parsed = graphQueryWire.safeParse(parseJson(call.request.body));
  if (!parsed.success) return badQuery('InvalidRequest', 'The request body is not a query.');
  const { subscriptions, query: text, options } = parsed.data;
  const key = JSON.stringify([subscriptions ?? [], text]);
  const skipToken = options?.$skipToken ?? '';
  const offset = skipToken === '' ? (options?.$skip ?? 0) : offsetOf(skipToken, key);
  if (offset === null)
    return badQuery('InvalidSkipToken', 'The skip token does not fit the query.');
  const top = options?.$top ?? PAGE_LIMIT;
  if (top < 1 || top > PAGE_LIMIT) {
    return badQuery('InvalidTop', `$top must be between 1 and ${PAGE_LIMIT}.`);
  }
  if ((options?.resultFormat ?? 'objectArray') !== 'objectArray') {
    return badQuery('InvalidResultFormat', 'Only objectArray is simulated.');
  }
  try {
    const { state, now } = call.before(call.state.graphLagMs);
    const relation = answerOf(state, { text, subscriptions: subscriptions ?? [], now });
    return page(relation, { offset, top, key });
  } catch (error) {
    if (error instanceof KqlError) return badQuery(error.code, error.message);
    throw error;
  }
}

interface Page {
  readonly offset: number;
  readonly top: number;
  readonly key: string;
}

function page(relation: Relation, { offset, top, key }: Page): Answer {
  const shown = relation.records(offset, top);
  const hasMore = offset + shown.length < relation.length;
  // A token is only given when rows have a stable `id` column (G).
  const hasToken = hasMore && shown.every((row) => typeof row['id'] === 'string');
  const body: GraphPageWire = {
    totalRecords: relation.length,
    count: shown.length,
    // Text, not a boolean (S).
    resultTruncated: hasMore && !hasToken ? 'true' : 'false',
    ...(hasToken ? { $skipToken: tokenFor(key, offset + shown.length) } : {}),
    facets: [],
    data: shown.map(wireRow),
  };
  return { status: 200, body };
}

/** A row as it leaves; most have nothing that is written in another way. */
function wireRow(row: Row): Row {
  return Object.values(row).some(isDateTime)
    ? Object.fromEntries(Object.entries(row).map(([name, value]) => [name, wireValue(value)]))
    : row;
}

export const graphRoutes: readonly Route[] = [
  route.post(
    'resourceGraph.query',
    '/providers/Microsoft.ResourceGraph/resources',
    (call) => withinQuota(call, () => query(call)),
    'Microsoft.ResourceGraph/resources/read',
  ),
];
