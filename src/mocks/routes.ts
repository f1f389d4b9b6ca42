import { grantRoutes } from '#src/mocks/authorization/grants.ts';
import { permissionRoutes } from '#src/mocks/authorization/permissions.ts';
import { roleRoutes } from '#src/mocks/authorization/roles.ts';
import { computeRoutes } from '#src/mocks/compute/routes.ts';
import { dataProtectionRoutes } from '#src/mocks/data-protection/routes.ts';
import { networkRoutes } from '#src/mocks/network/routes.ts';
import { recoveryServicesRoutes } from '#src/mocks/recovery-services/routes.ts';
import { graphRoutes } from '#src/mocks/resource-graph/query.ts';
import { groupRoutes } from '#src/mocks/resources/groups.ts';
import { locationRoutes } from '#src/mocks/resources/locations.ts';
import { subscriptionRoutes } from '#src/mocks/resources/subscriptions.ts';
import type { Route } from '#src/mocks/service.ts';
import { zonePeerRoutes } from '#src/mocks/resources/zone-peers.ts';
import { storageSkuRoutes } from '#src/mocks/storage/skus.ts';
import { identityRoutes } from '#src/mocks/supporting/identities.ts';
import { keyVaultRoutes } from '#src/mocks/supporting/key-vaults.ts';
import { storageRoutes } from '#src/mocks/storage/accounts.ts';

/** Every operation that the simulated Azure knows. */
export const routes: readonly Route[] = [
  ...graphRoutes,
  ...recoveryServicesRoutes,
  ...dataProtectionRoutes,
  ...subscriptionRoutes,
  ...groupRoutes,
  ...permissionRoutes,
  ...roleRoutes,
  ...grantRoutes,
  ...locationRoutes,
  ...networkRoutes,
  ...zonePeerRoutes,
  ...storageRoutes,
  ...storageSkuRoutes,
  ...identityRoutes,
  ...computeRoutes,
  ...keyVaultRoutes,
];
