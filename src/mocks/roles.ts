import type { RoleDefinitionWire } from '#src/api/authorization.ts';
import { BUILT_IN_ROLES } from '#src/model/roles.ts';
import type { RoleName } from '#src/mocks/world/place-seed.ts';

type Permissions = NonNullable<RoleDefinitionWire['properties']['permissions']>[number];

interface RoleFacts {
  readonly guid: string;
  readonly type: 'BuiltInRole' | 'CustomRole';
  readonly permissions: Permissions;
  /** Whether the service lets an identity with it restore (document 000, Restore VMs with managed identities). */
  readonly restores: boolean;
}

const given = (
  actions: string[],
  more: Partial<Permissions> = {},
): Pick<RoleFacts, 'permissions'> => ({
  permissions: { actions, notActions: [], dataActions: [], notDataActions: [], ...more },
});

/**
 * What roles give. Names are Azure's and the document's; the lists are shortened by `*`, and the id of
 * VM Restore Operator is made up (G).
 */
export const roleList: Readonly<Record<RoleName, RoleFacts>> = {
  'VM Restore Operator': {
    guid: 'dfce8971-25e3-42e3-ba33-6055438e3080',
    type: 'BuiltInRole',
    restores: true,
    ...given(
      [
        'Microsoft.Authorization/*/read',
        'Microsoft.Compute/disks/*',
        'Microsoft.Compute/locations/diskOperations/read',
        'Microsoft.Compute/virtualMachines/*',
        'Microsoft.Insights/alertRules/*',
        'Microsoft.Network/locations/*/read',
        'Microsoft.Network/networkInterfaces/*',
        'Microsoft.Network/networkSecurityGroups/*',
        'Microsoft.Network/publicIPAddresses/*',
        'Microsoft.Network/virtualNetworks/*',
        'Microsoft.Resources/deployments/*',
        'Microsoft.Resources/subscriptions/resourceGroups/read',
        'Microsoft.Storage/*',
      ],
      { dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*'] },
    ),
  },
  // A company's own, which gives all the actions of the document under another name.
  'Contoso Restore': {
    guid: '4f1d7c52-8a36-4b0e-9d6b-0c2b7e5a91f3',
    type: 'CustomRole',
    restores: true,
    ...given(
      [
        '*/read',
        'Microsoft.Authorization/*/read',
        'Microsoft.Compute/*',
        'Microsoft.Insights/*',
        'Microsoft.Network/*',
        'Microsoft.Resources/*',
        'Microsoft.Storage/*',
      ],
      {
        notActions: ['Microsoft.Authorization/*/write', 'Microsoft.Storage/storageAccounts/delete'],
        dataActions: ['Microsoft.Storage/storageAccounts/blobServices/*'],
        notDataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags/*'],
      },
    ),
  },
  // It manages accounts and reads no blob of them.
  Contributor: {
    guid: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
    type: 'BuiltInRole',
    restores: false,
    ...given(['*'], {
      notActions: [
        'Microsoft.Authorization/*/Delete',
        'Microsoft.Authorization/*/Write',
        'Microsoft.Authorization/elevateAccess/Action',
      ],
    }),
  },
  // What a Backup vault needs to restore a disk (document 002): on the target group, and on that of the snapshots.
  'Disk Restore Operator': {
    guid: BUILT_IN_ROLES.diskRestoreOperator,
    type: 'BuiltInRole',
    restores: false,
    ...given([
      'Microsoft.Compute/disks/write',
      'Microsoft.Compute/disks/read',
      'Microsoft.Resources/subscriptions/resourceGroups/read',
    ]),
  },
  'Disk Snapshot Contributor': {
    guid: BUILT_IN_ROLES.diskSnapshotContributor,
    type: 'BuiltInRole',
    restores: false,
    ...given([
      'Microsoft.Compute/snapshots/*',
      'Microsoft.Resources/subscriptions/resourceGroups/read',
    ]),
  },
  Reader: {
    guid: BUILT_IN_ROLES.reader,
    type: 'BuiltInRole',
    restores: false,
    ...given(['*/read']),
  },
};
/** Whether a scope is another one or lies in it: what is given there reaches here. */
export function isWithin(scope: string, outer: string): boolean {
  const [inside, outside] = [scope.toLowerCase(), outer.toLowerCase()];
  return inside === outside || inside.startsWith(`${outside}/`);
}
