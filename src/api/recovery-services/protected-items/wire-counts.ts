import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/** A row of backup instances counted by Resource Graph. The query names its columns. */
export const healthCountWire = z.looseObject({
  state: z.enum(['notDeleted', 'deleted']),
  health: maybe(z.string()),
  items: z.number(),
});

/** The same, counted by latest restore points. */
export const pointCountWire = z.looseObject({
  point: z.enum(['older', 'none']),
  items: z.number(),
});

/** The same by what their vaults report of their redundancy. */
export const reachCountWire = z.looseObject({
  location: maybe(z.string()),
  redundancy: maybe(z.string()),
  crossRegion: maybe(z.string()),
  items: z.number(),
});
export type ReachCountWire = z.infer<typeof reachCountWire>;
