import * as z from 'zod/mini';
import { roleList } from '#src/mocks/authorization/role-list.ts';
import { assignmentOf, type Scope, scopes } from '#src/mocks/authorization/roles.ts';
import { failure, forbidden, wrongBody } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import {
  type Answer,
  type Call,
  type Handler,
  ok,
  param,
  type Route,
  route,
} from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { assignmentIdOf, groupId, principalIdOf } from '#src/mocks/world/ids.ts';
import { findGroup } from '#src/mocks/world/lookup.ts';
import type { RoleAssignmentSeed, RoleName } from '#src/mocks/world/place-seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** Roles that are given and taken, of 2022-04-01. Codes but `RoleAssignmentExists` are guesses (G). */

const requestWire = z.looseObject({
  properties: z.looseObject({ roleDefinitionId: z.string(), principalId: z.string() }),
});

/** Whose identity a principal is: a vault's of either kind, or one that has a place of its own. */
function holderOf({ seed }: State, principalId: string): string | undefined {
  const holders = [
    ...(seed.backupVaults ?? []).filter(({ hasIdentity }) => hasIdentity).map(({ id }) => id),
    ...seed.vaults.flatMap(({ id, userIdentities = [] }) => [id, ...userIdentities]),
  ];
  return holders.find((id) => sameId(principalIdOf(id), principalId));
}

function isRoleName(name: string): name is RoleName {
  return Object.hasOwn(roleList, name);
}

function roleOf(definitionId: string): RoleName | undefined {
  const guid = nameOf(definitionId);
  return Object.keys(roleList)
    .filter(isRoleName)
    .find((name) => sameId(roleList[name].guid, guid));
}

function put(call: Call, scope: string): Answer {
  const parsed = requestWire.safeParse(parseJson(call.request.body));
  if (!parsed.success) return wrongBody('a role assignment', parsed.error);
  const { roleDefinitionId, principalId } = parsed.data.properties;
  const [role, holder] = [roleOf(roleDefinitionId), holderOf(call.state, principalId)];
  if (role === undefined) {
    return failure(400, 'RoleDefinitionDoesNotExist', `There is no role '${roleDefinitionId}'.`);
  }
  if (holder === undefined) {
    return failure(400, 'PrincipalNotFound', `There is no principal '${principalId}'.`);
  }
  const wanted = { holder, role, scope };
  if (held(call).some((one) => isSame(one, wanted))) {
    return failure(409, 'RoleAssignmentExists', 'The role assignment already exists.');
  }
  const name = param(call, 'assignment');
  const given = { ...wanted, given: { name, atMs: call.now } };
  return {
    status: 201,
    body: assignmentOf(given),
    events: [{ type: 'role-granted', at: call.now, name, ...wanted }],
  };
}

const held = ({ state }: Call): readonly RoleAssignmentSeed[] => state.seed.roleAssignments ?? [];

const isSame = (a: RoleAssignmentSeed, b: RoleAssignmentSeed): boolean =>
  a.role === b.role && sameId(a.holder, b.holder) && sameId(a.scope, b.scope);

/** One that is not there is none to take: 204, as ARM's deletions do. */
function remove(call: Call, scope: string): Answer {
  const id = `${scope}/providers/Microsoft.Authorization/roleAssignments/${param(call, 'assignment')}`;
  const found = held(call).find((one) => sameId(assignmentIdOf(one), id));
  if (found === undefined) return { status: 204 };
  return {
    ...ok(assignmentOf(found)),
    events: [{ type: 'resource-removed', at: call.now, id: assignmentIdOf(found) }],
  };
}

const assignmentPath = ({ path }: Scope): string =>
  `${path}/providers/Microsoft.Authorization/roleAssignments/{assignment}`;

/** Runs `work` in a scope, where the person may do more than read. */
const inScope =
  ({ scopeOf }: Scope, verb: string, work: (call: Call, scope: string) => Answer): Handler =>
  (call) => {
    const scope = scopeOf(call);
    const [, , , , name] = scope.split('/');
    const group = groupId({ subscriptionId: param(call, 'sub'), name: name ?? '' });
    return findGroup(call.state, group)?.isReadOnly === true
      ? forbidden(`Microsoft.Authorization/roleAssignments/${verb}`, scope)
      : work(call, scope);
  };

const granting = (operation: string, scope: Scope): Route =>
  route.put(operation, assignmentPath(scope), inScope(scope, 'write', put));

const revoking = (operation: string, scope: Scope): Route =>
  route.delete(operation, assignmentPath(scope), inScope(scope, 'delete', remove));

export const grantRoutes: readonly Route[] = [
  granting('roleAssignments.grantForSubscription', scopes.subscription),
  granting('roleAssignments.grantForGroup', scopes.group),
  granting('roleAssignments.grantForEncryptionSet', scopes.encryptionSet),
  revoking('roleAssignments.revokeForSubscription', scopes.subscription),
  revoking('roleAssignments.revokeForGroup', scopes.group),
  revoking('roleAssignments.revokeForEncryptionSet', scopes.encryptionSet),
];
