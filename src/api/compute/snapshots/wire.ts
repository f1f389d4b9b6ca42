import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** A snapshot of a disk, `GET …/Microsoft.Compute/snapshots` of 2023-10-02. */
const snapshotWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: z.looseObject({
    incremental: maybe(z.boolean()),
    timeCreated: maybe(z.string()),
    creationData: maybe(z.looseObject({ sourceResourceId: maybe(z.string()) })),
  }),
});
export type SnapshotWire = z.infer<typeof snapshotWire>;

export const snapshotPageWire = pageOf(snapshotWire);
