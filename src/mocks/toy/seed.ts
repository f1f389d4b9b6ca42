/** A box on the simulated shelf. */
export interface BoxSeed {
  readonly box: string;
  readonly label: string;
  /** The resource ID of the VM that was packed; null: it was not a VM. */
  readonly machine: string | null;
  readonly bytes: number;
  readonly points: readonly PointSeed[];
}

export interface PointSeed {
  readonly point: string;
  /** Days before the beginning of the world. */
  readonly daysAgo: number;
}

/** One of the default world's machines, so that two datasources protect the same VM. */
const app01 =
  '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups/rg-app-prod/providers/Microsoft.Compute/virtualMachines/app01';

const GB = 1_000_000_000;

/** What lies on the shelf in every world. */
export const boxSeeds: readonly BoxSeed[] = [
  {
    box: 'shelf-1',
    label: 'app01 in a box',
    machine: app01,
    bytes: 120 * GB,
    points: [
      { point: 'today', daysAgo: 0.25 },
      { point: 'last-week', daysAgo: 7 },
      { point: 'last-month', daysAgo: 30 },
    ],
  },
  {
    box: 'shelf-2',
    label: 'wooden trains',
    machine: null,
    bytes: 8 * GB,
    points: [{ point: 'birthday', daysAgo: 2 }],
  },
  {
    box: 'shelf-3',
    label: 'an empty box',
    machine: null,
    bytes: 1 * GB,
    points: [],
  },
];
