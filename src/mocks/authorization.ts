import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import type {
  PermissionWire,
  RoleAssignmentWire,
  RoleDefinitionWire,
} from '#src/api/authorization.ts';
import { isWithin, roleList } from '#src/mocks/roles.ts';
import { collection, groupIn, onSubscription } from '#src/mocks/collection.ts';
import { failure, forbidden, invalidParameter, wrongBody } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { isForbidden, onVault, SEE_VAULT, vaultPath } from '#src/mocks/recovery-services/paths.ts';
import {
  type Answer,
  type Call,
  type Handler,
  list,
  ok,
  param,
  type Route,
  route,
} from '#src/mocks/service.ts';
import { sevenDecimals } from '#src/mocks/time/text.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { assignmentIdOf, groupId, guidFrom, principalIdOf } from '#src/mocks/world/ids.ts';
import { findGroup } from '#src/mocks/world/lookup.ts';
import type { RoleAssignmentSeed, RoleName } from '#src/mocks/world/place-seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** Who may do what: permissions of the person, roles of identities, and the identities that hold them. */

const provider = 'providers/Microsoft.Authorization';

const definitionId = (scope: string, guid: string): string =>
  `/subscriptions/${scope.split('/')[2] ?? ''}/${provider}/roleDefinitions/${guid}`;

/** A role assignment of 2022-04-01 (S). */
function assignmentOf(assignment: RoleAssignmentSeed): RoleAssignmentWire {
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
interface Scope {
  /** As names of operations end. */
  readonly name: string;
  readonly path: string;
  readonly scopeOf: (call: Call) => string;
}

const groupPath = '/subscriptions/{sub}/resourcegroups/{rg}';

const inGroup = (name: string, type: string): Scope => ({
  name,
  path: `${groupPath}/providers/${type}/{name}`,
  scopeOf: (call) => `${groupIn(call)}/providers/${type}/${param(call, 'name')}`,
});

const ofSubscription: Scope = {
  name: 'Subscription',
  path: '/subscriptions/{sub}',
  scopeOf: (call) => `/subscriptions/${param(call, 'sub')}`,
};
const ofGroup: Scope = { name: 'Group', path: groupPath, scopeOf: groupIn };
const ofAccount = inGroup('Account', 'Microsoft.Storage/storageAccounts');
const ofEncryptionSet = inGroup('EncryptionSet', 'Microsoft.Compute/diskEncryptionSets');

/** A role that is given (2022-04-01); codes but `RoleAssignmentExists` are guesses (G). */
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

function roleOf(roleDefinitionId: string): RoleName | undefined {
  const guid = nameOf(roleDefinitionId);
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

/** An owner, as most who try the demo will be. */
const OWNER: PermissionWire = { actions: ['*'], notActions: [] };

/** Reads everything and makes nothing. */
const READER: PermissionWire = { actions: ['*/read'], notActions: [] };

/** Sees a vault, and nothing that is in it. */
const VAULT_ONLY: PermissionWire = { actions: [SEE_VAULT], notActions: [] };

/**
 * What the person may do in a subscription or a group (azure-contract §14): a group that the world
 * calls read-only gives no more than reading.
 */
const permissions = onSubscription((call) => {
  const group = findGroup(call.state, groupIn(call));
  return list([group?.isReadOnly === true ? READER : OWNER]);
});

/** What the person may do with a vault: nothing of a forbidden one's backups, only look into others. */
const vaultPermissions = onVault((call, vault) => {
  if (isForbidden(vault)) return list([VAULT_ONLY]);
  return vault.isReadOnly === true ? list([READER]) : permissions(call);
});

/** `GET …/Microsoft.ManagedIdentity/userAssignedIdentities` of 2023-01-31 (azure-contract §14). */
export const userIdentityWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: maybe(z.looseObject({ principalId: maybe(z.string()), clientId: maybe(z.string()) })),
});
type UserIdentityWire = z.infer<typeof userIdentityWire>;

interface IdentityPlace {
  readonly id: string;
  readonly location: string;
}

/** The identities of a world are those that its vaults were given. */
const identitiesOf = ({ seed }: State): readonly IdentityPlace[] => {
  const all = seed.vaults.flatMap(({ location, userIdentities = [] }) =>
    userIdentities.map((id) => ({ id, location })),
  );
  return [
    ...new Map(all.toReversed().map((one) => [one.id.toLowerCase(), one])).values(),
  ].toReversed();
};

function identityWireOf({ id, location }: IdentityPlace): UserIdentityWire {
  return {
    id,
    name: nameOf(id),
    type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
    location,
    tags: {},
    properties: { principalId: principalIdOf(id), clientId: guidFrom(`client:${id}`) },
  };
}

/** Scopes in which roles are given. */
const givenIn = [ofSubscription, ofGroup, ofEncryptionSet];

/** What the simulated Microsoft.Authorization answers by scope, and the identities that roles are given to. */
export const authorizationRoutes: readonly Route[] = [
  ...givenIn.map(({ name, path }) =>
    route.get(`permissions.listFor${name}`, `${path}/${provider}/permissions`, permissions),
  ),
  route.get('permissions.listForVault', `${vaultPath}/${provider}/permissions`, vaultPermissions),
  ...[...givenIn, ofAccount].map(({ name, path, scopeOf }) =>
    route.get(
      `roleAssignments.listFor${name}`,
      `${path}/${provider}/roleAssignments`,
      onSubscription((call) => listAssignments(call, scopeOf(call))),
    ),
  ),
  route.get(
    'roleDefinitions.get',
    `/subscriptions/{sub}/${provider}/roleDefinitions/{role}`,
    getDefinition,
  ),
  ...givenIn.flatMap((scope) => {
    const path = `${scope.path}/${provider}/roleAssignments/{assignment}`;
    return [
      route.put(`roleAssignments.grantFor${scope.name}`, path, inScope(scope, 'write', put)),
      route.delete(
        `roleAssignments.revokeFor${scope.name}`,
        path,
        inScope(scope, 'delete', remove),
      ),
    ];
  }),
  ...collection({
    type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
    name: 'userIdentities',
    list: identitiesOf,
    wireOf: identityWireOf,
    only: ['list'],
  }),
];
