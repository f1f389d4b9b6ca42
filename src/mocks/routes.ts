import { authorizationRoutes } from '#src/mocks/authorization.ts';
import { commvaultService } from '#src/mocks/commvault/service.ts';
import { diskRoutes } from '#src/mocks/compute/disks.ts';
import { extensionRoutes } from '#src/mocks/compute/extensions.ts';
import { machineRoutes } from '#src/mocks/compute/machine-writes.ts';
import { availabilitySetRoutes } from '#src/mocks/compute/machines.ts';
import { sizeRoutes } from '#src/mocks/compute/sizes.ts';
import { sqlMachineRoutes } from '#src/mocks/compute/sql-machines.ts';
import { diskInstanceRoutes } from '#src/mocks/data-protection/instances.ts';
import { diskJobRoutes } from '#src/mocks/data-protection/jobs.ts';
import { diskOperationRoutes } from '#src/mocks/data-protection/operations.ts';
import { diskRestoreRoutes } from '#src/mocks/data-protection/restores.ts';
import { backupVaultRoutes } from '#src/mocks/data-protection/vaults.ts';
import { deploymentRoutes } from '#src/mocks/deployments/routes.ts';
import { interfaceRoutes } from '#src/mocks/network/interfaces.ts';
import { networkRoutes } from '#src/mocks/network/networks.ts';
import { recoveryServicesRoutes } from '#src/mocks/recovery-services/routes.ts';
import { graphRoutes } from '#src/mocks/resource-graph/query.ts';
import { groupRoutes } from '#src/mocks/resource-groups.ts';
import { keyVaultRoutes } from '#src/mocks/key-vaults.ts';
import { locationRoutes } from '#src/mocks/locations.ts';
import type { OtherService, Route } from '#src/mocks/service.ts';
import { storageRoutes } from '#src/mocks/storage/accounts.ts';
import { blobService } from '#src/mocks/storage/blob-service.ts';
import { writeOperationRoutes } from '#src/mocks/write.ts';

/** Every simulated operation. */
export const routes: readonly Route[] = [
  ...graphRoutes,
  ...recoveryServicesRoutes,
  ...backupVaultRoutes,
  ...diskInstanceRoutes,
  ...diskRestoreRoutes,
  ...diskOperationRoutes,
  ...diskJobRoutes,
  ...groupRoutes,
  ...authorizationRoutes,
  ...deploymentRoutes,
  ...locationRoutes,
  ...networkRoutes,
  ...interfaceRoutes,
  ...storageRoutes,
  ...machineRoutes,
  ...extensionRoutes,
  ...sizeRoutes,
  ...diskRoutes,
  ...availabilitySetRoutes,
  ...keyVaultRoutes,
  ...sqlMachineRoutes,
  ...writeOperationRoutes,
];

/** The simulated services beside Azure Resource Manager. */
export const otherServices: readonly OtherService[] = [blobService, commvaultService];
