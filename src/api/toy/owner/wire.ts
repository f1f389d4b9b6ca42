import * as z from 'zod/mini';

/** Who a token belongs to. */
export const ownerWire = z.object({ owner: z.string() });
