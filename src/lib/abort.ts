/** Why something was called off, as an error to throw; a signal's reason can be anything. */
export function abortError(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new Error('aborted');
}
