import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** `GET …/Microsoft.Compute/locations/{region}/vmSizes` of 2024-03-01 (azure-contract §14). */
const vmSizeWire = z.looseObject({
  name: z.string(),
  numberOfCores: maybe(z.number()),
  memoryInMB: maybe(z.number()),
  maxDataDiskCount: maybe(z.number()),
});
export type VmSizeWire = z.infer<typeof vmSizeWire>;

export const vmSizePageWire = pageOf(vmSizeWire);
