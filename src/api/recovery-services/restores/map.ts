import type { RestoreRequestWire } from '#src/api/recovery-services/restores/wire.ts';
import type { Restore } from '#src/model/restore.ts';

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
    },
  };
}
