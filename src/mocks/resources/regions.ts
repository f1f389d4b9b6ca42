/** A region of Azure as far as forms ask about it. */
export interface RegionSeed {
  readonly name: string;
  readonly displayName: string;
  /** Missing: the region has no pair. */
  readonly pair?: string;
  readonly hasZones: boolean;
}

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
