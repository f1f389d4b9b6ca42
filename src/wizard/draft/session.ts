import * as z from 'zod/mini';
import { NO_MOUNT } from '#src/model/file-recovery.ts';

/**
 * A session of file recovery that a draft led to: from the answer with the script until the disks are
 * unmounted. No password: that is in no storage.
 */
export const mountSession = z.object({
  /** Full id of the recovery point. */
  pointId: z.string(),
  /** When the answer with the script came. */
  since: z.number(),
  /** When the service ends it, by the answer; null: the answer does not say. */
  expiresAt: z.nullable(z.number()),
  /** Why the answer can't be used, where it had no script or no password: another one would be like it. */
  lacks: z.optional(z.enum(NO_MOUNT)),
  /** When Azure reported that the point is not mounted any more. */
  endedAt: z.optional(z.number()),
  /** When the person said that nothing is left of it. */
  handledAt: z.optional(z.number()),
});
export type MountSession = z.infer<typeof mountSession>;
