import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { Read } from '#src/wizard/reads/read.ts';
import { freshState } from '#src/wizard/draft/store.ts';

/**
 * Reads once more what is in view of some queries, right before a restore is sent. A read that fails
 * leaves what was read before; what comes back is in view too, so that each step says it.
 */
async function readOnceMore(client: QueryClient, keys: readonly QueryKey[]): Promise<void> {
  await Promise.all(
    keys.map((queryKey) => client.refetchQueries({ queryKey, exact: true, type: 'active' })),
  );
}

/**
 * Reads all of this again where Azure has refused what a draft sent last: something that was read before is not so
 * any more, and what is not in view is read when it comes into view.
 */
export function readAfterRefusal(
  client: QueryClient,
  draftId: string,
  keys: readonly QueryKey[],
): void {
  const { draft } = freshState(draftId);
  if (!draft.ok || draft.value.submission.state !== 'refused') return;
  for (const queryKey of keys) void client.invalidateQueries({ queryKey, exact: true });
}

/**
 * Reads once more what others may have changed, and gives the reads with what came back. What is not
 * in view, or fails, stays as it was read before.
 */
export async function readLatest<
  Name extends string,
  Reads extends Readonly<Record<Name, Read<unknown> | readonly Read<unknown>[]>>,
>(
  client: QueryClient,
  reads: Reads,
  queries: Readonly<Partial<Record<Name, HasKey>>>,
): Promise<Reads> {
  const all = Object.values<HasKey | undefined>(queries).filter((query) => query !== undefined);
  await readOnceMore(
    client,
    all.map(({ queryKey }) => queryKey),
  );
  const latest: Record<string, Read<unknown>> = {};
  for (const name in queries) {
    const query = queries[name];
    const before = reads[name];
    if (query === undefined || !('state' in before)) continue;
    latest[name] = latestRead(client.getQueryData(query.queryKey), before);
  }
  return { ...reads, ...latest };
}

interface HasKey {
  readonly queryKey: QueryKey;
}

/** What a query has given by now, else what it had given before. What was not read stays so. */
function latestRead<Value>(value: Value | undefined, before: Read<Value>): Read<Value> {
  return value === undefined || before.state === 'not asked' ? before : { state: 'known', value };
}
