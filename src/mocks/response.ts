/** What a client gets for a request: an answer, whole or broken off in its body, or none. */
export interface SimulatedResponse {
  readonly kind: 'answer' | 'half-body' | 'connection-error' | 'silence';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** A body that is not text; `body` is null then. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** Simulated milliseconds to wait before it arrives. */
  readonly delayMs: number;
  readonly operation: string | null;
}
