import {
  acceptedOperation,
  type AcceptedOperation,
  type OperationState,
  pollFor,
} from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type ArmAnswer, readBody, send } from '#src/api/arm/send.ts';
import { backupVaultIdOf, diskJobId } from '#src/api/data-protection/backup-vault-id.ts';
import { type DiskRestore, toDiskRestoreBody } from '#src/api/data-protection/restores/map.ts';
import { jobRefWire } from '#src/api/data-protection/restores/wire.ts';
import { DATA_PROTECTION_API_VERSION } from '#src/api/versions.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/**
 * What came of a request for a restore: an operation to follow (null: its headers could not be
 * read), or its job at once.
 */
export type StartedDiskRestore =
  | { readonly kind: 'accepted'; readonly operation: AcceptedOperation | null }
  | { readonly kind: 'job'; readonly jobId: ResourceId | null };

/**
 * Starts the restore of a disk, once: `POST {BI}/restore` (azure-contract §11; 2024-04-01). Nothing
 * below repeats it.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export async function startDiskRestore(
  arm: ArmPipelines,
  restore: DiskRestore,
  clientRequestId: string,
): Promise<StartedDiskRestore> {
  const answer = await send(arm, {
    method: 'POST',
    url: `${restore.instanceId}/restore?api-version=${DATA_PROTECTION_API_VERSION}`,
    body: toDiskRestoreBody(restore),
    clientRequestId,
    starts: true,
  });
  return answer.status === 202
    ? { kind: 'accepted', operation: acceptedOperation(answer) }
    : { kind: 'job', jobId: jobIn(restore.instanceId, answer) };
}

/** Where an accepted restore stands; `started`: its job exists, under this full id; null: it names none. */
type StartedState =
  | Exclude<OperationState, { readonly status: 'succeeded' }>
  | { readonly status: 'started'; readonly jobId: ResourceId | null };

/**
 * Polls the status of an accepted restore once: `operationStatus` names the job in the properties,
 * `operationResults` returns the job alone. @throws ArmError as every read.
 */
export function pollDiskRestore(
  arm: ArmPipelines,
  instanceId: ResourceId,
  operation: AcceptedOperation,
  signal?: AbortSignal,
): Promise<StartedState> {
  const started = (answer: ArmAnswer, { jobId: told }: { readonly jobId: string | null }) => {
    const jobId = told === null ? jobIn(instanceId, answer) : jobOf(instanceId, told);
    return { status: 'started', jobId } as const;
  };
  return pollFor(arm, operation, started, signal);
}

function jobIn(instanceId: ResourceId, answer: ArmAnswer): ResourceId | null {
  const jobName = answer.body === '' ? null : readBody(jobRefWire, answer).jobId;
  return jobName ? jobOf(instanceId, jobName) : null;
}

function jobOf(instanceId: ResourceId, jobName: string): ResourceId {
  return diskJobId(backupVaultIdOf(instanceId) ?? resourceId(''), jobName);
}
