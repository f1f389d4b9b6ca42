import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import type { DiskRestore } from '#src/model/data-protection.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { isDiskName } from '#src/wizard/azure-disks/disk-name.ts';
import { chosenDiskPoint } from '#src/wizard/azure-disks/point.ts';
import type { DiskReads } from '#src/wizard/azure-disks/reads.ts';
import { diskChoices } from '#src/wizard/azure-disks/view.ts';
import { known } from '#src/wizard/draft/reads.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

/** The restore that a draft asks for; null while something is not chosen, not read or not there. */
export function diskRestoreOf(choices: DraftChoices, reads: DiskReads): DiskRestore | null {
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
    recoveryPointName: point.name,
    sourceDiskId: instance.sourceDiskId,
    targetDiskId: resourceId(`${group}/providers/Microsoft.Compute/disks/${diskName}`),
    region,
  };
}
