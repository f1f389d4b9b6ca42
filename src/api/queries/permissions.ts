import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/session.ts';
import { uncut } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { listPermissions } from '#src/api/authorization/permissions/ops.ts';
import { listRoleIds } from '#src/api/authorization/role-assignments/ops.ts';
import { getRole } from '#src/api/authorization/role-definitions/ops.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Grants } from '#src/model/rights.ts';

/** What the person may do in a scope. */
export const permissionsQuery = (scope: ResourceId) =>
  queryOptions({
    queryKey: ['permissions', scope.toLowerCase()],
    queryFn: ({ signal }) => uncut(listPermissions(session(), scope, signal)),
  });

/** The roles that an identity holds in a scope. */
export const grantsQuery = (scope: ResourceId, principalId: string) =>
  queryOptions({
    queryKey: ['grants', scope.toLowerCase(), principalId.toLowerCase()],
    queryFn: ({ signal }) => grantsOf(session(), scope, principalId, signal),
  });

/** Asks which roles an identity holds in a scope, and then what each of them gives. */
export async function grantsOf(
  arm: ArmPipelines,
  scope: ResourceId,
  principalId: string,
  signal?: AbortSignal,
): Promise<Grants> {
  const ids = await uncut(listRoleIds(arm, scope, principalId, signal));
  const roles = await Promise.all(ids.map((id) => getRole(arm, id, signal)));
  return { principalId, scope, roles };
}
