import type { Instant } from '#src/lib/time.ts';
import { nameOf, type ResourceId, sameId } from '#src/model/resource-id.ts';

/** A role as an identity holds it in a scope. */
export interface Role {
  readonly name: string;
  readonly permissions: readonly Permission[];
  /** What it gives of the data inside things, such as blobs. */
  readonly dataPermissions: readonly Permission[];
}

/** The roles that an identity holds in a scope, there or above it. */
export interface Grants {
  /** The identity, by its id in the directory. */
  readonly principalId: string;
  readonly scope: ResourceId;
  readonly roles: readonly Role[];
}

/** Built-in roles by the last part of their definition's id, the same everywhere (azure-contract §14). */
export const BUILT_IN_ROLES = {
  diskRestoreOperator: 'b50d9833-a0cb-478e-945f-707fcc997c13',
  diskSnapshotContributor: '7efff54f-a5b4-42b5-a1c5-5411624893ce',
  /** Azure's general reader, which document 002 wants on a disk encryption set. */
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
} as const;

export type BuiltInRole = keyof typeof BUILT_IN_ROLES;

/** A role in the hands of an identity, in a scope. */
export interface RoleAssignment {
  readonly id: ResourceId;
  /** Where it was given: the scope of the request, or above it. */
  readonly scope: ResourceId;
  readonly roleId: ResourceId;
  readonly principalId: string;
  /** Null: not told. */
  readonly createdAt: Instant | null;
}

/** How long a new role may take until it counts (document 002, Restore to create a new disk, note). */
export const ROLE_DELAY_MS = 15 * 60_000;

/** Whether an assignment is of one of Azure's own roles. */
export const isOfRole =
  (role: BuiltInRole) =>
  ({ roleId }: RoleAssignment): boolean =>
    sameId(nameOf(roleId), BUILT_IN_ROLES[role]);

/** What one role gives in a scope. Patterns may hold `*`, which also spans `/`. */
export interface Permission {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
}

/**
 * Whether some role allows an action and takes nothing of it away again. Compared without letter case.
 * An action that holds `*` itself means all that it stands for, from one role.
 */
export function allows(permissions: readonly Permission[], action: string): boolean {
  return permissions.some(
    ({ actions, notActions }) =>
      actions.some((pattern) => matches(pattern, action)) &&
      !notActions.some((pattern) => meets(pattern.toLowerCase(), action.toLowerCase())),
  );
}

function matches(pattern: string, action: string): boolean {
  const parts = pattern.toLowerCase().split('*');
  const folded = action.toLowerCase();
  if (parts.length === 1) return parts[0] === folded;
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  if (!folded.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = folded.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return folded.length - last.length >= from && folded.endsWith(last);
}

/** Whether some action is meant by both of two patterns. */
function meets(a: string, b: string): boolean {
  if (a === '' && b === '') return true;
  if (a.startsWith('*')) return meets(a.slice(1), b) || (b !== '' && meets(a, b.slice(1)));
  if (b.startsWith('*')) return meets(b, a);
  return a[0] === b[0] && meets(a.slice(1), b.slice(1));
}

/** What an identity needs to restore in place of an account's key (document 000, Restore VMs with managed identities). */

/** The role of Azure's own that gives them. */
export const RESTORE_ROLE = 'VM restore operator';

/** The actions of which the document says that they do as well as the role. */
export const RESTORE_ACTIONS: readonly string[] = [
  'Microsoft.Authorization/*/read',
  'Microsoft.Compute/disks/read',
  'Microsoft.Compute/disks/write',
  'Microsoft.Compute/disks/delete',
  'Microsoft.Compute/disks/beginGetAccess/action',
  'Microsoft.Compute/disks/endGetAccess/action',
  'Microsoft.Compute/locations/diskOperations/read',
  'Microsoft.Compute/virtualMachines/read',
  'Microsoft.Compute/virtualMachines/write',
  'Microsoft.Compute/virtualMachines/delete',
  'Microsoft.Compute/virtualMachines/instanceView/read',
  'Microsoft.Compute/virtualMachines/extensions/read',
  'Microsoft.Compute/virtualMachines/extensions/write',
  'Microsoft.Compute/virtualMachines/extensions/delete',
  'Microsoft.Insights/alertRules/*',
  'Microsoft.Network/locations/operationResults/read',
  'Microsoft.Network/locations/operations/read',
  'Microsoft.Network/locations/usages/read',
  'Microsoft.Network/networkInterfaces/delete',
  'Microsoft.Network/networkInterfaces/ipconfigurations/read',
  'Microsoft.Network/networkInterfaces/join/action',
  'Microsoft.Network/networkInterfaces/read',
  'Microsoft.Network/networkInterfaces/write',
  'Microsoft.Network/networkSecurityGroups/read',
  'Microsoft.Network/networkSecurityGroups/securityRules/read',
  'Microsoft.Network/publicIPAddresses/delete',
  'Microsoft.Network/publicIPAddresses/join/action',
  'Microsoft.Network/publicIPAddresses/read',
  'Microsoft.Network/publicIPAddresses/write',
  'Microsoft.Network/virtualNetworks/read',
  'Microsoft.Network/virtualNetworks/subnets/join/action',
  'Microsoft.Network/virtualNetworks/subnets/read',
  'Microsoft.Resources/deployments/*',
  'Microsoft.Resources/subscriptions/resourceGroups/read',
  'Microsoft.Storage/checkNameAvailability/read',
  'Microsoft.Storage/storageAccounts/blobServices/containers/delete',
  'Microsoft.Storage/storageAccounts/blobServices/containers/read',
  'Microsoft.Storage/storageAccounts/blobServices/containers/write',
  'Microsoft.Storage/storageAccounts/listKeys/action',
  'Microsoft.Storage/storageAccounts/read',
  'Microsoft.Storage/storageAccounts/write',
];

export const RESTORE_DATA_ACTIONS: readonly string[] = [
  'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete',
  'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read',
  'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write',
  'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action',
];

/** Whether one of the roles is the one that the document names. */
export function hasRestoreRole(roles: readonly Role[]): boolean {
  return roles.some(({ name }) => name.toLowerCase() === RESTORE_ROLE.toLowerCase());
}

/** Whether the roles together give every action and data action of the document's lists. */
export function givesRestoreActions(roles: readonly Role[]): boolean {
  return lackingRestoreActions(roles).length === 0;
}

/** The actions and data actions of the document's lists that the roles together don't give. */
export function lackingRestoreActions(roles: readonly Role[]): string[] {
  const permissions = roles.flatMap((role) => role.permissions);
  const dataPermissions = roles.flatMap((role) => role.dataPermissions);
  return [
    ...RESTORE_ACTIONS.filter((action) => !allows(permissions, action)),
    ...RESTORE_DATA_ACTIONS.filter((action) => !allows(dataPermissions, action)),
  ];
}
