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
