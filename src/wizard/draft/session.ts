import * as z from 'zod/mini';

/**
 * A session of file recovery that a draft led to: from the answer with the script until the disks are
 * unmounted. No password: that is in no storage.
 */
export const mountSession = z.object({
  /** Full id of the recovery point. */
  pointId: z.string(),
  /** When the answer with the script came, by this machine's clock. */
  since: z.number(),
  /** When the service ends it, by the answer; null: the answer does not say. */
  expiresAt: z.nullable(z.number()),
  /** When Azure reported that the point is not mounted any more. */
  endedAt: z.optional(z.number()),
  /** When the person said that nothing is left of it. */
  handledAt: z.optional(z.number()),
});
export type MountSession = z.infer<typeof mountSession>;
