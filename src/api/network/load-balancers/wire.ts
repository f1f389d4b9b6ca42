import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

const reference = z.looseObject({ id: maybe(z.string()) });

/** A load balancer, `GET …/Microsoft.Network/loadBalancers/{balancer}` of 2024-01-01. */
export const loadBalancerWire = z.looseObject({
  id: z.string(),
  properties: maybe(
    z.looseObject({
      /** What people reach it by: addresses of a subnet, or public ones. */
      frontendIPConfigurations: maybe(
        z.array(
          z.looseObject({
            properties: maybe(
              z.looseObject({
                publicIPAddress: maybe(reference),
                /** A whole range of public addresses in place of one. */
                publicIPPrefix: maybe(reference),
              }),
            ),
          }),
        ),
      ),
    }),
  ),
});
export type LoadBalancerWire = z.infer<typeof loadBalancerWire>;
