import { acceptedOperation, type AcceptedOperation } from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { readBody, send } from '#src/api/arm/send.ts';
import { jobsExportWire } from '#src/api/recovery-services/jobs/wire-export.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/**
 * Lets Azure write the jobs of a vault into a file, once: `POST {V}/backupJobsExport` (azure-contract
 * §8; 2024-04-01).
 * @returns where to follow it, `GET {V}/backupJobs/operationResults/{operation}`; null when Azure
 * accepted and its headers could not be read.
 */
export async function startJobsExport(
  arm: ArmPipelines,
  vaultId: ResourceId,
): Promise<AcceptedOperation | null> {
  const url = `${vaultId}/backupJobsExport?api-version=${BACKUP_API_VERSION}`;
  return acceptedOperation(await send(arm, { method: 'POST', url, starts: true }));
}

/** The address of the file with the key to it; null while Azure is at work. @throws ArmError. */
export async function getJobsExport(
  arm: ArmPipelines,
  { pollUrl }: AcceptedOperation,
  signal?: AbortSignal,
): Promise<string | null> {
  const answer = await send(arm, { method: 'GET', url: pollUrl, signal });
  if (answer.status === 202) return null;
  const { operation } = readBody(jobsExportWire, answer);
  return operation?.blobUrl ? `${operation.blobUrl}${operation.blobSasKey ?? ''}` : null;
}
