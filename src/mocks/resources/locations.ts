import type * as z from 'zod/mini';
import type { locationWire } from '#src/api/resources/locations/wire.ts';
import { subscriptionNotFound } from '#src/mocks/errors.ts';
import { regionsOf } from '#src/mocks/resources/regions.ts';
import type { RegionSeed } from '#src/mocks/world/place-seed.ts';
import { list, param, type Route } from '#src/mocks/service.ts';
import { hash32 } from '#src/mocks/world/ids.ts';
import { hasSubscription } from '#src/mocks/world/lookup.ts';

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

/** Each subscription numbers the places of a region in its own way. */
export function zonesOf(subscriptionId: string, region: string) {
  const shift = hash32(`${subscriptionId}:${region}`) % 3;
  return [0, 1, 2].map((zone) => ({
    logicalZone: String(zone + 1),
    physicalZone: `${region}-az${((zone + shift) % 3) + 1}`,
  }));
}

export const locationRoutes: readonly Route[] = [
  {
    operation: 'locations.list',
    method: 'GET',
    path: '/subscriptions/{sub}/locations',
    action: 'Microsoft.Resources/subscriptions/locations/read',
    handle: (call) => {
      const subscriptionId = param(call, 'sub');
      return hasSubscription(call.state, subscriptionId)
        ? list(regionsOf(call.state.seed).map((region) => wireOf(subscriptionId, region)))
        : subscriptionNotFound(subscriptionId);
    },
  },
];
