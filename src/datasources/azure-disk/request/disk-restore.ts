import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import type { DiskRestore } from '#src/model/data-protection.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { isDiskName } from '#src/datasources/azure-disk/disk-name.ts';
import { chosenDiskPoint } from '#src/datasources/azure-disk/point.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import { diskChoices } from '#src/datasources/azure-disk/choices.ts';
import { known } from '#src/wizard/reads/read.ts';
import type { DiskChoices } from '#src/datasources/azure-disk/schema.ts';
import { toDiskRestoreBody } from '#src/api/data-protection/restores/map.ts';
import { DATA_PROTECTION_API_VERSION } from '#src/api/data-protection/version.ts';
import type { RequestPreview } from '#src/wizard/submit/request-preview.ts';

/** The restore that a draft asks for; null while something is not chosen, not read or not there. */
export function diskRestoreOf(choices: DiskChoices, reads: DiskReads): DiskRestore | null {
  const { subscription, rg, diskName, diskMode } = diskChoices(choices, reads);
  const instance = known(reads.instance);
  const point = chosenDiskPoint(reads, choices);
  // A new disk is made where its snapshots are: in the region of the source.
  const region =
    instance?.region ?? known(reads.disk)?.region ?? known(reads.vault)?.region ?? null;
  if (instance === undefined || point === undefined || region === null) return null;
  if (subscription === null || rg === null || diskMode === 'OLR') return null;
  if (diskName === null || !isDiskName(diskName)) return null;
  const group = resourceGroupId(subscription, rg);
  return {
    instanceId: instance.id,
    recoveryPointId: point.name,
    sourceDiskId: instance.sourceDiskId,
    targetDiskId: resourceId(`${group}/providers/Microsoft.Compute/disks/${diskName}`),
    region,
  };
}

/** The request that Restore would send, as text. */
export function diskPreviewOf(restore: DiskRestore): RequestPreview {
  return {
    before: [],
    method: 'POST',
    url: `${restore.instanceId}/restore?api-version=${DATA_PROTECTION_API_VERSION}`,
    body: JSON.stringify(toDiskRestoreBody(restore), null, 2),
  };
}
