import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/** A public address, `GET …/Microsoft.Network/publicIPAddresses/{address}` of 2024-01-01. */
export const publicAddressWire = z.looseObject({
  id: z.string(),
  properties: maybe(
    z.looseObject({
      /** `Static` or `Dynamic`. */
      publicIPAllocationMethod: maybe(z.string()),
    }),
  ),
});
export type PublicAddressWire = z.infer<typeof publicAddressWire>;
