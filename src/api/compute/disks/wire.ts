import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/** A managed disk, `GET …/Microsoft.Compute/disks/{disk}` of 2023-10-02. */
export const diskWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: z.looseObject({
    diskSizeGB: maybe(z.number()),
    networkAccessPolicy: maybe(z.string()),
    diskAccessId: maybe(z.string()),
    encryption: maybe(z.looseObject({ type: maybe(z.string()) })),
  }),
});
export type DiskWire = z.infer<typeof diskWire>;
