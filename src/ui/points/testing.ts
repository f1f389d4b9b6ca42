import { instant } from '#src/lib/time.ts';
import type { DatedPoint } from '#src/ui/points/filter.ts';

/** A restore point that says everything, but for what differs. */
export const examplePoint = (different: Partial<DatedPoint> = {}): DatedPoint => ({
  time: instant(0),
  consistency: 'AppConsistent',
  tier: 'SnapshotAndVault',
  ...different,
});
