import * as z from 'zod/mini';
import { instant } from '#src/lib/time.ts';

/** What the browser keeps of Azure's answers, so that a reload loses nothing. */

/** A moment, as its epoch milliseconds. */
export const keptInstant = z.pipe(
  z.number(),
  z.transform((ms) => instant(ms)),
);

/** An accepted operation, to be followed further. */
export const keptOperation = z.object({
  pollUrl: z.string(),
  pollKind: z.enum(['status', 'location']),
  retryAfterMs: z.number(),
});
