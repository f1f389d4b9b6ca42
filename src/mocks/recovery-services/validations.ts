import {
  type ValidationProblemWire,
  type ValidationRequestWire,
  validationRequestWire,
  type ValidationWire,
} from '#src/api/recovery-services/restores/wire-validation.ts';
import { itemNotFound } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { foreseen } from '#src/mocks/recovery-services/foreseen.ts';
import { refusalsOf } from '#src/mocks/recovery-services/judge.ts';
import {
  acceptOperation,
  isOver,
  statusAnswer,
  withOperation,
} from '#src/mocks/recovery-services/operation-report.ts';
import { vaultAction, vaultPath, withVault } from '#src/mocks/recovery-services/paths.ts';
import { plainPolling } from '#src/mocks/recovery-services/polling.ts';
import { pointNotFound } from '#src/mocks/recovery-services/recovery-points.ts';
import { type Answer, type Call, ok, type Route } from '#src/mocks/service.ts';
import { wrongBody } from '#src/mocks/wrong-body.ts';
import type { Operation } from '#src/mocks/world/fold.ts';
import { findInstance, findMachine, findPoint, instancesIn } from '#src/mocks/world/lookup.ts';
import type { InstanceSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { sameId } from '#src/model/resource-id.ts';

/**
 * Validation of restores (azure-contract §6): the judge of restores is asked, and what it says comes
 * in a 200. Codes are those of the refused restore; that validation uses the same ones is a guess (G), but for a running machine (aftercare §2.2, D).
 */

/** Simulated time until a validation that runs by itself is over (G). */
const OPERATION_MS = 10_000;
const RETRY_SECONDS = 10;

/** The item that the point's id names; without an id, that of the source (older versions have none). */
function instanceOf(
  { state }: Call,
  vault: VaultSeed,
  { id, properties }: ValidationRequestWire,
): InstanceSeed | undefined {
  const { sourceResourceId } = properties.restoreRequest;
  const instance = id
    ? findInstance(state, id.replace(/\/recoveryPoints\/[^/]*$/i, ''))
    : instancesIn(state, vault.id).find(({ machineId }) => sameId(machineId, sourceResourceId));
  return sameId(instance?.vaultId, vault.id) ? instance : undefined;
}

/** Runs `work` with what the judge says of the request's restore. */
function judged(
  call: Call,
  vault: VaultSeed,
  work: (found: { readonly validateOperationResponse: object }) => Answer,
): Answer {
  const parsed = validationRequestWire.safeParse(parseJson(call.request.body));
  if (!parsed.success) return wrongBody('a validation of a restore', parsed.error);
  const { restoreRequest: body } = parsed.data.properties;
  const instance = instanceOf(call, vault, parsed.data);
  if (instance === undefined) return itemNotFound(parsed.data.id ?? body.sourceResourceId);
  const point = findPoint(instance, body.recoveryPointId);
  const machine = findMachine(call.state, instance.machineId);
  if (point === undefined || machine === undefined) return pointNotFound(body.recoveryPointId);
  const restore = { state: call.state, vault, instance, machine, point, body };
  const refusals = refusalsOf(restore).map(({ code, message, advice }): ValidationProblemWire => ({
    code,
    message,
    recommendations: [advice ?? 'Change the request and validate it again.'],
  }));
  const validationResults = [...refusals, ...foreseen(restore)];
  const found = { validateOperationResponse: { validationResults } } satisfies ValidationWire;
  return work(found);
}

const headersOf = (call: Call, vault: VaultSeed, operationId: string): Record<string, string> =>
  plainPolling(call, {
    basePath: vault.id,
    status: 'backupValidateOperationsStatuses',
    result: 'backupValidateOperationResults',
    operationId,
    seconds: RETRY_SECONDS,
  });

function start(call: Call, vault: VaultSeed): Answer {
  return judged(call, vault, (result) => {
    const event = acceptOperation(call, {
      kind: 'validation',
      scopeId: vault.id,
      operationMs: OPERATION_MS,
      properties: { objectType: 'OperationStatusValidateOperationExtendedInfo', ...result },
      result,
    });
    return { status: 202, headers: headersOf(call, vault, event.operationId), events: [event] };
  });
}

function withValidation(
  call: Call,
  work: (operation: Operation, vault: VaultSeed) => Answer,
): Answer {
  return withVault(call, (vault) =>
    withOperation(call, { kind: 'validation', scopeId: vault.id }, (found) => work(found, vault)),
  );
}

export const validationRoutes: readonly Route[] = [
  {
    operation: 'restores.validate',
    method: 'POST',
    path: `${vaultPath}/backupValidateOperation`,
    action: `${vaultAction}/backupValidateOperation/action`,
    handle: (call) => withVault(call, (vault) => judged(call, vault, ok)),
  },
  {
    operation: 'restores.startValidation',
    method: 'POST',
    path: `${vaultPath}/backupTriggerValidateOperation`,
    action: `${vaultAction}/backupTriggerValidateOperation/action`,
    handle: (call) => withVault(call, (vault) => start(call, vault)),
  },
  {
    operation: 'restores.validationStatus',
    method: 'GET',
    path: `${vaultPath}/backupValidateOperationsStatuses/{operation}`,
    action: `${vaultAction}/backupValidateOperationsStatuses/read`,
    handle: (call) =>
      withValidation(call, (operation) => statusAnswer(call, operation, RETRY_SECONDS)),
  },
  {
    operation: 'restores.validationResult',
    method: 'GET',
    path: `${vaultPath}/backupValidateOperationResults/{operation}`,
    action: `${vaultAction}/backupValidateOperationResults/read`,
    handle: (call) =>
      withValidation(call, (operation, vault) =>
        isOver(operation, call.now)
          ? ok(operation.result)
          : { status: 202, headers: headersOf(call, vault, operation.operationId) },
      ),
  },
];
