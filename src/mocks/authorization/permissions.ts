import type { PermissionWire } from '#src/api/authorization/permissions/wire.ts';
import { subscriptionNotFound } from '#src/mocks/errors.ts';
import { scopes } from '#src/mocks/authorization/roles.ts';
import { vaultPath, withVault } from '#src/mocks/recovery-services/paths.ts';
import { isForbidden, SEE_VAULT } from '#src/mocks/recovery-services/rights.ts';
import { type Answer, type Call, list, param, type Route } from '#src/mocks/service.ts';
import { findGroup, hasSubscription } from '#src/mocks/world/lookup.ts';

/** An owner, as most who try the demo will be. */
const OWNER: PermissionWire = { actions: ['*'], notActions: [] };

/** Reads everything and makes nothing. */
const READER: PermissionWire = { actions: ['*/read'], notActions: [] };

/** Sees a vault, and nothing that is in it. */
const VAULT_ONLY: PermissionWire = { actions: [SEE_VAULT], notActions: [] };

/** What the person may do with a vault: nothing of a forbidden one's backups, only look into others. */
function vaultPermissions(call: Call): Answer {
  return withVault(call, (vault) => {
    if (isForbidden(vault)) return list([VAULT_ONLY]);
    return vault.isReadOnly === true ? list([READER]) : permissions(call);
  });
}

/**
 * What the person may do in a subscription or a group (azure-contract §14): a group that the world
 * calls read-only gives no more than reading.
 */
function permissions(call: Call): Answer {
  const subscriptionId = param(call, 'sub');
  if (!hasSubscription(call.state, subscriptionId)) return subscriptionNotFound(subscriptionId);
  const group = findGroup(
    call.state,
    `/subscriptions/${subscriptionId}/resourceGroups/${param(call, 'rg')}`,
  );
  return list([group?.isReadOnly === true ? READER : OWNER]);
}

const action = 'Microsoft.Authorization/permissions/read';

/** What the person may do, by scope. */
export const permissionRoutes: readonly Route[] = [
  {
    operation: 'permissions.listForSubscription',
    method: 'GET',
    path: '/subscriptions/{sub}/providers/Microsoft.Authorization/permissions',
    action,
    handle: permissions,
  },
  {
    operation: 'permissions.listForGroup',
    method: 'GET',
    path: '/subscriptions/{sub}/resourcegroups/{rg}/providers/Microsoft.Authorization/permissions',
    action,
    handle: permissions,
  },
  {
    operation: 'permissions.listForEncryptionSet',
    method: 'GET',
    path: `${scopes.encryptionSet.path}/providers/Microsoft.Authorization/permissions`,
    action,
    handle: permissions,
  },
  {
    operation: 'permissions.listForVault',
    method: 'GET',
    path: `${vaultPath}/providers/Microsoft.Authorization/permissions`,
    action,
    handle: vaultPermissions,
  },
];
