import { acceptedOperation, type AcceptedOperation } from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type ArmRequest, send } from '#src/api/arm/send.ts';
import { toRestoreBody } from '#src/api/recovery-services/restores/map.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { Restore } from '#src/model/restore.ts';

/** The very request that starts a restore: `POST {RP}/restore` (document 004; 2024-04-01). */
export function restoreRequest(restore: Restore, clientRequestId: string): ArmRequest {
  return {
    method: 'POST',
    url: `${restore.recoveryPointId}/restore?api-version=${BACKUP_API_VERSION}`,
    body: toRestoreBody(restore),
    clientRequestId,
    starts: true,
  };
}

/**
 * Starts a restore, once: nothing below repeats it.
 * @returns where to follow it; null when Azure accepted and its headers could not be read.
 * @throws ArmError; `lost` means that nobody knows whether Azure received it.
 */
export async function startRestore(
  arm: ArmPipelines,
  restore: Restore,
  clientRequestId: string,
): Promise<AcceptedOperation | null> {
  return acceptedOperation(await send(arm, restoreRequest(restore, clientRequestId)));
}
