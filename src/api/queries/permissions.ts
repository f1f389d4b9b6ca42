import { queryOptions } from '@tanstack/react-query';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { uncut } from '#src/api/arm/paging.ts';
import { getRole, listPermissions, listRoleIds } from '#src/api/authorization.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Grants } from '#src/model/roles.ts';

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
