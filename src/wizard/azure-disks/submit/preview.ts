import { toDiskRestoreBody } from '#src/api/data-protection/restores/map.ts';
import { DATA_PROTECTION_API_VERSION } from '#src/api/data-protection/version.ts';
import type { DiskRestore } from '#src/model/data-protection.ts';
import type { RequestPreview } from '#src/wizard/draft/step-props.ts';

/** The request that Restore would send, as text. */
export function diskPreviewOf(restore: DiskRestore): RequestPreview {
  return {
    before: [],
    method: 'POST',
    url: `${restore.instanceId}/restore?api-version=${DATA_PROTECTION_API_VERSION}`,
    body: JSON.stringify(toDiskRestoreBody(restore), null, 2),
  };
}
