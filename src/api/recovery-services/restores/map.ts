import type { RestoreRequestWire } from '#src/api/recovery-services/restores/wire.ts';
import {
  type CreateVm,
  type NetworkAccess,
  type ReplaceDisks,
  type Restore,
  type RestoreDisks,
  type RestoreIdentity,
  SENT_AS_IT_IS,
  type SourceEncryption,
} from '#src/model/restore.ts';

type Properties = RestoreRequestWire['properties'];

/** The body of a restore, key by key in the order in which document 004 prints it; further keys last. */
export function toRestoreBody(restore: Restore): RestoreRequestWire {
  switch (restore.kind) {
    case 'restoreDisks':
      return { properties: disksBody(restore) };
    case 'createVm':
      return { properties: machineBody(restore) };
    case 'replaceDisks':
      return { properties: replaceBody(restore) };
  }
}

const objectType = ({ rehydration }: Restore): Properties['objectType'] =>
  rehydration ? 'IaasVMRestoreWithRehydrationRequest' : 'IaasVMRestoreRequest';

/** What both bodies of document 004 end with. */
const endingOf = ({ encryption }: RestoreDisks | CreateVm) => ({
  createNewCloudService: false,
  originalStorageAccountOption: false,
  ...(encryption ? { encryptionDetails: toEncryptionDetails(encryption) } : {}),
});

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

/**
 * Document 004, Restore disks. The target group is not in its sample and comes after it; without it
 * the disks of a managed VM come back unmanaged (azure-contract §5).
 */
function disksBody(restore: RestoreDisks): Properties {
  const { targetResourceGroupId, restoreDiskLunList } = restore;
  return {
    objectType: objectType(restore),
    recoveryPointId: restore.recoveryPointId,
    recoveryType: 'RestoreDisks',
    sourceResourceId: restore.sourceResourceId,
    ...accountKey(restore),
    region: restore.region,
    ...endingOf(restore),
    ...(targetResourceGroupId ? { targetResourceGroupId } : {}),
    ...optionalKeys(restore),
    ...(restoreDiskLunList ? { restoreDiskLunList: [...restoreDiskLunList] } : {}),
    ...identityKeys(restore),
    ...specialKeys(restore),
  };
}

/** Document 004, Restore as another virtual machine, without the envelope of a client's own. */
function machineBody(restore: CreateVm): Properties {
  return {
    objectType: objectType(restore),
    recoveryPointId: restore.recoveryPointId,
    recoveryType: 'AlternateLocation',
    sourceResourceId: restore.sourceResourceId,
    targetVirtualMachineId: restore.targetVirtualMachineId,
    targetResourceGroupId: restore.targetResourceGroupId,
    ...accountKey(restore),
    virtualNetworkId: restore.virtualNetworkId,
    subnetId: restore.subnetId,
    region: restore.region,
    ...endingOf(restore),
    ...optionalKeys(restore),
    ...identityKeys(restore),
    ...specialKeys(restore),
  };
}

/** Not in document 004: the column `OriginalLocation` of azure-contract §5, which has no target. */
function replaceBody(restore: ReplaceDisks): Properties {
  return {
    objectType: objectType(restore),
    recoveryPointId: restore.recoveryPointId,
    recoveryType: 'OriginalLocation',
    sourceResourceId: restore.sourceResourceId,
    ...accountKey(restore),
    region: restore.region,
    createNewCloudService: false,
    originalStorageAccountOption: false,
    ...identityKeys(restore),
    ...specialKeys(restore),
  };
}

/** The account by its own key, or by an identity of the vault's in its place: never both. */
function accountKey({ identity, stagingAccountId }: Restore) {
  return identity ? {} : { storageAccountId: stagingAccountId };
}

function identityKeys({ identity, stagingAccountId }: Restore) {
  if (!identity) return {};
  return {
    identityInfo: toIdentityInfo(identity),
    identityBasedRestoreDetails: { targetStorageAccountId: stagingAccountId },
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

/** Keys that go with a point in the archive, and with a vault that a resource guard watches over. */
function specialKeys({ rehydration, guardRequests = [] }: Restore): Partial<Properties> {
  return {
    ...(rehydration
      ? {
          recoveryPointRehydrationInfo: {
            rehydrationRetentionDuration: `P${String(rehydration.days)}D`,
            rehydrationPriority: rehydration.priority,
          },
        }
      : {}),
    ...(guardRequests.length > 0 ? { resourceGuardOperationRequests: [...guardRequests] } : {}),
  };
}

/** Keys that go only with what was chosen. */
function optionalKeys(restore: RestoreDisks | CreateVm): Partial<Properties> {
  const { networkAccess, zone } = restore;
  const chosen = SENT_AS_IT_IS.flatMap((key) =>
    restore[key] ? [[key, restore[key]] as const] : [],
  );
  return {
    ...(networkAccess ? { targetDiskNetworkAccessSettings: toAccessSettings(networkAccess) } : {}),
    ...Object.fromEntries(chosen),
    ...(zone ? { zones: [zone] } : {}),
  };
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
