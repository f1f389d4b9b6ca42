import type { RestoreRequestWire } from '#src/api/recovery-services/restores/wire.ts';
import type { NetworkAccess, Restore } from '#src/model/restore.ts';

/**
 * The body of a restore, key by key in the order in which document 004 prints it. The target group
 * is not in its sample and comes last; without it the disks of a managed VM come back unmanaged (azure-contract §5).
 */
export function toRestoreBody(restore: Restore): RestoreRequestWire {
  return {
    properties: {
      objectType: 'IaasVMRestoreRequest',
      recoveryPointId: restore.recoveryPointName,
      recoveryType: 'RestoreDisks',
      sourceResourceId: restore.sourceResourceId,
      storageAccountId: restore.stagingAccountId,
      region: restore.region,
      createNewCloudService: false,
      originalStorageAccountOption: false,
      encryptionDetails: { encryptionEnabled: false },
      ...(restore.targetResourceGroupId === null
        ? {}
        : { targetResourceGroupId: restore.targetResourceGroupId }),
      ...(restore.networkAccess === null
        ? {}
        : { targetDiskNetworkAccessSettings: toAccessSettings(restore.networkAccess) }),
    },
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
