import type { RoleAssignmentWire, RoleDefinitionWire } from '#src/api/authorization.ts';
import { roleList } from '#src/mocks/authorization/role-list.ts';
import { isWithin } from '#src/mocks/authorization/scope.ts';
import { failure, invalidParameter } from '#src/mocks/errors.ts';
import { groupIn, onSubscription } from '#src/mocks/resource-lists.ts';
import { type Answer, type Call, list, ok, param, type Route, route } from '#src/mocks/service.ts';
import { sevenDecimals } from '#src/mocks/time/text.ts';
import { assignmentIdOf, principalIdOf } from '#src/mocks/world/ids.ts';
import type { RoleAssignmentSeed } from '#src/mocks/world/place-seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

const provider = 'providers/Microsoft.Authorization';

const definitionId = (scope: string, guid: string): string =>
  `/subscriptions/${scope.split('/')[2] ?? ''}/${provider}/roleDefinitions/${guid}`;

/** A role assignment of 2022-04-01 (S). */
export function assignmentOf(assignment: RoleAssignmentSeed): RoleAssignmentWire {
  const { holder, role, scope, given } = assignment;
  const id = assignmentIdOf(assignment);
  return {
    id,
    type: 'Microsoft.Authorization/roleAssignments',
    name: nameOf(id),
    properties: {
      roleDefinitionId: definitionId(scope, roleList[role].guid),
      principalId: principalIdOf(holder),
      principalType: 'ServicePrincipal',
      scope,
      ...(given === undefined ? {} : { createdOn: sevenDecimals(given.atMs) }),
    },
  };
}

/** Whom a filter asks about: `principalId eq '…'` or `assignedTo('…')` (azure-contract §14); null: it says nothing. */
function filteredPrincipal(filter: string): string | null {
  return /^\s*(?:principalId\s+eq\s+|assignedTo\()'([^']+)'\)?\s*$/i.exec(filter)?.[1] ?? null;
}

/** What an identity, or without a filter anybody, holds at the scope, above it and below it. */
function listAssignments(call: Call, scope: string): Answer {
  const filter = call.request.url.searchParams.get('$filter') ?? '';
  const principal = filteredPrincipal(filter);
  if (filter !== '' && principal === null) return invalidParameter('$filter');
  const held = (call.state.seed.roleAssignments ?? []).filter(
    (one) =>
      (principal === null || sameId(principalIdOf(one.holder), principal)) &&
      (isWithin(one.scope, scope) || isWithin(scope, one.scope)),
  );
  return list(held.map(assignmentOf));
}

function getDefinition(call: Call): Answer {
  const guid = param(call, 'role');
  const found = Object.entries(roleList).find(([, role]) => sameId(role.guid, guid));
  if (found === undefined) {
    return failure(
      404,
      'RoleDefinitionDoesNotExist',
      `The role definition '${guid}' was not found.`,
    );
  }
  const [roleName, { type, permissions }] = found;
  const body: RoleDefinitionWire = {
    id: definitionId(`/subscriptions/${param(call, 'sub')}`, guid),
    type: 'Microsoft.Authorization/roleDefinitions',
    name: guid,
    properties: { roleName, type, permissions: [permissions] },
  };
  return ok(body);
}

/** Where roles are read and given: a pattern of the router, and the scope that it names. */
export interface Scope {
  readonly path: string;
  readonly scopeOf: (call: Call) => string;
}

const groupPath = '/subscriptions/{sub}/resourcegroups/{rg}';
const subscriptionOf = (call: Call): string => `/subscriptions/${param(call, 'sub')}`;

const inGroup = (type: string): Scope => ({
  path: `${groupPath}/providers/${type}/{name}`,
  scopeOf: (call) => `${groupIn(call)}/providers/${type}/${param(call, 'name')}`,
});

export const scopes = {
  subscription: { path: '/subscriptions/{sub}', scopeOf: subscriptionOf },
  group: { path: groupPath, scopeOf: groupIn },
  account: inGroup('Microsoft.Storage/storageAccounts'),
  encryptionSet: inGroup('Microsoft.Compute/diskEncryptionSets'),
} as const satisfies Readonly<Record<string, Scope>>;

const assignments = (operation: string, { path, scopeOf }: Scope): Route =>
  route.get(
    operation,
    `${path}/${provider}/roleAssignments`,
    onSubscription((call) => listAssignments(call, scopeOf(call))),
  );

/** Which roles identities hold, by scope, and what a role gives. */
export const roleRoutes: readonly Route[] = [
  assignments('roleAssignments.listForSubscription', scopes.subscription),
  assignments('roleAssignments.listForGroup', scopes.group),
  assignments('roleAssignments.listForAccount', scopes.account),
  assignments('roleAssignments.listForEncryptionSet', scopes.encryptionSet),
  route.get(
    'roleDefinitions.get',
    `/subscriptions/{sub}/${provider}/roleDefinitions/{role}`,
    getDefinition,
  ),
];
