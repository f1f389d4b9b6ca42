import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import type { GraphPageWire } from '#src/api/resource-graph/query.ts';
import { badQuery } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { offsetOf, tokenFor } from '#src/mocks/list-pages.ts';
import { type Memory, emptyMemory } from '#src/mocks/resource-graph/kql/compile.ts';
import { KqlError } from '#src/mocks/resource-graph/kql/expression.ts';
import { type Query, parseQuery } from '#src/mocks/resource-graph/kql/pipeline.ts';
import type { Relation } from '#src/mocks/resource-graph/kql/relation.ts';
import {
  type Kind,
  type Tables,
  changesWithTime,
  runQuery,
} from '#src/mocks/resource-graph/kql/run.ts';
import { type Row, isDateTime, wireValue } from '#src/mocks/resource-graph/kql/values.ts';
import {
  type Ended,
  type Place,
  type PlaceOf,
  type ResourceRow,
  commonColumns,
  endedAmong,
  kindOf,
  resourceColumns,
} from '#src/mocks/resource-graph/rows.ts';
import { type Answer, type Call, type GraphQuota, type Route, route } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import {
  backupVaults,
  diskInstances,
  diskJobs,
  disks,
  groups,
  interfaces,
  items,
  jobs,
  machines,
  serviceEvents,
  subscriptions as subscriptionsOf,
  vaults,
} from '#src/mocks/resource-graph/readings.ts';
import type { JobPlan } from '#src/mocks/time/plan.ts';
import { allJobs } from '#src/mocks/world/lookup.ts';
import { sameId } from '#src/model/resource-id.ts';

/** Resource Graph answers a person so many questions in so long a time (azure-contract §1, D). */
const QUESTIONS = 15;
const WINDOW_MS = 5000;
/** Where a world is not strict, the quota was raised, as support does on request: no demo has to wait. */
const RAISED = 150;

/** The quota after one more question at `now`, in simulated epoch milliseconds. */
export function spend(before: GraphQuota | null, now: number): GraphQuota {
  const isOver = before === null || now >= before.resetsAtMs || now < before.resetsAtMs - WINDOW_MS;
  return isOver
    ? { used: 1, resetsAtMs: now + WINDOW_MS }
    : { used: before.used + 1, resetsAtMs: before.resetsAtMs };
}

/**
 * An answer with the headers that count the quota down. Over it the answer is a 429; the code of the 429
 * is a guess (G).
 */
function withinQuota(call: Call, work: () => Answer): Answer {
  const { used, resetsAtMs } = call.request.graphQuota ?? spend(null, call.now);
  const seconds = Math.max(0, Math.ceil((resetsAtMs - call.now) / 1000));
  const most = call.state.isQuotaStrict ? QUESTIONS : RAISED;
  const answer = used > most ? rateLimited(seconds) : work();
  return {
    ...answer,
    headers: {
      'x-ms-user-quota-remaining': String(Math.max(0, most - used)),
      'x-ms-user-quota-resets-after': `00:00:${String(seconds).padStart(2, '0')}`,
      ...answer.headers,
    },
  };
}

function rateLimited(seconds: number): Answer {
  const message = `The quota of questions is used up. Ask again after ${seconds} seconds.`;
  return {
    status: 429,
    headers: { 'Retry-After': String(seconds) },
    body: {
      error: { code: 'RateLimiting', message, details: [{ code: 'RateLimiting', message }] },
    },
  };
}

interface Question {
  readonly text: string;
  readonly subscriptions: readonly string[];
  readonly now: number;
}

interface Remembered {
  readonly query: Query;
  readonly memory: Memory<ResourceRow>;
  readonly relation: Relation;
  /** The moment that it is for; null: any. */
  readonly now: number | null;
}

/** How many answers are kept for one state of the world. */
const MOST_ANSWERS = 12;

/** Answers of queries by the state of the world that they are about: following pages are slices. */
const answers = new WeakMap<State, Map<string, Remembered>>();

function computed(
  state: State,
  { subscriptions, now }: Omit<Question, 'text'>,
  { query, memory }: Pick<Remembered, 'query' | 'memory'>,
): Remembered {
  const tables = tablesOf({ state, now, subscriptions });
  const isTimed = changesWithTime(query, tables);
  return {
    query,
    memory,
    relation: runQuery(query, tables, isTimed ? memory : undefined),
    now: isTimed ? now : null,
  };
}

/** What a query answers, computed or remembered. Throws a KqlError for what is not simulated. */
export function answerOf(state: State, { text, subscriptions, now }: Question): Relation {
  const known = answers.get(state) ?? new Map<string, Remembered>();
  answers.set(state, known);
  const key = JSON.stringify([subscriptions, text]);
  const found = known.get(key);
  const isStill = found !== undefined && (found.now === null || found.now === now);
  const parsed = found ?? { query: parseQuery(text), memory: emptyMemory() };
  const remembered = isStill ? found : computed(state, { subscriptions, now }, parsed);
  // The one that was used last comes last, and the first is forgotten.
  known.delete(key);
  known.set(key, remembered);
  for (const oldest of [...known.keys()].slice(0, -MOST_ANSWERS)) known.delete(oldest);
  return remembered.relation;
}

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

function answerTo(call: Call): Answer {
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
    (call) => withinQuota(call, () => answerTo(call)),
    'Microsoft.ResourceGraph/resources/read',
  ),
];

interface Scope {
  readonly state: State;
  readonly now: number;
  /** Ids of subscriptions; none means all. */
  readonly subscriptions: readonly string[];
}

/** The tables of Resource Graph as a person sees them (azure-contract §1). */
export function tablesOf({ state, now, subscriptions: wanted }: Scope): Tables<ResourceRow> {
  const scope = new Set(wanted.map((id) => id.toLowerCase()));
  const lasting = lastingKinds(state);
  return {
    now,
    ...(scope.size > 0 && {
      isInScope: (row: ResourceRow) => scope.has(row.subscriptionId.toLowerCase()),
    }),
    numberOf: ({ number }) => number,
    table: (name) => {
      switch (name.toLowerCase()) {
        case 'recoveryservicesresources':
          return {
            columns: commonColumns,
            kinds: [
              lasting.items,
              kindOf(
                jobs(state, now, () => lasting.ended(now)),
                lasting.placeOf,
              ),
              lasting.disks,
              kindOf(diskJobs(state, now), lasting.placeOf),
            ],
          };
        case 'resources':
          return { columns: resourceColumns, kinds: lasting.resources };
        case 'servicehealthresources':
          return { columns: commonColumns, kinds: [lasting.events] };
        case 'resourcecontainers':
          return { columns: commonColumns, kinds: lasting.containers };
        default:
          throw new KqlError('DisallowedLogicalTableName', `Table ${name} is invalid.`);
      }
    },
  };
}

interface LastingKinds {
  readonly placeOf: PlaceOf;
  readonly items: Kind<ResourceRow>;
  readonly disks: Kind<ResourceRow>;
  readonly events: Kind<ResourceRow>;
  readonly resources: readonly Kind<ResourceRow>[];
  readonly containers: readonly Kind<ResourceRow>[];
  /** Jobs that have come to their ends by a moment. */
  readonly ended: (now: number) => Ended<JobPlan>;
}

const lastingByState = new WeakMap<State, LastingKinds>();

/** What stays the same for as long as nothing is done to the world. */
function lastingKinds(state: State): LastingKinds {
  const known = lastingByState.get(state);
  if (known !== undefined) return known;
  const placeOf = placesOf(state);
  const made = {
    placeOf,
    items: kindOf(items(state), placeOf),
    disks: kindOf(diskInstances(state), placeOf),
    events: kindOf(serviceEvents(state), placeOf),
    resources: [
      kindOf(vaults(state), placeOf),
      kindOf(machines(state, 'arm'), placeOf),
      kindOf(machines(state, 'classic'), placeOf),
      kindOf(backupVaults(state), placeOf),
      kindOf(disks(state), placeOf),
      kindOf(interfaces(state), placeOf),
    ],
    ended: endedAmong(() => [...allJobs(state)]),
    containers: [kindOf(subscriptionsOf(state), placeOf), kindOf(groups(state), placeOf)],
  };
  lastingByState.set(state, made);
  return made;
}

/** Places by id, of groups and of all that lies in them. */
function placesOf(state: State): PlaceOf {
  const known = new Map<string, Place>();
  return (id) => {
    const end = id.indexOf('/providers/');
    const key = end < 0 ? id : id.slice(0, end);
    const found = known.get(key);
    if (found !== undefined) return found;
    const [, , subscriptionId = '', , group = ''] = key.split('/');
    const tenant = state.seed.subscriptions.find((one) =>
      sameId(one.subscriptionId, subscriptionId),
    );
    const place = {
      subscriptionId,
      resourceGroup: group.toLowerCase(),
      tenantId: tenant?.tenantId ?? '',
    };
    known.set(key, place);
    return place;
  };
}
