import {
  CancelledError,
  hashKey,
  QueryCache,
  type QueryClient,
  type QueryExecuteOptions,
  type QueryKey,
  queryOptions,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';
import { type ArmErrorFacts, armFacts, isRefusal, isSignedOut } from '#src/api/arm/error.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { whyUnread } from '#src/api/queries/in-time.ts';
import { now, realDelayMs } from '#src/lib/clock.ts';
import { isMissingCode } from '#src/lib/load.ts';
import type { Instant } from '#src/lib/time.ts';
import { type Problem, wayOnOf, withCode } from '#src/model/problem.ts';

/** Query for a thing read by one id alone; `name` starts its key. Ids and keys ignore case. */
export const queryById =
  <Id extends string, Answer>(
    name: string,
    read: (arm: ArmPipelines, id: Id, signal: AbortSignal) => Promise<Answer>,
  ) =>
  (id: Id) =>
    queryOptions({
      queryKey: [name, id.toLowerCase()],
      queryFn: ({ signal }) => read(session(), id, signal),
    });

/**
 * Starts a read while the page that shows it is still loading. The page shows its result and its
 * errors, so nothing is awaited here.
 */
export function prefetch<Data, Key extends QueryKey>(
  queries: QueryClient,
  options: UseQueryOptions<Data, Error, Data, Key>,
): void {
  queries.query(options).catch(() => undefined);
}

/** The longest that a browser's timer can wait, and the shortest pause: none would end the asking. */
const LONGEST_MS = 2 ** 31 - 1;
const SHORTEST_MS = 250;

/** How often a list is read again, on the product's clock. */
export const LIST_EVERY_MS = 60_000;

/** Real milliseconds until the next read; a clock that stands still is woken by its jump. */
export function readAgainIn(ms: number): number {
  return Math.min(Math.max(realDelayMs(ms), SHORTEST_MS), LONGEST_MS);
}

/**
 * When each query was last answered, on the product's clock: the cache itself knows only the
 * machine's, and in a demo an hour may go by in a second.
 */
const readTimes = new Map<string, Answered>();
/** When a read of each query failed last. */
const failTimes = new Map<string, Instant>();

interface Answered {
  readonly at: Instant;
  /** The same moment on the machine's clock, as the cache tells it. */
  readonly updatedAt: number;
}

/** A cache that remembers when its queries were answered. */
export function rememberingCache(): QueryCache {
  const cache = new QueryCache({
    onSuccess: (_, { queryHash, state }) =>
      void readTimes.set(queryHash, { at: now(), updatedAt: state.dataUpdatedAt }),
    onError: (_, { queryHash }) => void failTimes.set(queryHash, now()),
  });
  cache.subscribe(({ type, query }) => {
    if (type !== 'removed') return;
    readTimes.delete(query.queryHash);
    failTimes.delete(query.queryHash);
  });
  return cache;
}

/** When a query was last answered; null when it never was. A component that shows it reads the query too. */
export function readAt(key: QueryKey): Instant | null {
  return readTimes.get(hashKey(key))?.at ?? null;
}

/** When a read of a query failed last; null when none did. */
export function failedAt(key: QueryKey): Instant | null {
  return failTimes.get(hashKey(key)) ?? null;
}

/** The same by when the cache says that a query was answered, for who does not know its key. */
export function readAtOf({ dataUpdatedAt }: { readonly dataUpdatedAt: number }): Instant | null {
  for (const { at, updatedAt } of readTimes.values()) if (updatedAt === dataUpdatedAt) return at;
  return null;
}

/** The oldest of several answers: what is shown together is as old as its oldest part. */
export function oldestReadAt(keys: readonly QueryKey[]): Instant | null {
  const times = keys.map(readAt).filter((at) => at !== null);
  return times.length === 0 ? null : times.reduce((a, b) => (a < b ? a : b));
}

/**
 * The data of another query, for one that needs it. A read is called off when no screen shows its query
 * any more, also while this waits for it: then it is read once more, unless the cache was emptied, as at
 * the end of a visit. A query that passed that on would count as called off itself, and would stay on its
 * way forever.
 * @throws what the read throws; an error of its own where it was called off twice.
 */
export async function readOther<Read, Key extends QueryKey>(
  client: QueryClient,
  options: QueryExecuteOptions<Read, Error, Read, Read, Key>,
): Promise<Read> {
  try {
    return await client.query(options);
  } catch (error) {
    const isCached = client.getQueryCache().find({ queryKey: options.queryKey }) !== undefined;
    if (!(error instanceof CancelledError) || !isCached) throw error;
  }
  try {
    return await client.query(options);
  } catch (error) {
    throw error instanceof CancelledError ? new Error('This was called off.') : error;
  }
}

/** A query's error as a problem that a screen can say. */
export function problemOf(error: unknown): Problem {
  const facts = armFacts(error);
  if (facts === null) {
    const message = error instanceof Error ? error.message : String(error);
    const isMissing = isMissingCode(error);
    return {
      kind: isMissing ? 'notLoaded' : 'unexpected',
      message,
      code: null,
      requestId: null,
      missingAction: null,
      body: '',
      way: isMissing ? 'reload' : 'again',
      ...(whyUnread(error) === 'late' && { isLate: true }),
    };
  }
  const kind = kindOf(facts);
  // Without an answer the code is the browser's own.
  const message = facts.kind === 'refused' ? withCode(facts.message, facts.code) : facts.message;
  return { ...facts, message, kind, way: wayOnOf({ ...facts, kind }) };
}

function kindOf(facts: ArmErrorFacts): Problem['kind'] {
  if (isSignedOut(facts)) return 'signedOut';
  // What something before the service answers says nothing of a permission, or of what is there.
  if (facts.kind !== 'refused' || facts.isForeign === true) return facts.kind;
  // Elsewhere it doesn't name an action that an owner could allow.
  if (facts.status === 403 && facts.service === undefined) return 'forbidden';
  return facts.status === 404 ? 'notFound' : 'refused';
}

/** A read that failed, and how it is done again. */
export type FailedRead = Pick<UseQueryResult, 'error' | 'refetch'>;

/** The first of several reads that failed; null: none did. */
export const firstFailed = (...reads: readonly FailedRead[]): FailedRead | null =>
  reads.find(({ error }) => error !== null) ?? null;

/**
 * Whether no answer of the service says what came of a request that failed: neither a refusal of its own, after which
 * its result was looked up, nor the failure of what it had accepted.
 */
export function mayBeDone(error: unknown): boolean {
  const facts = armFacts(error);
  if (facts === null) return true;
  const { kind, status } = facts;
  const isOver = kind === 'refused' && status === null;
  return kind !== 'notSent' && !isOver && !isRefusal(error);
}
