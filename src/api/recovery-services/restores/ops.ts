import { acceptedStart, type AcceptedStart, byStatus } from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type ArmRequest, send } from '#src/api/arm/send.ts';
import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { toRestoreBody } from '#src/api/recovery-services/restores/map.ts';
import { BACKUP_API_VERSION } from '#src/api/versions.ts';
import type { Restore } from '#src/api/recovery-services/restores/restore.ts';

/** The very request that starts a restore: `POST {RP}/restore` (document 004; 2024-04-01). */
export function restoreRequest(restore: Restore, clientRequestId: string): ArmRequest {
  return {
    method: 'POST',
    url: `${restore.recoveryPointResourceId}/restore?api-version=${BACKUP_API_VERSION}`,
    body: toRestoreBody(restore),
    clientRequestId,
    starts: true,
  };
}

/**
 * Starts a restore, once: nothing below repeats it.
 * @returns where to follow it; null when the answer doesn't say that Azure has accepted it.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export async function startRestore(
  arm: ArmPipelines,
  restore: Restore,
  clientRequestId: string,
): Promise<AcceptedStart | null> {
  const start = acceptedStart(await send(arm, restoreRequest(restore, clientRequestId)));
  const vaultId = vaultIdOf(restore.recoveryPointResourceId) ?? '';
  // All operations of a vault have a status there, too (azure-contract §7).
  return byStatus(
    start,
    (id) => `${vaultId}/backupOperations/${id}?api-version=${BACKUP_API_VERSION}`,
  );
}
