import { availabilitySetRoutes } from '#src/mocks/compute/availability-sets.ts';
import { diskAccessRoutes } from '#src/mocks/compute/disk-accesses.ts';
import { diskRoutes } from '#src/mocks/compute/disks.ts';
import { encryptionSetRoutes } from '#src/mocks/compute/encryption-sets.ts';
import { machineRoutes } from '#src/mocks/compute/machines.ts';
import { sizeRoutes } from '#src/mocks/compute/sizes.ts';
import { usageRoutes } from '#src/mocks/compute/usages.ts';
import { snapshotRoutes } from '#src/mocks/compute/snapshots.ts';
import type { Route } from '#src/mocks/service.ts';

/** What the simulated Microsoft.Compute answers. */
export const computeRoutes: readonly Route[] = [
  ...machineRoutes,
  ...sizeRoutes,
  ...usageRoutes,
  ...diskRoutes,
  ...diskAccessRoutes,
  ...encryptionSetRoutes,
  ...snapshotRoutes,
  ...availabilitySetRoutes,
];
