import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import {
  roleAssignmentPageWire,
  type RoleAssignmentWire,
} from '#src/api/authorization/role-assignments/wire.ts';
import { AUTHORIZATION_API_VERSION } from '#src/api/authorization/version.ts';
import { parseInstant } from '#src/lib/time.ts';
import type { RoleAssignment } from '#src/model/rights.ts';
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
  const assignments = await listRoleAssignments(arm, scope, principalId, signal);
  return assignments
    .map(({ roleId }) => roleId)
    .filter((id, index, all) => all.indexOf(id) === index);
}

/** The role assignments behind {@link listRoleIds}, each as it was given. */
export async function listRoleAssignments(
  arm: ArmPipelines,
  scope: ResourceId,
  principalId: string,
  signal?: AbortSignal,
): Promise<RoleAssignment[]> {
  const filter = encodeURIComponent(`assignedTo('${principalId}')`);
  const url = `${scope}/providers/Microsoft.Authorization/roleAssignments?api-version=${AUTHORIZATION_API_VERSION}&$filter=${filter}`;
  const rows = await wholeList(arm, roleAssignmentPageWire, url, signal);
  return rows.flatMap((row) => (isBelow(row.properties.scope, scope) ? [] : [toAssignment(row)]));
}

function toAssignment({ id, properties }: RoleAssignmentWire): RoleAssignment {
  return {
    id: resourceId(id ?? ''),
    scope: resourceId(properties.scope),
    roleId: resourceId(properties.roleDefinitionId),
    principalId: properties.principalId ?? '',
    createdAt: parseInstant(properties.createdOn),
  };
}

const isBelow = (one: string, scope: string): boolean =>
  one.toLowerCase().startsWith(`${scope.toLowerCase()}/`);
