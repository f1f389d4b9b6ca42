/** A size of machines as the simulated subscriptions may use it. */
export interface SizeFacts {
  readonly name: string;
  readonly cores: number;
  /** The quota that it counts against. */
  readonly family: string;
  readonly memoryGB: number;
  /** Regions in which no subscription here may use it. */
  readonly closedIn?: readonly string[];
  /** Zones in which no subscription here may use it, by region. */
  readonly closedZones?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Sizes that Azure offers; which, and where, is made up (G). Sizes that it has given up, such as
 * `Standard_A2`, and those of classic machines are in no list.
 */
export const sizeList: readonly SizeFacts[] = [
  { name: 'Standard_A1_v2', family: 'standardAv2Family', cores: 1, memoryGB: 2 },
  { name: 'Standard_B2s', family: 'standardBSFamily', cores: 2, memoryGB: 4 },
  { name: 'Standard_B2ms', family: 'standardBSFamily', cores: 2, memoryGB: 8 },
  { name: 'Standard_D2_v3', family: 'standardDv3Family', cores: 2, memoryGB: 8 },
  { name: 'Standard_D2s_v5', family: 'standardDSv5Family', cores: 2, memoryGB: 8 },
  {
    name: 'Standard_D4s_v5',
    family: 'standardDSv5Family',
    cores: 4,
    memoryGB: 16,
    closedZones: { northeurope: ['3'] },
  },
  { name: 'Standard_D8s_v5', family: 'standardDSv5Family', cores: 8, memoryGB: 32 },
  { name: 'Standard_E4s_v5', family: 'standardESv5Family', cores: 4, memoryGB: 32 },
  { name: 'Standard_E8s_v5', family: 'standardESv5Family', cores: 8, memoryGB: 64 },
  { name: 'Standard_E16s_v5', family: 'standardESv5Family', cores: 16, memoryGB: 128 },
  {
    name: 'Standard_M64s',
    family: 'standardMSFamily',
    cores: 64,
    memoryGB: 1024,
    closedIn: ['westus'],
  },
  // On its way out: still listed, and closed to those who have no machine of it left.
  {
    name: 'Standard_NC6s_v3',
    family: 'standardNCSv3Family',
    cores: 6,
    memoryGB: 112,
    closedIn: ['eastus2', 'northeurope'],
  },
];
