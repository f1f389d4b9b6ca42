import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/** The body of `POST /subscriptions/{sub}/providers/Microsoft.Resources/checkZonePeers` of 2022-12-01. */
export const zonePeersRequestWire = z.looseObject({
  location: z.string(),
  /** Each as `subscriptions/{id}`. */
  subscriptionIds: z.array(z.string()),
});

export type ZonePeersRequestWire = z.infer<typeof zonePeersRequestWire>;

/** Which zones of other subscriptions are the same place as a subscription's own. */
export const zonePeersWire = z.looseObject({
  subscriptionId: maybe(z.string()),
  location: maybe(z.string()),
  availabilityZonePeers: maybe(
    z.array(
      z.looseObject({
        availabilityZone: z.string(),
        peers: maybe(
          z.array(z.looseObject({ subscriptionId: z.string(), availabilityZone: z.string() })),
        ),
      }),
    ),
  ),
});

export type ZonePeersWire = z.infer<typeof zonePeersWire>;
