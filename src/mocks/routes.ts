import { permissionRoutes } from '#src/mocks/authorization/permissions.ts';
import { diskAccessRoutes } from '#src/mocks/compute/disk-accesses.ts';
import { diskRoutes } from '#src/mocks/compute/disks.ts';
import { encryptionSetRoutes } from '#src/mocks/compute/encryption-sets.ts';
import { machineRoutes } from '#src/mocks/compute/machines.ts';
import { networkRoutes } from '#src/mocks/network/virtual-networks.ts';
import { recoveryServicesRoutes } from '#src/mocks/recovery-services/routes.ts';
import { graphRoutes } from '#src/mocks/resource-graph/query.ts';
import { groupRoutes } from '#src/mocks/resources/groups.ts';
import { locationRoutes } from '#src/mocks/resources/locations.ts';
import { subscriptionRoutes } from '#src/mocks/resources/subscriptions.ts';
import type { Route } from '#src/mocks/service.ts';
import { storageRoutes } from '#src/mocks/storage/accounts.ts';

/** Every operation that the simulated Azure knows. */
export const routes: readonly Route[] = [
  ...graphRoutes,
  ...recoveryServicesRoutes,
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
