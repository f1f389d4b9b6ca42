import * as z from 'zod/mini';
import { queryOptions } from '@tanstack/react-query';
import { byId, listReader, oneReader, uncut, wholeList } from '#src/api/arm/paging.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { send } from '#src/api/arm/send.ts';
import { missingActionIn, missingScopeIn } from '#src/api/arm/error.ts';
import { maybe, pageOf, storedInstant } from '#src/api/arm/wire.ts';
import { AUTHORIZATION_API_VERSION } from '#src/api/versions.ts';
import { now } from '#src/lib/clock.ts';
import { storedValues } from '#src/lib/stored-values.ts';
import { type Instant, parseInstant } from '#src/lib/time.ts';
import { resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';
import {
  BUILT_IN_ROLES,
  type BuiltInRole,
  type Grants,
  type Permission,
  type Role,
  type RoleAssignment,
} from '#src/model/roles.ts';

const patterns = maybe(z.array(z.string()));

/** What one role gives: actions with wildcards, less those that it takes away again. */
const permissionWire = z.looseObject({ actions: patterns, notActions: patterns });
export type PermissionWire = z.infer<typeof permissionWire>;

/** `GET {scope}/providers/Microsoft.Authorization/permissions` of 2022-04-01. */
export const permissionPageWire = pageOf(permissionWire);

/**
 * What the person may do in a scope, role by role: `GET
 * {scope}/providers/Microsoft.Authorization/permissions` (2022-04-01). Deny assignments and eligible
 * roles are not in it (azure-contract §14): a yes is "probably", a no holds for now.
 */
export const listPermissions = listReader(
  permissionPageWire,
  (scope: ResourceId) =>
    `${scope}/providers/Microsoft.Authorization/permissions?api-version=${AUTHORIZATION_API_VERSION}`,
  ({ actions, notActions }) => toPermission(actions, notActions),
);

type Patterns = z.infer<typeof patterns>;

const toPermission = (actions: Patterns, notActions: Patterns): Permission => ({
  actions: actions ?? [],
  notActions: notActions ?? [],
});

/** A role, `GET {roleDefinitionId}` of 2022-04-01: what it gives, and what it takes away again. */
const roleDefinitionWire = z.looseObject({
  id: maybe(z.string()),
  properties: z.looseObject({
    roleName: maybe(z.string()),
    permissions: maybe(
      z.array(z.extend(permissionWire, { dataActions: patterns, notDataActions: patterns })),
    ),
  }),
});
export type RoleDefinitionWire = z.infer<typeof roleDefinitionWire>;

/**
 * Reads what a role gives: `GET …/Microsoft.Authorization/roleDefinitions/{role}` (2022-04-01). `id`
 * as an assignment names it.
 */
export const getRole = oneReader(roleDefinitionWire, byId(AUTHORIZATION_API_VERSION), toRole);

function toRole({ properties }: RoleDefinitionWire): Role {
  const rows = properties.permissions ?? [];
  return {
    name: properties.roleName ?? '',
    permissions: rows.map(({ actions, notActions }) => toPermission(actions, notActions)),
    dataPermissions: rows.map(({ dataActions, notDataActions }) =>
      toPermission(dataActions, notDataActions),
    ),
  };
}

/** A role that a principal holds in a scope. */
const roleAssignmentWire = z.looseObject({
  id: maybe(z.string()),
  properties: z.looseObject({
    roleDefinitionId: z.string(),
    principalId: maybe(z.string()),
    scope: z.string(),
    createdOn: maybe(z.string()),
  }),
});
export type RoleAssignmentWire = z.infer<typeof roleAssignmentWire>;

/** `GET {scope}/providers/Microsoft.Authorization/roleAssignments` of 2022-04-01 (azure-contract §14). */
export const roleAssignmentPageWire = pageOf(roleAssignmentWire);

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

/** A role to be given to an identity in a scope. */
export interface RoleGrant {
  readonly scope: ResourceId;
  readonly role: BuiltInRole;
  readonly principalId: string;
}

/**
 * Gives an identity a role in a scope, once: `PUT
 * {scope}/providers/Microsoft.Authorization/roleAssignments/{name}` (2022-04-01), the name a new
 * GUID. It may take about 15 minutes until it counts (document 002).
 */
export async function grantRole(
  arm: ArmPipelines,
  { scope, role, principalId }: RoleGrant,
): Promise<void> {
  const subscription = /^\/subscriptions\/[^/]+/i.exec(scope)?.[0] ?? '';
  const roles = `${subscription}/providers/Microsoft.Authorization/roleDefinitions`;
  await send(arm, {
    method: 'PUT',
    url: `${scope}/providers/Microsoft.Authorization/roleAssignments/${crypto.randomUUID()}?api-version=${AUTHORIZATION_API_VERSION}`,
    body: {
      properties: {
        roleDefinitionId: `${roles}/${BUILT_IN_ROLES[role]}`,
        principalId,
        principalType: 'ServicePrincipal',
      },
    },
    starts: true,
  });
}

/**
 * Takes a role from an identity again, once: `DELETE
 * {scope}/providers/Microsoft.Authorization/roleAssignments/{name}` (2022-04-01). One that is not there is none to
 * take.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export async function removeRoleAssignment(
  arm: ArmPipelines,
  assignmentId: ResourceId,
): Promise<void> {
  const url = `${assignmentId}?api-version=${AUTHORIZATION_API_VERSION}`;
  await send(arm, { method: 'DELETE', url, starts: true });
}

/** A permission that Azure said is missing when it rejected a request. */
const denial = z.object({ action: z.string(), scope: z.string(), at: storedInstant });
export type Denial = z.output<typeof denial>;

const storedDenials = storedValues('denials', z.array(denial));
/** Roles of yesterday say nothing of today (ours). */
const DENIED_FOR_MS = 24 * 60 * 60_000;
/** Maximum number stored; evicts the oldest. */
const MOST_DENIALS = 20;

/** What Azure rejected for lack of a permission in the last 24 hours, the latest first; whoever reads it, in any draft. */
export function denials(): readonly Denial[] {
  const age = (at: Instant): number => now() - at;
  return (storedDenials.read('') ?? []).filter(({ at }) => age(at) >= 0 && age(at) < DENIED_FOR_MS);
}

/** Remembers a rejection by its message; nothing where that names no permission and its scope. */
export function noteDenial(message: string): void {
  const action = missingActionIn(message);
  const scope = missingScopeIn(message);
  if (action === null || scope === null) return;
  const isSame = (one: Denial): boolean => sameId(one.action, action) && sameId(one.scope, scope);
  const others = denials().filter((one) => !isSame(one));
  storedDenials.write('', [{ action, scope, at: now() }, ...others].slice(0, MOST_DENIALS));
}

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

/** The roles that an identity was given in a scope, there or above it. */
export const roleAssignmentsQuery = (scope: ResourceId, principalId: string) =>
  queryOptions({
    queryKey: [...assignmentsKey(scope), principalId.toLowerCase()],
    queryFn: ({ signal }) => uncut(listRoleAssignments(session(), scope, principalId, signal)),
  });

/** The first word of the keys of all role assignments. */
export const ASSIGNMENTS = 'role assignments';

/** The start of the keys of the role assignments of a scope. */
export const assignmentsKey = (scope: string) => [ASSIGNMENTS, scope.toLowerCase()];
