import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import type { locationWire } from '#src/api/resources/places.ts';
import { onSubscription } from '#src/mocks/collection.ts';
import { failure, subscriptionNotFound } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { type Answer, type Call, list, ok, param, type Route, route } from '#src/mocks/service.ts';
import { hasSubscription } from '#src/mocks/world/lookup.ts';
import type { RegionSeed } from '#src/mocks/world/place-seed.ts';
import type { WorldSeed } from '#src/mocks/world/seed.ts';
import { zoneIn, zonesOf } from '#src/mocks/world/zones.ts';
import { sameRegion } from '#src/model/places.ts';

/**
 * Regions that every simulated subscription can use; pairs and zones as Microsoft's lists of regions
 * have them (general knowledge, not in the contract: G).
 */
export const regions: readonly RegionSeed[] = [
  { name: 'westeurope', displayName: 'West Europe', pair: 'northeurope', hasZones: true },
  { name: 'northeurope', displayName: 'North Europe', pair: 'westeurope', hasZones: true },
  { name: 'eastus', displayName: 'East US', pair: 'westus', hasZones: true },
  { name: 'eastus2', displayName: 'East US 2', pair: 'centralus', hasZones: true },
  { name: 'centralus', displayName: 'Central US', pair: 'eastus2', hasZones: true },
  { name: 'westus', displayName: 'West US', pair: 'eastus', hasZones: false },
  { name: 'italynorth', displayName: 'Italy North', hasZones: true },
];

/** The regions of a world: its own before those that all worlds have. */
export function regionsOf({ regions: own = [] }: WorldSeed): readonly RegionSeed[] {
  return [...own, ...regions.filter(({ name }) => !own.some((one) => sameRegion(one.name, name)))];
}

/** The region of a name, however it is written. */
export const regionNamed = (seed: WorldSeed, name: string): RegionSeed | undefined =>
  regionsOf(seed).find((one) => sameRegion(one.name, name));

/** A region of 2022-12-01; zones are missing where it has none (azure-contract §14). */
function wireOf(subscriptionId: string, region: RegionSeed): z.infer<typeof locationWire> {
  const { name, displayName, pair } = region;
  const id = (of: string): string => `/subscriptions/${subscriptionId}/locations/${of}`;
  return {
    id: id(name),
    name,
    type: 'Region',
    displayName,
    regionalDisplayName: `(${displayName.includes('US') ? 'US' : 'Europe'}) ${displayName}`,
    metadata: {
      regionType: 'Physical',
      regionCategory: 'Recommended',
      pairedRegion: pair === undefined ? [] : [{ name: pair, id: id(pair) }],
    },
    ...(region.hasZones ? { availabilityZoneMappings: zonesOf(subscriptionId, name) } : {}),
  };
}

const listLocations = onSubscription(({ state }, subscriptionId) =>
  list(regionsOf(state.seed).map((region) => wireOf(subscriptionId, region))),
);

/** The body of `POST /subscriptions/{sub}/providers/Microsoft.Resources/checkZonePeers` of 2022-12-01. */
export const zonePeersRequestWire = z.looseObject({
  location: z.string(),
  /** Each as `subscriptions/{id}`. */
  subscriptionIds: z.array(z.string()),
});

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
type ZonePeersWire = z.infer<typeof zonePeersWire>;

/** `POST …/checkZonePeers` of 2022-12-01 (S): which zones of subscriptions are the same place. Codes are guesses (G). */
function peersOf(own: string, region: string, others: readonly string[]): ZonePeersWire {
  return {
    subscriptionId: own,
    location: region,
    availabilityZonePeers: zonesOf(own, region).map(({ logicalZone }) => ({
      availabilityZone: logicalZone,
      peers: others.map((subscriptionId) => ({
        subscriptionId,
        availabilityZone: zoneIn(region, logicalZone, { from: own, to: subscriptionId }),
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

export const locationRoutes: readonly Route[] = [
  route.get('locations.list', '/subscriptions/{sub}/locations', listLocations),
  route.post(
    'zones.checkPeers',
    '/subscriptions/{sub}/providers/Microsoft.Resources/checkZonePeers',
    check,
  ),
];
