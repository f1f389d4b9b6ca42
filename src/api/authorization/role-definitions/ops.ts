import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { roleDefinitionWire } from '#src/api/authorization/role-definitions/wire.ts';
import { AUTHORIZATION_API_VERSION } from '#src/api/authorization/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Role } from '#src/model/role.ts';

/**
 * Reads what a role gives: `GET …/Microsoft.Authorization/roleDefinitions/{role}` (2022-04-01). `id`
 * as an assignment names it.
 */
export async function getRole(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<Role> {
  const url = `${id}?api-version=${AUTHORIZATION_API_VERSION}`;
  const { properties } = await sendFor(arm, roleDefinitionWire, { method: 'GET', url, signal });
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
