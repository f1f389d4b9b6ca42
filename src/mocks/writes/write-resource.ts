import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { failure } from '#src/mocks/errors.ts';
import type { Answer } from '#src/mocks/service.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import type { State } from '#src/mocks/world/fold.ts';

/** A resource as somebody wants it to be, whole. */
export interface ResourceWrite {
  readonly id: string;
  readonly apiVersion: string;
  readonly body: unknown;
  /** The version that the writer has read, as `If-Match` says it. */
  readonly ifMatch?: string;
  /** The resource must not be there yet (`If-None-Match: *`). */
  readonly isOnlyNew?: boolean;
}

/** What comes of a write: the event makes it so, and the write is over after `ms` simulated milliseconds. */
export type WriteOutcome =
  | { readonly kind: 'refused'; readonly answer: Answer }
  | {
      readonly kind: 'accepted';
      readonly status: 200 | 201;
      readonly ms: number;
      readonly body: unknown;
      readonly event: WorldEvent;
    };

/**
 * Writes a resource whole, as a PUT does: the one way into the world for routes and deployments. Refuses from the
 * facts of the world. Pure; `at` in simulated epoch milliseconds.
 */
export function writeResource(_state: State, _at: number, write: ResourceWrite): WriteOutcome {
  const type = parseResourceId(write.id)?.type ?? '';
  const answer = failure(
    400,
    'InvalidResourceType',
    `The resource type '${type}' cannot be written.`,
  );
  return { kind: 'refused', answer };
}
