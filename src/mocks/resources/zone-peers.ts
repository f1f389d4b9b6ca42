import { type ZonePeersWire, zonePeersRequestWire } from '#src/api/resources/zone-peers/wire.ts';
import { failure, subscriptionNotFound } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { zonesOf } from '#src/mocks/resources/locations.ts';
import { regionNamed } from '#src/mocks/resources/regions.ts';
import { type Answer, type Call, ok, param, type Route } from '#src/mocks/service.ts';
import { hasSubscription } from '#src/mocks/world/lookup.ts';

/** `POST …/checkZonePeers` of 2022-12-01 (S): which zones of subscriptions are the same place. Codes are guesses (G). */

/** The number that a place has in a subscription. */
const numberOf = (subscriptionId: string, region: string, place: string): string =>
  zonesOf(subscriptionId, region).find(({ physicalZone }) => physicalZone === place)?.logicalZone ??
  '';

function peersOf(own: string, region: string, others: readonly string[]): ZonePeersWire {
  return {
    subscriptionId: own,
    location: region,
    availabilityZonePeers: zonesOf(own, region).map(({ logicalZone, physicalZone }) => ({
      availabilityZone: logicalZone,
      peers: others.map((subscriptionId) => ({
        subscriptionId,
        availabilityZone: numberOf(subscriptionId, region, physicalZone),
      })),
    })),
  };
}

function check(call: Call): Answer {
  const own = param(call, 'sub');
  const body = zonePeersRequestWire.safeParse(parseJson(call.request.body)).data;
  if (body === undefined) {
    return failure(400, 'InvalidRequestContent', 'location and subscriptionIds are needed.');
  }
  const others = body.subscriptionIds.map((id) => id.replace(/^\/?subscriptions\//i, ''));
  const unknown = [own, ...others].find((id) => !hasSubscription(call.state, id));
  if (unknown !== undefined) return subscriptionNotFound(unknown);
  const region = regionNamed(call.state.seed, body.location);
  return region?.hasZones === true
    ? ok(peersOf(own, region.name, others))
    : failure(
        400,
        'LocationNotSupportAvailabilityZones',
        `The location '${body.location}' has no availability zones.`,
      );
}

export const zonePeerRoutes: readonly Route[] = [
  {
    operation: 'zones.checkPeers',
    method: 'POST',
    path: '/subscriptions/{sub}/providers/Microsoft.Resources/checkZonePeers',
    action: 'Microsoft.Resources/checkZonePeers/action',
    handle: check,
  },
];
