import {
  acceptedOperation,
  type AcceptedOperation,
  type FailedOperation,
  nextState,
} from '#src/api/arm/operation.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type ArmAnswer, readBody, send } from '#src/api/arm/send.ts';
import { type DiskRestore, toDiskRestoreBody } from '#src/api/data-protection/restores/map.ts';
import { toDiskProblem } from '#src/api/data-protection/user-error.ts';
import { failedOperationWire } from '#src/api/data-protection/restores/wire.ts';
import { DATA_PROTECTION_API_VERSION } from '#src/api/versions.ts';
import type { ValidationProblem } from '#src/model/problem.ts';

/** Where a validation of a disk's restore stands. `done` with a problem: the restore would fail. */
export type DiskValidationState =
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
