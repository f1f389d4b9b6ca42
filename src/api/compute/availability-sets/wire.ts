import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** An availability set, `GET …/Microsoft.Compute/availabilitySets/{set}` of 2024-03-01. */
const availabilitySetWire = z.looseObject({
  id: z.string(),
  name: maybe(z.string()),
  location: z.string(),
  /** `Aligned` for managed disks, `Classic` for unmanaged ones. */
  sku: maybe(z.looseObject({ name: maybe(z.string()) })),
});

export const availabilitySetPageWire = pageOf(availabilitySetWire);
