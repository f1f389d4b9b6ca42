import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** How much of something a subscription uses and may use (azure-contract §14). */
const usageWire = z.looseObject({
  currentValue: z.number(),
  /** -1: as much as one likes. */
  limit: z.number(),
  /** `cores` is all vCPUs of the region. */
  name: z.looseObject({ value: maybe(z.string()), localizedValue: maybe(z.string()) }),
});
export type UsageWire = z.infer<typeof usageWire>;

/** `GET …/Microsoft.Compute/locations/{region}/usages` of 2024-03-01; vaults answer the same shape. */
export const usagePageWire = pageOf(usageWire);
