import { problemOf, readAtOf } from '#src/api/queries/query.ts';
import { askNow } from '#src/lib/retry-waits.ts';
import { canSucceed, type Problem } from '#src/model/problem.ts';
import type { Read } from '#src/wizard/reads/read.ts';

interface QueryState<Value> {
  readonly data: Value | undefined;
  readonly dataUpdatedAt: number;
  readonly error: unknown;
  readonly fetchStatus: 'fetching' | 'paused' | 'idle';
  readonly refetch: () => Promise<unknown>;
}

/** A query's state as a read. An older value stays known while a newer one is being fetched. */
export function readOf<Value>(query: QueryState<Value>): Read<Value> {
  if (query.data !== undefined) {
    return { state: 'known', value: query.data, at: readAtOf(query) ?? undefined };
  }
  if (query.error !== null) {
    const problem = sameProblem(query.error);
    const readAgain = () => askNow(problem.pause, () => void query.refetch());
    return {
      state: problem.kind === 'forbidden' ? 'forbidden' : 'failed',
      trouble: { problem, readAgain: canSucceed(problem.way) ? readAgain : null },
    };
  }
  return { state: query.fetchStatus === 'idle' ? 'not asked' : 'loading' };
}

const problems = new WeakMap<object, Problem>();

/** The problem of an error: the same object for the same error, so that a read can stay the same. */
function sameProblem(error: unknown): Problem {
  if (typeof error !== 'object' || error === null) return problemOf(error);
  const problem = problems.get(error) ?? problemOf(error);
  problems.set(error, problem);
  return problem;
}
