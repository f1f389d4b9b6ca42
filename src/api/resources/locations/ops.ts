import { listReader } from '#src/api/arm/reader.ts';
import type * as z from 'zod/mini';
import { locationPageWire, type locationWire } from '#src/api/resources/locations/wire.ts';
import { SUBSCRIPTION_API_VERSION } from '#src/api/resources/version.ts';
import type { Region } from '#src/model/places.ts';

/** The regions that a subscription can use: `GET /subscriptions/{sub}/locations` (2022-12-01). */
export const listRegions = listReader(
  locationPageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/locations?api-version=${SUBSCRIPTION_API_VERSION}`,
  toRegion,
);

function toRegion(wire: z.infer<typeof locationWire>): Region {
  const zones = (wire.availabilityZoneMappings ?? []).toSorted((a, b) =>
    a.logicalZone.localeCompare(b.logicalZone),
  );
  return {
    name: wire.name,
    displayName: wire.displayName ?? wire.name,
    pairedRegion: wire.metadata?.pairedRegion?.[0]?.name ?? null,
    zones: zones.map(({ logicalZone }) => logicalZone),
    places: zones.map(({ physicalZone }) => physicalZone ?? null),
  };
}
