import { ArmError } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { startDiskRestore } from '#src/api/data-protection/restores.ts';
import { startRestore } from '#src/api/recovery-services/restores.ts';
import { restoreOfDisk } from '#src/mocks/testing-disks.ts';
import { exampleDisks, exampleItem } from '#src/mocks/testing-example.ts';
import type { DiskBackupInstance } from '#src/model/backup-vaults.ts';
import type { ProtectedItem } from '#src/model/instances.ts';
import { nameOf, type ResourceId, resourceId, sameId } from '#src/model/resource-id.ts';

/** Restores of backup instances in the default world, by whether the simulated Azure accepts them. */

/** A VM and a disk whose backups are protected. */
export const otherVm = resourceId(exampleItem);
export const otherDisk = restoreOfDisk('app01_DataDisk_0').instanceId;

/** The status by which Azure rejects a request; null: it doesn't. */
export async function refusalOf(start: () => Promise<unknown>): Promise<string | null> {
  try {
    await start();
    return null;
  } catch (error) {
    if (error instanceof ArmError) return String(error.facts.status);
    throw error;
  }
}

/** The disks of a VM are restored into the resource group for restores of its subscription. */
export function refusalOfVm(
  arm: ArmPipelines,
  { id, sourceResourceId }: ProtectedItem,
  pointId: ResourceId,
): Promise<string | null> {
  const own = sourceResourceId.replace(/[^/]+\/providers\/.*$/, 'rg-restore-weu');
  const account = `${own}/providers/Microsoft.Storage/storageAccounts/stprodweu01`;
  const restore = sameId(id, exampleItem)
    ? exampleDisks
    : {
        ...exampleDisks,
        recoveryPointResourceId: pointId,
        recoveryPointId: nameOf(pointId),
        sourceResourceId,
        region: 'westeurope',
        targetResourceGroupId: resourceId(own),
        stagingAccountId: resourceId(account),
      };
  return refusalOf(() => startRestore(arm, restore, 'mine'));
}

/** The same of a disk; Azure lists no restore point of one that is deleted. */
export function refusalOfDisk(
  arm: ArmPipelines,
  { id, sourceDiskId }: DiskBackupInstance,
  pointName: string,
): Promise<string | null> {
  const like = restoreOfDisk('app01_DataDisk_0');
  const recoveryPointId = pointName === '' ? like.recoveryPointId : pointName;
  const restore = { ...like, instanceId: id, sourceDiskId, recoveryPointId };
  return refusalOf(() => startDiskRestore(arm, restore, 'mine'));
}
