import type { RegionSeed } from '#src/mocks/world/place-seed.ts';
import type { WorldSeed } from '#src/mocks/world/seed.ts';
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
