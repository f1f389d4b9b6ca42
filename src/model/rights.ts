import { allows, type Role } from '#src/model/roles.ts';

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
