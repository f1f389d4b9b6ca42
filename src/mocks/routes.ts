import { authorizationRoutes } from '#src/mocks/authorization/routes.ts';
import { commvaultService } from '#src/mocks/commvault/service.ts';
import { computeRoutes } from '#src/mocks/compute/routes.ts';
import { dataProtectionRoutes } from '#src/mocks/data-protection/routes.ts';
import { machinePartRoutes } from '#src/mocks/network/machine-parts.ts';
import { virtualNetworkRoutes } from '#src/mocks/network/virtual-networks.ts';
import { recoveryServicesRoutes } from '#src/mocks/recovery-services/routes.ts';
import { deploymentRoutes } from '#src/mocks/deployments/routes.ts';
import { graphRoutes } from '#src/mocks/resource-graph/query.ts';
import { groupRoutes } from '#src/mocks/resources/groups.ts';
import { locationRoutes, zonePeerRoutes } from '#src/mocks/resources/locations.ts';
import { subscriptionRoutes } from '#src/mocks/resources/subscriptions.ts';
import type { OtherService, Route } from '#src/mocks/service.ts';
import { sqlRoutes } from '#src/mocks/sql/machines.ts';
import { blobService } from '#src/mocks/staging/blob-service.ts';
import { storageRoutes } from '#src/mocks/storage/routes.ts';
import { identityRoutes } from '#src/mocks/supporting/identities.ts';
import { keyVaultRoutes } from '#src/mocks/supporting/key-vaults.ts';
import { writeRoutes } from '#src/mocks/writes/routes.ts';

/** Every simulated operation. */
export const routes: readonly Route[] = [
  ...graphRoutes,
  ...recoveryServicesRoutes,
  ...dataProtectionRoutes,
  ...subscriptionRoutes,
  ...groupRoutes,
  ...authorizationRoutes,
  ...deploymentRoutes,
  ...locationRoutes,
  ...virtualNetworkRoutes,
  ...machinePartRoutes,
  ...zonePeerRoutes,
  ...storageRoutes,
  ...identityRoutes,
  ...computeRoutes,
  ...keyVaultRoutes,
  ...sqlRoutes,
  ...writeRoutes,
];

/** The simulated services beside Azure Resource Manager. */
export const otherServices: readonly OtherService[] = [blobService, commvaultService];
