import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import {
  diskRestore,
  type DiskRestore,
  toDiskRestoreBody,
} from '#src/api/data-protection/restores.ts';
import { DATA_PROTECTION_API_VERSION } from '#src/api/versions.ts';
import { isDiskName } from '#src/datasources/azure-disk/disk-name.ts';
import { targetIn } from '#src/datasources/azure-disk/fields.ts';
import { chosenDiskPoint } from '#src/datasources/azure-disk/point.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import type { DiskChoices } from '#src/datasources/azure-disk/schema.ts';
import type { EachKey } from '#src/lib/data.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { known } from '#src/wizard/reads/read.ts';
import type { RequestPreview } from '#src/wizard/submit/request-preview.ts';

/** The restore that a draft asks for; null while something is not chosen, not read or not there. */
export const diskRestoreOf = (choices: DiskChoices, reads: DiskReads): DiskRestore | null =>
  choices.diskMode === 'OLR' ? null : (diskRestore.safeParse(partsOf(choices, reads)).data ?? null);

/** How the choices say each key; undefined: not chosen, not read or not there. */
function partsOf(choices: DiskChoices, reads: DiskReads): EachKey<DiskRestore> {
  const instance = known(reads.instance);
  const { subscription, rg } = targetIn(choices, reads);
  const { diskName: name } = choices;
  const isNamed = subscription !== null && rg !== null && name !== null && isDiskName(name);
  return {
    instanceId: instance?.id,
    recoveryPointId: chosenDiskPoint(reads, choices)?.name,
    sourceDiskId: instance?.sourceDiskId,
    targetDiskId: isNamed
      ? resourceId(`${resourceGroupId(subscription, rg)}/providers/Microsoft.Compute/disks/${name}`)
      : undefined,
    // A new disk is made where its snapshots are: in the region of the source.
    region:
      instance?.region ?? known(reads.disk)?.region ?? known(reads.vault)?.region ?? undefined,
  };
}

/** The request that Restore would send. */
export const diskRequestOf = (restore: DiskRestore) => ({
  method: 'POST',
  url: `${restore.instanceId}/restore?api-version=${DATA_PROTECTION_API_VERSION}`,
  body: toDiskRestoreBody(restore),
});

/** The same as text. */
export function diskPreviewOf(restore: DiskRestore): RequestPreview {
  const { body, ...request } = diskRequestOf(restore);
  return { ...request, before: [], body: JSON.stringify(body, null, 2) };
}
