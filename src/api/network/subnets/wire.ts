import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/** One subnet, `GET …/virtualNetworks/{network}/subnets/{subnet}` of 2024-01-01. */
export const networkSubnetWire = z.looseObject({
  id: z.string(),
  properties: maybe(
    z.looseObject({ networkSecurityGroup: maybe(z.looseObject({ id: maybe(z.string()) })) }),
  ),
});
