import { listReader } from '#src/api/arm/reader.ts';
import { permissionPageWire } from '#src/api/authorization/permissions/wire.ts';
import { AUTHORIZATION_API_VERSION } from '#src/api/authorization/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Permission } from '#src/model/rights.ts';

/**
 * What the person may do in a scope, role by role: `GET
 * {scope}/providers/Microsoft.Authorization/permissions` (2022-04-01). Deny assignments and eligible
 * roles are not in it (azure-contract §14): a yes is "probably", a no holds for now.
 */
export const listPermissions = listReader(
  permissionPageWire,
  (scope: ResourceId) =>
    `${scope}/providers/Microsoft.Authorization/permissions?api-version=${AUTHORIZATION_API_VERSION}`,
  ({ actions, notActions }): Permission => ({
    actions: actions ?? [],
    notActions: notActions ?? [],
  }),
);
