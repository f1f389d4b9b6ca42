import { hash32 } from '#src/mocks/world/ids.ts';
import type { WorldSeed } from '#src/mocks/world/seed.ts';
import { regionName, sameRegion } from '#src/model/places.ts';

/** The zones of regions as subscriptions number them, and which of them are down. */

export const ZONES = ['1', '2', '3'] as const;
export type Zone = (typeof ZONES)[number];

/** Each subscription numbers the places of a region in its own way. */
export function zonesOf(subscriptionId: string, region: string) {
  const name = regionName(region);
  const shift = hash32(`${subscriptionId.toLowerCase()}:${name}`) % 3;
  return ZONES.map((logicalZone, index) => ({
    logicalZone,
    physicalZone: `${name}-az${((index + shift) % 3) + 1}`,
  }));
}

/** What one subscription calls the place of a region that another calls by this number. */
export function zoneIn(
  region: string,
  zone: Zone,
  { from, to }: { readonly from: string; readonly to: string },
): Zone {
  const place = zonesOf(from, region).find(({ logicalZone }) => logicalZone === zone)?.physicalZone;
  const there = zonesOf(to, region).find(({ physicalZone }) => physicalZone === place);
  return there?.logicalZone ?? zone;
}

type Outages = Pick<WorldSeed, 'outages' | 'subscriptions'>;

/** Whether all of a region is down. */
export const isRegionDown = ({ outages = [] }: Outages, region: string): boolean =>
  outages.some((one) => one.zone === undefined && sameRegion(one.region, region));

/** Whether the zone of a region is down that a subscription calls so. */
export const isZoneDown = (
  { outages = [], subscriptions: [first] }: Outages,
  region: string,
  zone: Zone,
  subscription: string,
): boolean =>
  outages.some(
    (one) =>
      sameRegion(one.region, region) &&
      one.zone === zoneIn(region, zone, { from: subscription, to: first?.subscriptionId ?? '' }),
  );
