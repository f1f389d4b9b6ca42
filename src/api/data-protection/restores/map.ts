import type { DiskRestoreWire } from '#src/api/data-protection/restores/wire.ts';
import type { DiskRestore } from '#src/model/backup-vaults.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** The request that validation wraps and a restore sends as it is (azure-contract §11). */
export function toDiskRestoreBody(restore: DiskRestore): DiskRestoreWire {
  const { targetDiskId: id, region } = restore;
  return {
    objectType: 'AzureBackupRecoveryPointBasedRestoreRequest',
    recoveryPointId: restore.recoveryPointId,
    sourceDataStoreType: 'OperationalStore',
    sourceResourceId: restore.sourceDiskId,
    restoreTargetInfo: {
      objectType: 'RestoreTargetInfo',
      recoveryOption: 'FailIfExists',
      restoreLocation: region,
      datasourceInfo: {
        objectType: 'Datasource',
        datasourceType: 'Microsoft.Compute/disks',
        resourceType: 'Microsoft.Compute/disks',
        resourceID: id,
        resourceUri: id,
        resourceName: nameOf(id),
        resourceLocation: region,
      },
    },
    identityDetails: { useSystemAssignedIdentity: true },
  };
}
