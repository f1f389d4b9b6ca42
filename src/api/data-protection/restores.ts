import * as z from 'zod/mini';
import {
  acceptedOperation,
  type AcceptedOperation,
  type FailedOperation,
  nextState,
  type OperationState,
  pollFor,
} from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type ArmAnswer, readBody, send } from '#src/api/arm/send.ts';
import { maybe, userErrorWire } from '#src/api/arm/wire.ts';
import { backupVaultIdOf } from '#src/api/arm/resource-id.ts';
import { toDiskProblem } from '#src/api/data-protection/jobs.ts';
import { DATA_PROTECTION_API_VERSION } from '#src/api/versions.ts';
import { type ByKey, keysOf } from '#src/lib/data.ts';
import type { ValidationProblem } from '#src/model/problem.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';

/**
 * The request of a disk restore, in the form that a real service accepted (azure-contract §11):
 * `datasourceInfo` in lower case, `resourceID` with a capital `D`.
 */
interface DiskRestoreWire {
  readonly objectType: 'AzureBackupRecoveryPointBasedRestoreRequest';
  readonly recoveryPointId: string;
  readonly sourceDataStoreType: 'OperationalStore';
  readonly sourceResourceId: string;
  readonly restoreTargetInfo: {
    readonly objectType: 'RestoreTargetInfo';
    readonly recoveryOption: 'FailIfExists';
    readonly restoreLocation: string;
    readonly datasourceInfo: {
      readonly objectType: 'Datasource';
      readonly datasourceType: 'Microsoft.Compute/disks';
      readonly resourceType: 'Microsoft.Compute/disks';
      readonly resourceID: string;
      readonly resourceUri: string;
      readonly resourceName: string;
      readonly resourceLocation: string;
    };
  };
  readonly identityDetails: { readonly useSystemAssignedIdentity: true };
}

/** What a finished restore operation leaves: at its end, or at once in an answer of 200. */
export const jobRefWire = z.looseObject({ jobId: maybe(z.string()) });

/** The status of an operation that failed. */
const failedOperationWire = z.looseObject({ error: maybe(userErrorWire) });

const id = z.pipe(z.string(), z.transform(resourceId));

/**
 * What a restore of a disk needs to know (document 002, Restore to create a new disk). A draft plans it, its body is made
 * from it, a press stores it and the commands read it: each has an entry for every key.
 */
export const diskRestore = z.object({
  instanceId: id,
  /** The name of the restore point, as the request has it. */
  recoveryPointId: z.string(),
  sourceDiskId: id,
  /** Does not exist yet: its group is the target group, its last part the restored disk's name. */
  targetDiskId: id,
  /** The region of the source disk, where its snapshots are and the new disk will be. */
  region: z.string(),
});
export type DiskRestore = z.infer<typeof diskRestore>;

/** What each key of a restore adds to its body, in the order of the body. */
const ADDED: ByKey<DiskRestore, (restore: DiskRestore) => Partial<DiskRestoreWire>> = {
  // It is in the address.
  instanceId: () => ({}),
  recoveryPointId: ({ recoveryPointId }) => ({ recoveryPointId }),
  sourceDiskId: ({ sourceDiskId }) => ({
    sourceDataStoreType: 'OperationalStore',
    sourceResourceId: sourceDiskId,
  }),
  targetDiskId: ({ targetDiskId, region }) => ({
    restoreTargetInfo: {
      objectType: 'RestoreTargetInfo',
      recoveryOption: 'FailIfExists',
      restoreLocation: region,
      datasourceInfo: {
        objectType: 'Datasource',
        datasourceType: 'Microsoft.Compute/disks',
        resourceType: 'Microsoft.Compute/disks',
        resourceID: targetDiskId,
        resourceUri: targetDiskId,
        resourceName: nameOf(targetDiskId),
        resourceLocation: region,
      },
    },
  }),
  // The new disk has it.
  region: () => ({}),
};

/** The request that validation wraps and a restore sends as it is (azure-contract §11). */
export function toDiskRestoreBody(restore: DiskRestore): Partial<DiskRestoreWire> {
  const body: Partial<DiskRestoreWire> = {
    objectType: 'AzureBackupRecoveryPointBasedRestoreRequest',
  };
  for (const key of keysOf(ADDED)) Object.assign(body, ADDED[key](restore));
  return { ...body, identityDetails: { useSystemAssignedIdentity: true } };
}

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
    copyCodes: [
      'UserErrorSameNameDiskAlreadyExists',
      'UserErrorMaxConcurrentOperationLimitReached',
    ],
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

/** The id of a job that an operation told: a whole id, or its last part alone (azure-contract §11). */
function jobOf(instanceId: ResourceId, told: string): ResourceId {
  const vaultId = backupVaultIdOf(instanceId) ?? '';
  return resourceId(`${vaultId}/backupJobs/${told.slice(told.lastIndexOf('/') + 1)}`);
}

/** Where a validation of a disk's restore stands. `done` with a problem: the restore would fail. */
type DiskValidationState =
  | { readonly status: 'running'; readonly next: AcceptedOperation }
  | { readonly status: 'done'; readonly problems: readonly ValidationProblem[] };

const VALID: DiskValidationState = { status: 'done', problems: [] };

/**
 * Starts the validation of a restore: `POST {BI}/validateRestore` (azure-contract §11; 2024-04-01),
 * which takes minutes and can't be canceled in Azure. The contract's one answer of 200 is a
 * validation that has passed at once.
 * @returns null when Azure accepted and its headers could not be read.
 */
export async function startDiskValidation(
  arm: ArmPipelines,
  restore: DiskRestore,
  signal?: AbortSignal,
): Promise<DiskValidationState | null> {
  const answer = await send(arm, {
    method: 'POST',
    url: `${restore.instanceId}/validateRestore?api-version=${DATA_PROTECTION_API_VERSION}`,
    body: { restoreRequestObject: toDiskRestoreBody(restore) },
    starts: true,
    signal,
  });
  if (answer.status !== 202) return VALID;
  const next = acceptedOperation(answer);
  return next === null ? null : { status: 'running', next };
}

/**
 * Asks once what a started validation has found. What would make the restore fail ends the operation
 * as `Failed`, unlike a VM's (azure-contract §13, 18). @throws ArmError as every read.
 */
export async function pollDiskValidation(
  arm: ArmPipelines,
  operation: AcceptedOperation,
  signal?: AbortSignal,
): Promise<DiskValidationState> {
  const answer = await send(arm, { method: 'GET', url: operation.pollUrl, signal });
  const state = nextState(operation, answer);
  if (state.status === 'running') return state;
  return state.status === 'succeeded' ? VALID : failedBy(answer, state);
}

function failedBy(answer: ArmAnswer, { code, message }: FailedOperation): DiskValidationState {
  const { error } = readBody(failedOperationWire, answer);
  return { status: 'done', problems: [toDiskProblem({ ...error, code, message })] };
}
