import { afterReal } from '#src/lib/clock.ts';
import { abortError } from '#src/lib/result.ts';
import type { UnreadSource } from '#src/model/lost-restore.ts';

/** Reads around a press, which wait only so long for each answer. */

/** Real milliseconds for which one list, or one job, is waited for: what doesn't answer must not hide the others. */
const SOURCE_MS = 10_000;

/** Thrown where no answer came in time. */
class LateError extends Error {
  constructor() {
    super('It took too long to load.');
    this.name = 'LateError';
  }
}

/** Why a read came to nothing. */
export const whyUnread = (error: unknown): UnreadSource['why'] =>
  error instanceof LateError ? 'late' : 'failed';

/** What calls a read off: whoever asked for it, or its time. */
export interface Limits {
  readonly signal: AbortSignal;
  readonly late: AbortSignal;
}

/** Runs reads that have one time in common. */
export async function beforeLate<Value>(
  signal: AbortSignal,
  run: (limits: Limits) => Promise<Value>,
): Promise<Value> {
  const late = new AbortController();
  const stop = afterReal(SOURCE_MS, () => late.abort());
  try {
    return await run({ signal, late: late.signal });
  } finally {
    stop();
  }
}

/** A read that is called off when it takes too long. @throws LateError then, and what the read throws. */
export async function withinLimits<Value>(
  read: (signal: AbortSignal) => Promise<Value>,
  { signal, late }: Limits,
): Promise<Value> {
  const over = AbortSignal.any([signal, late]);
  const ended = new Promise<never>((_, reject) => {
    over.addEventListener('abort', () => reject(abortError(over)), { once: true });
  });
  try {
    over.throwIfAborted();
    return await Promise.race([read(over), ended]);
  } catch (error) {
    throw late.aborted && !signal.aborted ? new LateError() : error;
  }
}
