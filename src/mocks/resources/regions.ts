import { hash32 } from '#src/mocks/world/ids.ts';
import type { RegionSeed } from '#src/mocks/world/place-seed.ts';
import type { WorldSeed } from '#src/mocks/world/seed.ts';
import { regionName, sameRegion } from '#src/model/region.ts';

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
