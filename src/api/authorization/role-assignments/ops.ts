import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { roleAssignmentPageWire } from '#src/api/authorization/role-assignments/wire.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';

/**
 * The ids of the role definitions that an identity holds in a scope, by itself or by a group: `GET
 * {scope}/providers/Microsoft.Authorization/roleAssignments?$filter=assignedTo('{oid}')` (2022-04-01).
 * Azure also lists what lies below the scope, which gives nothing in the scope itself.
 */
export async function listRoleIds(
  arm: ArmPipelines,
  scope: ResourceId,
  principalId: string,
  signal?: AbortSignal,
): Promise<ResourceId[]> {
  const filter = encodeURIComponent(`assignedTo('${principalId}')`);
  const url = `${scope}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01&$filter=${filter}`;
  const rows = await wholeList(arm, roleAssignmentPageWire, url, signal);
  const roles = rows.flatMap(({ properties }) =>
    isBelow(properties.scope, scope) ? [] : [properties.roleDefinitionId],
  );
  return [...new Set(roles)].map(resourceId);
}

const isBelow = (one: string, scope: string): boolean =>
  one.toLowerCase().startsWith(`${scope.toLowerCase()}/`);
