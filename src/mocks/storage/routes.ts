import type { Route } from '#src/mocks/service.ts';
import { stagingRoutes } from '#src/mocks/staging/containers.ts';
import { accountRoutes, storageSkuRoutes } from '#src/mocks/storage/accounts.ts';

/** What the simulated Microsoft.Storage answers. */
export const storageRoutes: readonly Route[] = [
  ...accountRoutes,
  ...storageSkuRoutes,
  ...stagingRoutes,
];
