import * as z from 'zod/mini';

const pointWire = z.object({
  point: z.string(),
  /** Seconds since 1970. */
  takenAt: z.number(),
  isWorn: z.boolean(),
});

const boxWire = z.object({
  box: z.string(),
  label: z.string(),
  /** The resource ID of the VM that the box was packed from; null: it was not a VM. */
  machine: z.nullable(z.string()),
  bytes: z.number(),
  points: z.array(pointWire),
});
export type BoxWire = z.infer<typeof boxWire>;

/** The whole shelf in one answer. */
export const boxesWire = z.object({ boxes: z.array(boxWire) });
