import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

const dataStoreWire = z.looseObject({
  type: maybe(z.string()),
  creationTime: maybe(z.string()),
  expiryTime: maybe(z.string()),
});

/** A recovery point, `GET {BI}/recoveryPoints` of 2024-04-01 (azure-contract §11). */
export const diskPointWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: z.looseObject({
    recoveryPointId: maybe(z.string()),
    recoveryPointTime: maybe(z.string()),
    recoveryPointType: maybe(z.string()),
    recoveryPointState: maybe(z.string()),
    expiryTime: maybe(z.string()),
    recoveryPointDataStoresDetails: maybe(z.array(dataStoreWire)),
  }),
});
export type DiskPointWire = z.infer<typeof diskPointWire>;

export const diskPointPageWire = pageOf(diskPointWire);
