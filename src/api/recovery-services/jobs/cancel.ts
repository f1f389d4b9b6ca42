import { acceptedOperation, type AcceptedOperation } from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { send } from '#src/api/arm/send.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/**
 * Asks Azure to cancel a job, once: `POST {V}/backupJobs/{job}/cancel` (azure-contract §8; 2024-04-01).
 * The job itself shows the outcome: it may have ended before.
 * @returns where to follow the request, `GET {V}/backupJobs/{job}/operationResults/{operation}`; null
 * when Azure accepted and its headers could not be read.
 * @throws ArmError `refused` for a job that is over or can't be canceled.
 */
export async function cancelJob(
  arm: ArmPipelines,
  jobId: ResourceId,
): Promise<AcceptedOperation | null> {
  const url = `${jobId}/cancel?api-version=${BACKUP_API_VERSION}`;
  return acceptedOperation(await send(arm, { method: 'POST', url, starts: true }));
}
