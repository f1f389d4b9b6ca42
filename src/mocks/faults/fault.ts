import * as z from 'zod/mini';

/**
 * Faults are data: which request, how often, what happens. They speak of operations by the names
 * in `routes.ts`.
 */

const seconds = z.number().check(z.minimum(0));
const task = z.number().check(z.int(), z.minimum(0));

const effectShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('latency'), seconds }),
  z.object({
    kind: z.literal('status'),
    status: z.literal([401, 403, 404, 409, 412, 500, 503]),
    code: z.optional(z.string()),
  }),
  // A 401 that asks for a token with other claims: a client may get one and ask again.
  z.object({ kind: z.literal('challenge') }),
  // No token can be had in the page: nothing leaves it before the person signs in again.
  z.object({ kind: z.literal('no-token') }),
  z.object({ kind: z.literal('throttle'), retryAfterSeconds: seconds }),
  z.object({ kind: z.literal('timeout'), seconds }),
  z.object({ kind: z.literal('drop') }),
  // The next request that brings a page token (`$skipToken`) is told that it is too old.
  z.object({ kind: z.literal('expire-page-token') }),
  z.object({ kind: z.literal('truncated-json') }),
  z.object({ kind: z.literal('wrong-json') }),
  // The work is done and stored; then the connection breaks.
  z.object({ kind: z.literal('answer-lost') }),
  // The work is done and stored; then the answer is a 500.
  z.object({ kind: z.literal('accepted-but-500') }),
  // The job of the next restore fails in this sub-task (from 0), or stands still in it, for ever or for so long.
  z.object({ kind: z.literal('job-fails'), task }),
  z.object({ kind: z.literal('job-stalls'), task, forSeconds: z.optional(seconds) }),
  // The operation of the next restore ends badly, and no job comes of it.
  z.object({ kind: z.literal('operation-fails') }),
  z.object({ kind: z.literal('operation-canceled') }),
]);
export type FaultEffect = z.infer<typeof effectShape>;

const faultShape = z.object({
  id: z.string(),
  match: z.object({
    method: z.optional(z.string()),
    /** Text that the path contains, in any letter case. */
    path: z.optional(z.string()),
    /** Name of an operation, such as `restores.trigger`. */
    operation: z.optional(z.string()),
  }),
  /** How many requests it meets; null is every one. */
  times: z.nullable(z.number()),
  effect: effectShape,
});
export type Fault = z.infer<typeof faultShape>;

/** Checks a fault that came from outside, such as a test; throws when it is none. */
export function parseFault(fault: unknown): Fault {
  return faultShape.parse(fault);
}
