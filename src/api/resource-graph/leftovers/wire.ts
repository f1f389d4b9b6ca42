import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/** A row of a resource that belongs to nothing (azure-contract §1, table `resources`). */
export const looseRowWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: maybe(z.string()),
  tags: maybe(z.record(z.string(), z.string())),
  properties: maybe(
    z.looseObject({ diskSizeGB: maybe(z.number()), timeCreated: maybe(z.string()) }),
  ),
});
export type LooseRowWire = z.infer<typeof looseRowWire>;
