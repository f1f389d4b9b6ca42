import { queryOptions } from '@tanstack/react-query';
import { uncut } from '#src/api/arm/paging.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { newWrite, useWrite } from '#src/api/queries/use-write.ts';
import {
  grantRole,
  listRoleAssignments,
  removeRoleAssignment,
  type RoleGrant,
} from '#src/api/authorization.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { RoleAssignment } from '#src/model/roles.ts';

/** The roles that an identity was given in a scope, there or above it. */
export const roleAssignmentsQuery = (scope: ResourceId, principalId: string) =>
  queryOptions({
    queryKey: [...assignmentsKey(scope), principalId.toLowerCase()],
    queryFn: ({ signal }) => uncut(listRoleAssignments(session(), scope, principalId, signal)),
  });

const ASSIGNMENTS = 'role assignments';
const assignmentsKey = (scope: string) => [ASSIGNMENTS, scope.toLowerCase()];

/**
 * Gives a role and reads the scope's roles again before it reports success; after a refusal too:
 * another person may have given it, or only the answer was lost.
 */
export const grantMutation = (grant: RoleGrant) =>
  newWrite(
    ['grant role', grant.scope.toLowerCase(), grant.principalId.toLowerCase(), grant.role],
    async (_input: void, { client }) => {
      try {
        await grantRole(session(), grant);
      } finally {
        await client.invalidateQueries({ queryKey: assignmentsKey(grant.scope) });
      }
    },
  );

/** Takes a role of a scope again, and reads back what the scope then says, and all below, which inherit it. */
export const revokeMutation = (scope: ResourceId) =>
  newWrite(['revoke role', scope.toLowerCase()], async ({ id }: RoleAssignment, { client }) => {
    try {
      await removeRoleAssignment(session(), id);
    } finally {
      await client.invalidateQueries({ queryKey: [ASSIGNMENTS] });
    }
  });

/** The same behind a button. */
export const useRevoke = (scope: ResourceId) => useWrite(revokeMutation(scope));
