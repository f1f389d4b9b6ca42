/** An expected outcome: a value, or the reason there is none. */
export type Result<Value, Reason> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason };

export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

export function fail<Reason>(reason: Reason): Result<never, Reason> {
  return { ok: false, reason };
}

/** Throws when something that cannot be is so: a bug, never a person's mistake. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (condition === false || condition === null || condition === undefined) {
    throw new Error(`Unexpected state: ${message}`);
  }
}

/** What can be called off: a signal of the browser's, or of the pipeline's own make. */
export interface Abortable {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Why something was called off, as an error to throw; a signal's reason can be anything. */
export function abortError(signal: Pick<Abortable, 'reason'> | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new Error('aborted');
}

/** The value of a text that is JSON; null: it's none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
