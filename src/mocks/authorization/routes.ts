import { grantRoutes } from '#src/mocks/authorization/grants.ts';
import { permissionRoutes } from '#src/mocks/authorization/permissions.ts';
import { roleRoutes } from '#src/mocks/authorization/roles.ts';
import type { Route } from '#src/mocks/service.ts';

/** What the simulated Microsoft.Authorization answers. */
export const authorizationRoutes: readonly Route[] = [
  ...permissionRoutes,
  ...roleRoutes,
  ...grantRoutes,
];
