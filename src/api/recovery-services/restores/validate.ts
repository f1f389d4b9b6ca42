import {
  acceptedOperation,
  type AcceptedOperation,
  type OperationState,
  pollFor,
} from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { type ArmAnswer, type ArmRequest, readBody, send, sendFor } from '#src/api/arm/send.ts';
import { toRestoreBody } from '#src/api/recovery-services/restores/map.ts';
import {
  type ValidationProblemWire,
  type ValidationRequestWire,
  validationStatusWire,
  validationWire,
  type ValidationWire,
} from '#src/api/recovery-services/restores/wire-validation.ts';
import { BACKUP_API_VERSION } from '#src/api/versions.ts';
import type { Restore } from '#src/api/recovery-services/restores/restore.ts';
import type { ValidationProblem } from '#src/model/problem.ts';

/**
 * Asks whether Azure would take a restore, without starting it: `POST {V}/backupValidateOperation`
 * (azure-contract §6; 2024-04-01).
 * @returns what would make it fail; nothing when Azure found nothing.
 */
export async function validateRestore(
  arm: ArmPipelines,
  restore: Restore,
  signal?: AbortSignal,
): Promise<ValidationProblem[]> {
  const request = requestTo('backupValidateOperation', restore);
  return problemsIn(await sendFor(arm, validationWire, { ...request, signal }));
}

/**
 * Starts the same question where it takes longer: `POST {V}/backupTriggerValidateOperation`
 * (2024-04-01).
 * @returns where to follow it; null when Azure accepted and its headers could not be read.
 */
export async function startValidation(
  arm: ArmPipelines,
  restore: Restore,
): Promise<AcceptedOperation | null> {
  const request = requestTo('backupTriggerValidateOperation', restore);
  return acceptedOperation(await send(arm, { ...request, starts: true }));
}

/** Where a started validation stands. `done` with problems: the restore would fail. */
export type ValidationState =
  | Exclude<OperationState, { readonly status: 'succeeded' }>
  | { readonly status: 'done'; readonly problems: readonly ValidationProblem[] };

/**
 * Asks once what a started validation has found: `GET {V}/backupValidateOperationsStatuses/{operation}`,
 * or `GET {V}/backupValidateOperationResults/{operation}` where only that address is known.
 */
export function pollValidation(
  arm: ArmPipelines,
  operation: AcceptedOperation,
  signal?: AbortSignal,
): Promise<ValidationState> {
  const done = (answer: ArmAnswer) => {
    const found =
      operation.pollKind === 'location'
        ? readBody(validationWire, answer)
        : readBody(validationStatusWire, answer).properties;
    return { status: 'done', problems: problemsIn(found ?? {}) } as const;
  };
  return pollFor(arm, operation, done, signal);
}

function requestTo(operation: string, restore: Restore): ArmRequest {
  const body: ValidationRequestWire = {
    id: restore.recoveryPointResourceId,
    properties: {
      objectType: 'ValidateIaasVMRestoreOperationRequest',
      restoreRequest: toRestoreBody(restore).properties,
    },
  };
  const vaultId = vaultIdOf(restore.recoveryPointResourceId) ?? '';
  return {
    method: 'POST',
    url: `${vaultId}/${operation}?api-version=${BACKUP_API_VERSION}`,
    body,
  };
}

function problemsIn({ validateOperationResponse: response }: ValidationWire): ValidationProblem[] {
  return (response?.validationResults ?? []).map(toProblem);
}

function toProblem({ code, message, recommendations }: ValidationProblemWire): ValidationProblem {
  return { code: code ?? '', message: message ?? '', recommendations: recommendations ?? [] };
}
