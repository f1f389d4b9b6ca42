import { carryOutPress } from '#src/actions/run.ts';
import { writeStepOf, type WriteStep } from '#src/actions/steps.ts';
import { unlessMissing } from '#src/api/arm/error.ts';
import {
  ASSIGNMENTS,
  assignmentsKey,
  grantRole,
  listRoleAssignments,
  removeRoleAssignment,
  type RoleGrant,
} from '#src/api/authorization.ts';
import { newWrite } from '#src/api/queries/use-write.ts';
import { isCut } from '#src/lib/list.ts';
import { resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';
import { isOfRole, type RoleAssignment } from '#src/model/roles.ts';

/** Roles that are given to an identity or taken from it, each once, and read back. */

/** What giving and taking a role of an identity both write: assignments have names that no read knows before. */
const rolesOf = (scope: ResourceId, principalId: string): string =>
  `${scope}/roleAssignments/${principalId}`;

/** Gives an identity a role. `onGranted`: called when Azure has taken this very request. */
const grantStep = ({ scope, role, principalId }: RoleGrant, onGranted: () => void): WriteStep =>
  writeStepOf(
    [rolesOf(scope, principalId)],
    async (arm) => {
      const all = await listRoleAssignments(arm, scope, principalId);
      return all.some(isOfRole(role)) ? 'done' : 'open';
    },
    async (arm) => {
      await grantRole(arm, { scope, role, principalId });
      onGranted();
      return { kind: 'done' };
    },
  );

/** Takes a role from an identity. `scope`: where its roles are listed. */
export const revokeStep = (
  id: ResourceId,
  principalId: string,
  scope: ResourceId = scopeOf(id),
): WriteStep =>
  writeStepOf(
    [rolesOf(scopeOf(id), principalId)],
    async (arm) => {
      // What belonged to a group that is gone is gone, too.
      const all = await unlessMissing(listRoleAssignments(arm, scope, principalId));
      const isHeld = all !== null && (isCut(all) || all.some((one) => sameId(one.id, id)));
      return isHeld ? 'open' : 'done';
    },
    async (arm) => {
      await removeRoleAssignment(arm, id);
      return { kind: 'done' };
    },
  );

/** The scope that an assignment is of, which its id starts with. */
const scopeOf = (id: ResourceId): ResourceId =>
  resourceId(id.replace(/\/providers\/Microsoft\.Authorization\/.*$/i, ''));

export const grantId = ({ scope, role, principalId }: RoleGrant): string =>
  ['grant', role, principalId.toLowerCase(), scope.toLowerCase()].join('.');

/** Gives a role by one press, and reads the scope's roles again before it reports success. */
export const grantMutation = (grant: RoleGrant, onGranted: () => void = () => undefined) =>
  newWrite(['action', grantId(grant)], (_input: void, { client }) =>
    carryOutPress({
      id: grantId(grant),
      step: { id: 'grant', ...grantStep(grant, onGranted) },
      readAgain: () => client.invalidateQueries({ queryKey: assignmentsKey(grant.scope) }),
    }),
  );

export const revokeId = (scope: ResourceId): string => `revoke-role.${scope.toLowerCase()}`;

/** Takes a role of a scope by one press, and reads back what the scope then says, and all below, which inherit it. */
export const revokeMutation = (scope: ResourceId) =>
  newWrite(['action', revokeId(scope)], ({ id, principalId }: RoleAssignment, { client }) =>
    carryOutPress({
      id: revokeId(scope),
      step: { id: id.toLowerCase(), ...revokeStep(id, principalId, scope) },
      readAgain: () => client.invalidateQueries({ queryKey: [ASSIGNMENTS] }),
    }),
  );
