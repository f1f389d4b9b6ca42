import type { Answer } from '#src/mocks/service.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';

/** A resource as a request describes it, whole. */
export interface ResourceWrite {
  readonly id: string;
  readonly apiVersion: string;
  readonly body: unknown;
  /** The version that the writer has read, as `If-Match` says it. */
  readonly ifMatch?: string;
  /** The resource must not be there yet (`If-None-Match: *`). */
  readonly isOnlyNew?: boolean;
}

/** A write that is taken. */
export interface Accepted {
  readonly kind: 'accepted';
  readonly status: 200 | 201;
  /** Simulated milliseconds until the write is over. */
  readonly ms: number;
  /** The resource as the answer shows it. */
  readonly body: unknown;
  /** Makes it so. */
  readonly event: WorldEvent;
}

/** What comes of a write. */
export type WriteOutcome = { readonly kind: 'refused'; readonly answer: Answer } | Accepted;
