import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { SUBSCRIPTION_API_VERSION } from '#src/api/resources/version.ts';
import { type ZonePeersRequestWire, zonePeersWire } from '#src/api/resources/zone-peers/wire.ts';
import { sameId } from '#src/model/resource-id.ts';

/** A zone of one subscription that is the same place as a zone of another. */
export interface ZonePeer {
  /** Number in the subscription that asks, such as `1`. */
  readonly own: string;
  /** Number in the other subscription. */
  readonly other: string;
}

/** Two subscriptions, and the region whose zones are compared. */
export interface ZoneQuestion {
  readonly subscriptionId: string;
  readonly otherSubscriptionId: string;
  readonly region: string;
}

/**
 * Which zones of two subscriptions are the same place, for each numbers them in its own way: `POST
 * /subscriptions/{sub}/providers/Microsoft.Resources/checkZonePeers` (2022-12-01). It changes nothing.
 * @throws ArmError where the region has no zones, or a subscription may not be asked for.
 */
export async function listZonePeers(
  arm: ArmPipelines,
  { subscriptionId, otherSubscriptionId, region }: ZoneQuestion,
  signal?: AbortSignal,
): Promise<ZonePeer[]> {
  const body: ZonePeersRequestWire = {
    location: region,
    subscriptionIds: [`subscriptions/${otherSubscriptionId}`],
  };
  const url = `/subscriptions/${subscriptionId}/providers/Microsoft.Resources/checkZonePeers?api-version=${SUBSCRIPTION_API_VERSION}`;
  const answer = await sendFor(arm, zonePeersWire, { method: 'POST', url, body, signal });
  return (answer.availabilityZonePeers ?? []).flatMap(({ availabilityZone: own, peers }) => {
    const peer = peers?.find((one) => sameId(one.subscriptionId, otherSubscriptionId));
    return peer === undefined ? [] : [{ own, other: peer.availabilityZone }];
  });
}
