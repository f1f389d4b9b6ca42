import type {
  CreateVm,
  NetworkAccess,
  ReplaceDisks,
  Restore,
  RestoreDisks,
  RestoreIdentity,
  SourceEncryption,
} from '#src/api/recovery-services/restores/restore.ts';
import type { RestoreRequestWire } from '#src/api/recovery-services/restores/wire.ts';
import { type ByKey, keysOf } from '#src/lib/data.ts';

type Properties = RestoreRequestWire['properties'];

/** The body of a restore, key by key in the order in which document 004 prints it; further keys last. */
export function toRestoreBody(restore: Restore): RestoreRequestWire {
  switch (restore.kind) {
    case 'restoreDisks':
      return { properties: { ...startOf(restore, 'RestoreDisks'), ...added(restore, DISKS) } };
    case 'createVm':
      return { properties: { ...startOf(restore, 'AlternateLocation'), ...added(restore, VM) } };
    case 'replaceDisks':
      return {
        properties: { ...startOf(restore, 'OriginalLocation'), ...added(restore, REPLACE) },
      };
  }
}

/** What all bodies start with. The ID of the restore point is in the address. */
const startOf = (
  { recoveryPointId, sourceResourceId, rehydration }: Restore,
  recoveryType: Properties['recoveryType'],
): Properties => ({
  objectType: rehydration ? 'IaasVMRestoreWithRehydrationRequest' : 'IaasVMRestoreRequest',
  recoveryPointId,
  recoveryType,
  sourceResourceId,
});
type Started = 'kind' | 'recoveryPointResourceId' | 'recoveryPointId' | 'sourceResourceId';

/** What each other key of a restore adds to its body, in the order of the body. */
type Additions<Of> = ByKey<Omit<Of, Started>, (restore: Of) => Partial<Properties>>;

function added<Of extends Restore>(restore: Of, additions: Additions<Of>): Partial<Properties> {
  const body: Partial<Properties> = {};
  for (const key of keysOf(additions)) Object.assign(body, additions[key](restore));
  return body;
}

const nothing = () => ({});

/** The account by its own key, or by an identity of the vault's in its place: never both. */
const stagingAccountId = ({ identity, stagingAccountId: id }: Restore) =>
  identity ? {} : { storageAccountId: id };

/** Both bodies of document 004 say these of every restore. */
const region = ({ region: name }: Restore) => ({
  region: name,
  createNewCloudService: false,
  originalStorageAccountOption: false,
});

const encryption = ({ encryption: source }: RestoreDisks | CreateVm) =>
  source ? { encryptionDetails: toEncryptionDetails(source) } : {};

/** Keys that go only with what was chosen. */
const CHOSEN = {
  networkAccess: ({ networkAccess }: RestoreDisks | CreateVm) =>
    networkAccess ? { targetDiskNetworkAccessSettings: toAccessSettings(networkAccess) } : {},
  restoreWithManagedDisks: ({ restoreWithManagedDisks }: RestoreDisks | CreateVm) =>
    restoreWithManagedDisks ? { restoreWithManagedDisks } : {},
  diskEncryptionSetId: ({ diskEncryptionSetId }: RestoreDisks | CreateVm) =>
    diskEncryptionSetId ? { diskEncryptionSetId } : {},
  zone: ({ zone }: RestoreDisks | CreateVm) => (zone ? { zones: [zone] } : {}),
};

/** Keys that go with an identity, with a point in the archive, and with a vault that a resource guard watches over. */
const LAST = {
  identity: ({ identity, stagingAccountId: id }: Restore) =>
    identity
      ? {
          identityInfo: toIdentityInfo(identity),
          identityBasedRestoreDetails: { targetStorageAccountId: id },
        }
      : {},
  rehydration: ({ rehydration }: Restore) =>
    rehydration
      ? {
          recoveryPointRehydrationInfo: {
            rehydrationRetentionDuration: `P${String(rehydration.days)}D`,
            rehydrationPriority: rehydration.priority,
          },
        }
      : {},
  guardRequests: ({ guardRequests = [] }: Restore) =>
    guardRequests.length > 0 ? { resourceGuardOperationRequests: [...guardRequests] } : {},
};

/**
 * Document 004, Restore disks. The target group is not in its sample and comes after it; without it
 * the disks of a managed VM come back unmanaged (azure-contract §5).
 */
const DISKS: Additions<RestoreDisks> = {
  stagingAccountId,
  region,
  encryption,
  targetResourceGroupId: ({ targetResourceGroupId }) =>
    targetResourceGroupId ? { targetResourceGroupId } : {},
  ...CHOSEN,
  restoreDiskLunList: ({ restoreDiskLunList: luns }) =>
    luns ? { restoreDiskLunList: [...luns] } : {},
  ...LAST,
};

/** Document 004, Restore as another virtual machine, without the envelope of a client's own. */
const VM: Additions<CreateVm> = {
  targetVirtualMachineId: ({ targetVirtualMachineId }) => ({ targetVirtualMachineId }),
  targetResourceGroupId: ({ targetResourceGroupId }) => ({ targetResourceGroupId }),
  stagingAccountId,
  virtualNetworkId: ({ virtualNetworkId }) => ({ virtualNetworkId }),
  subnetId: ({ subnetId }) => ({ subnetId }),
  region,
  encryption,
  ...CHOSEN,
  ...LAST,
};

/** Not in document 004: the column `OriginalLocation` of azure-contract §5, which has no target and no new disks. */
const REPLACE: Additions<ReplaceDisks> = {
  stagingAccountId,
  region,
  encryption: nothing,
  networkAccess: nothing,
  restoreWithManagedDisks: nothing,
  diskEncryptionSetId: nothing,
  zone: nothing,
  ...LAST,
};

/** The names of azure-contract §5. Azure accepts a request without it, so what isn't known is left out. */
function toEncryptionDetails({
  isOn,
  keys = {},
}: SourceEncryption): NonNullable<Properties['encryptionDetails']> {
  if (!isOn) return { encryptionEnabled: false };
  const { keyUrl, secretUrl, keyVaultId, secretVaultId } = keys;
  return {
    encryptionEnabled: true,
    ...(keyUrl ? { kekUrl: keyUrl } : {}),
    ...(secretUrl ? { secretKeyUrl: secretUrl } : {}),
    ...(keyVaultId ? { kekVaultId: keyVaultId } : {}),
    ...(secretVaultId ? { secretKeyVaultId: secretVaultId } : {}),
  };
}

function toIdentityInfo(identity: RestoreIdentity) {
  switch (identity.kind) {
    case 'system':
      return { isSystemAssignedIdentity: true };
    case 'user':
      return { isSystemAssignedIdentity: false, managedIdentityResourceId: identity.identityId };
  }
}

/** The names of azure-contract §5; a disk access goes only with private access. */
function toAccessSettings(access: NetworkAccess) {
  switch (access.kind) {
    case 'sameAsSource':
      return { targetDiskNetworkAccessOption: 'SameAsOnSourceDisks' };
    case 'public':
      return { targetDiskNetworkAccessOption: 'EnablePublicAccessForAllDisks' };
    case 'private':
      return {
        targetDiskNetworkAccessOption: 'EnablePrivateAccessForAllDisks',
        targetDiskAccessId: access.diskAccessId,
      };
  }
}
