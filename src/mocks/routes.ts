import { permissionRoutes } from '#src/mocks/authorization/permissions.ts';
import { diskAccessRoutes } from '#src/mocks/compute/disk-accesses.ts';
import { diskRoutes } from '#src/mocks/compute/disks.ts';
import { encryptionSetRoutes } from '#src/mocks/compute/encryption-sets.ts';
import { machineRoutes } from '#src/mocks/compute/machines.ts';
import { networkRoutes } from '#src/mocks/network/virtual-networks.ts';
import { jobRoutes } from '#src/mocks/recovery-services/jobs.ts';
import { operationRoutes } from '#src/mocks/recovery-services/operations.ts';
import { protectedItemRoutes } from '#src/mocks/recovery-services/protected-items.ts';
import { recoveryPointRoutes } from '#src/mocks/recovery-services/recovery-points.ts';
import { restoreRoutes } from '#src/mocks/recovery-services/restores.ts';
import { validationRoutes } from '#src/mocks/recovery-services/validations.ts';
import { vaultRoutes } from '#src/mocks/recovery-services/vaults.ts';
import { vaultConfigRoutes } from '#src/mocks/recovery-services/vaults-config.ts';
import { vaultChangeRoutes } from '#src/mocks/recovery-services/vaults-change.ts';
import { graphRoutes } from '#src/mocks/resource-graph/query.ts';
import { groupRoutes } from '#src/mocks/resources/groups.ts';
import { locationRoutes } from '#src/mocks/resources/locations.ts';
import { subscriptionRoutes } from '#src/mocks/resources/subscriptions.ts';
import type { Route } from '#src/mocks/service.ts';
import { storageRoutes } from '#src/mocks/storage/accounts.ts';

/** Every operation that the simulated Azure knows. */
export const routes: readonly Route[] = [
  ...graphRoutes,
  ...vaultRoutes,
  ...vaultChangeRoutes,
  ...vaultConfigRoutes,
  ...protectedItemRoutes,
  ...recoveryPointRoutes,
  ...restoreRoutes,
  ...validationRoutes,
  ...operationRoutes,
  ...jobRoutes,
  ...subscriptionRoutes,
  ...groupRoutes,
  ...permissionRoutes,
  ...locationRoutes,
  ...networkRoutes,
  ...storageRoutes,
  ...machineRoutes,
  ...diskRoutes,
  ...diskAccessRoutes,
  ...encryptionSetRoutes,
];
