import { byId, oneReader } from '#src/api/arm/reader.ts';
import {
  type RoleDefinitionWire,
  roleDefinitionWire,
} from '#src/api/authorization/role-definitions/wire.ts';
import { AUTHORIZATION_API_VERSION } from '#src/api/authorization/version.ts';
import type { Role } from '#src/model/rights.ts';

/**
 * Reads what a role gives: `GET …/Microsoft.Authorization/roleDefinitions/{role}` (2022-04-01). `id`
 * as an assignment names it.
 */
export const getRole = oneReader(roleDefinitionWire, byId(AUTHORIZATION_API_VERSION), toRole);

function toRole({ properties }: RoleDefinitionWire): Role {
  const rows = properties.permissions ?? [];
  return {
    name: properties.roleName ?? '',
    permissions: rows.map(({ actions, notActions }) => ({
      actions: actions ?? [],
      notActions: notActions ?? [],
    })),
    dataPermissions: rows.map(({ dataActions, notDataActions }) => ({
      actions: dataActions ?? [],
      notActions: notDataActions ?? [],
    })),
  };
}
