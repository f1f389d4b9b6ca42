import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

const connectionWire = z.looseObject({
  properties: maybe(
    z.looseObject({
      privateLinkServiceConnectionState: maybe(z.looseObject({ status: maybe(z.string()) })),
    }),
  ),
});

/** A disk access, `GET …/Microsoft.Compute/diskAccesses` of 2023-10-02. */
export const diskAccessWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: maybe(
    z.looseObject({
      provisioningState: maybe(z.string()),
      privateEndpointConnections: maybe(z.array(connectionWire)),
    }),
  ),
});

export const diskAccessPageWire = pageOf(diskAccessWire);
