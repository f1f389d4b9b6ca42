import type { PermissionWire } from '#src/api/authorization.ts';
import { groupIn, onSubscription } from '#src/mocks/resource-lists.ts';
import { scopes } from '#src/mocks/authorization/roles.ts';
import { onVault, vaultPath } from '#src/mocks/recovery-services/paths.ts';
import { isForbidden, SEE_VAULT } from '#src/mocks/recovery-services/rights.ts';
import { type Handler, list, type Route, route } from '#src/mocks/service.ts';
import { findGroup } from '#src/mocks/world/lookup.ts';

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

const at = (operation: string, scope: string, handle: Handler): Route =>
  route.get(operation, `${scope}/providers/Microsoft.Authorization/permissions`, handle);

/** What the person may do, by scope. */
export const permissionRoutes: readonly Route[] = [
  at('permissions.listForSubscription', scopes.subscription.path, permissions),
  at('permissions.listForGroup', scopes.group.path, permissions),
  at('permissions.listForEncryptionSet', scopes.encryptionSet.path, permissions),
  at('permissions.listForVault', vaultPath, vaultPermissions),
];
