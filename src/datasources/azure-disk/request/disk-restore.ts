import type { DiskRestore } from '#src/model/backup-vaults.ts';
import { FIELDS } from '#src/datasources/azure-disk/fields.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import type { DiskChoices } from '#src/datasources/azure-disk/schema.ts';
import { toDiskRestoreBody } from '#src/api/data-protection/restores/map.ts';
import { DATA_PROTECTION_API_VERSION } from '#src/api/versions.ts';
import { requestParts } from '#src/wizard/fields/review-lines.ts';
import type { RequestPreview } from '#src/wizard/submit/request-preview.ts';

/** The restore that a draft asks for; null while something is not chosen, not read or not there. */
export function diskRestoreOf(choices: DiskChoices, reads: DiskReads): DiskRestore | null {
  const parts = requestParts(FIELDS, choices, { choices, reads });
  const { instanceId, recoveryPointId, sourceDiskId, targetDiskId, region } = parts;
  if (choices.diskMode === 'OLR' || instanceId === undefined) return null;
  if (recoveryPointId === undefined || sourceDiskId === undefined) return null;
  if (targetDiskId === undefined || region === undefined) return null;
  return { ...parts, instanceId, recoveryPointId, sourceDiskId, targetDiskId, region };
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
