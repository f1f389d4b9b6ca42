import type { Instant } from '#src/lib/time.ts';
import type { Problem } from '#src/model/problem.ts';

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

/** The value of a read; undefined while it is not known. */
export function known<Value>(read: Read<Value>): Value | undefined {
  return read.state === 'known' ? read.value : undefined;
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
