import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/**
 * A NIC with all that it says, as it is changed and written back: `GET …/networkInterfaces/{nic}` of 2024-01-01.
 */
export const nicModelWire = z.looseObject({
  id: z.string(),
  location: z.string(),
  etag: maybe(z.string()),
  properties: z.looseObject({
    provisioningState: maybe(z.string()),
    virtualMachine: maybe(z.looseObject({ id: maybe(z.string()) })),
    ipConfigurations: maybe(
      z.array(
        z.looseObject({
          name: maybe(z.string()),
          properties: maybe(z.looseObject({ privateIPAddress: maybe(z.string()) })),
        }),
      ),
    ),
  }),
});
export type NicModelWire = z.infer<typeof nicModelWire>;
