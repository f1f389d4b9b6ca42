import { isForbidden } from '#src/api/arm/error.ts';

/** Where a read stands. Facts that hang on it are known only in the first state. */
export type Read<Value> =
  | { readonly state: 'known'; readonly value: Value }
  | { readonly state: 'not asked' | 'loading' | 'forbidden' | 'failed' };

interface QueryState<Value> {
  readonly data: Value | undefined;
  readonly error: unknown;
  readonly fetchStatus: 'fetching' | 'paused' | 'idle';
}

/** A query's state as a read. An older value stays known while a newer one is being fetched. */
export function readOf<Value>(query: QueryState<Value>): Read<Value> {
  if (query.data !== undefined) return { state: 'known', value: query.data };
  if (query.error !== null) return { state: isForbidden(query.error) ? 'forbidden' : 'failed' };
  return { state: query.fetchStatus === 'idle' ? 'not asked' : 'loading' };
}

/** The value of a read; undefined while it is not known. */
export function known<Value>(read: Read<Value>): Value | undefined {
  return read.state === 'known' ? read.value : undefined;
}
