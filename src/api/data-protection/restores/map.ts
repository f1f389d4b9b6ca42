import * as z from 'zod/mini';
import type { DiskRestoreWire } from '#src/api/data-protection/restores/wire.ts';
import type { NoneLeft } from '#src/lib/data.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';

const id = z.pipe(z.string(), z.transform(resourceId));

/**
 * What a restore of a disk needs to know (document 002, Restore to create a new disk). A draft plans it, its body is made
 * from it, a press stores it and the commands read it: each has an entry for every key.
 */
export const diskRestore = z.object({
  instanceId: id,
  /** The name of the restore point, as the request has it. */
  recoveryPointId: z.string(),
  sourceDiskId: id,
  /** Does not exist yet: its group is the target group, its last part the restored disk's name. */
  targetDiskId: id,
  /** The region of the source disk, where its snapshots are and the new disk will be. */
  region: z.string(),
});
export type DiskRestore = z.infer<typeof diskRestore>;

/** The request that validation wraps and a restore sends as it is (azure-contract §11). */
export function toDiskRestoreBody(restore: DiskRestore): DiskRestoreWire {
  // The instance is in the address.
  const { instanceId: _address, recoveryPointId, ...disks } = restore;
  const { sourceDiskId, targetDiskId, region, ...rest } = disks;
  void (rest satisfies NoneLeft);
  return {
    objectType: 'AzureBackupRecoveryPointBasedRestoreRequest',
    recoveryPointId,
    sourceDataStoreType: 'OperationalStore',
    sourceResourceId: sourceDiskId,
    restoreTargetInfo: {
      objectType: 'RestoreTargetInfo',
      recoveryOption: 'FailIfExists',
      restoreLocation: region,
      datasourceInfo: {
        objectType: 'Datasource',
        datasourceType: 'Microsoft.Compute/disks',
        resourceType: 'Microsoft.Compute/disks',
        resourceID: targetDiskId,
        resourceUri: targetDiskId,
        resourceName: nameOf(targetDiskId),
        resourceLocation: region,
      },
    },
    identityDetails: { useSystemAssignedIdentity: true },
  };
}
