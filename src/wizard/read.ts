import { problemOf, readAtOf } from '#src/api/queries/query.ts';
import { countText, pauseEndText } from '#src/lib/format.ts';
import { isCut } from '#src/lib/list.ts';
import { askNow } from '#src/lib/limits.ts';
import type { Instant } from '#src/lib/time.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { canSucceed, type Problem } from '#src/model/problem.ts';
import { sameId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { problemWords } from '#src/strings/problem-words.ts';
import { wizard } from '#src/strings/wizard.ts';

/** Why a read has no value, and the way to ask once more; null where that gets the same answer. */
export interface ReadTrouble {
  readonly problem: Problem;
  readonly readAgain: (() => void) | null;
}

/** The state of a read. Facts that depend on it are known only in the first state. */
export type Read<Value> =
  | {
      readonly state: 'known';
      readonly value: Value;
      /** When Azure answered, as far as that is remembered. */
      readonly at?: Instant | undefined;
    }
  | { readonly state: 'not asked' | 'loading' }
  | { readonly state: 'forbidden' | 'failed'; readonly trouble?: ReadTrouble };

/** Whether a read has no answer yet, or one of several. */
export const isOnItsWay = (read: unknown): boolean =>
  Array.isArray(read)
    ? read.some(isOnItsWay)
    : typeof read === 'object' && read !== null && 'state' in read && read.state === 'loading';

/** Whether some of the reads of a draft have no answer yet. */
export const areOnTheirWay = (reads: unknown): boolean =>
  typeof reads === 'object' && reads !== null && Object.values(reads).some(isOnItsWay);

/** The value of a read; undefined while it is not known. */
export function known<Value>(read: Read<Value>): Value | undefined {
  return read.state === 'known' ? read.value : undefined;
}

/**
 * What the rules read of a thing that was chosen from a list: nothing of one that isn't in it any more, all unknown
 * while the list is not read or cut.
 */
export function chosenOf<One extends { readonly id: string }, Value>(
  id: string | null,
  list: Read<readonly One[]>,
  valueOf: (one: One) => Partial<Value>,
): Partial<Value> | null {
  if (id === null) return null;
  const all = known(list);
  const found = all?.find((one) => sameId(one.id, id));
  if (found !== undefined) return valueOf(found);
  return all === undefined || isCut(all) ? {} : null;
}

/** The values of several reads; undefined while one of them is not known. */
export function allKnown<Value>(reads: readonly Read<Value>[]): Value[] | undefined {
  const values = reads.flatMap((read) => (read.state === 'known' ? [read.value] : []));
  return values.length === reads.length ? values : undefined;
}

/** True as soon as one answer is true, false once all are known to be false. */
export function anyOf(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

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

/** Why a list is empty or not whole: not read yet, not to be read, longer, or nothing there; undefined when it is neither. */
export function readHint(read: Read<readonly unknown[]>): string | undefined {
  if (read.state !== 'known') return wizard.reads[read.state];
  if (isCut(read.value)) return common.cut(countText(read.value.length));
  return read.value.length === 0 ? wizard.empty : undefined;
}

/** A read that did not come to an answer. */
interface Unanswered {
  readonly state: 'forbidden' | 'failed';
  readonly trouble?: ReadTrouble | undefined;
}

/** What Azure said of a read: what happened, the action that is missing, and whom to ask. */
export function troubleText({ state, trouble }: Unanswered, what: string): string {
  const problem = trouble?.problem;
  const words = problemWords(problem ?? { kind: state === 'forbidden' ? state : 'lost' });
  const missing = problem?.missingAction ?? null;
  return [
    words.title(what),
    ...(state === 'failed' && problem !== undefined ? [textInSentence(problem.message)] : []),
    ...(problem?.pause === undefined
      ? []
      : [common.pausedUntil(pauseEndText(problem.pause.until))]),
    ...(missing === null ? [] : [`${common.missingAction(missing)}.`]),
    words.advice,
  ].join(' ');
}
