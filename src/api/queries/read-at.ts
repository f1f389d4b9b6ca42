import { hashKey, QueryCache, type QueryKey } from '@tanstack/react-query';
import { now } from '#src/lib/clock.ts';
import type { Instant } from '#src/lib/time.ts';

/**
 * When each query was last answered, on the product's clock: the cache itself knows only the
 * machine's, and in a demo an hour may go by in a second.
 */
const readTimes = new Map<string, Answered>();

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
  });
  cache.subscribe(({ type, query }) => {
    if (type === 'removed') readTimes.delete(query.queryHash);
  });
  return cache;
}

/** When a query was last answered; null when it never was. A component that shows it reads the query too. */
export function readAt(key: QueryKey): Instant | null {
  return readTimes.get(hashKey(key))?.at ?? null;
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
