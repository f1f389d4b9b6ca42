import {
  type ValidationProblemWire,
  validationRequestWire,
  type ValidationRequestWire,
  type ValidationWire,
} from '#src/api/recovery-services/restore-requests.ts';
import { quotasShortFor } from '#src/mocks/compute/sizes.ts';
import { itemNotFound, wrongBody } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { refusalsOf } from '#src/mocks/recovery-services/judge.ts';
import { type Restore, targetSubscription } from '#src/mocks/recovery-services/judgement.ts';
import {
  acceptOperation,
  onVaultOperation,
  resultAnswer,
  statusAnswer,
} from '#src/mocks/recovery-services/operation-report.ts';
import { onVault, vaultPath } from '#src/mocks/recovery-services/paths.ts';
import { plainPolling } from '#src/mocks/recovery-services/polling.ts';
import { pointNotFound } from '#src/mocks/recovery-services/recovery-points.ts';
import { type Answer, type Call, ok, type Route, route } from '#src/mocks/service.ts';
import {
  findInstance,
  findMachine,
  findPoint,
  instancesIn,
  machineAsOf,
} from '#src/mocks/world/lookup.ts';
import type { InstanceSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { sameId } from '#src/model/resource-id.ts';

/**
 * Validates restores (azure-contract §6): the judge of restores decides, and its problem comes in a 200.
 * Codes are those of the refused restore; that validation uses the same ones is a guess (G), except for
 * a running machine (aftercare §2.2, D).
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

/**
 * What a validation sees beyond what a restore is refused for: too few cores for a new machine. Its
 * code is Azure's (azure-contract §12, S); the words are ours (G).
 */
function foreseen(restore: Restore): ValidationProblemWire[] {
  const { body, vault, machine, point, state } = restore;
  if (body.recoveryType !== 'AlternateLocation') return [];
  const place = { subscriptionId: targetSubscription(restore), location: vault.location };
  const { size } = machineAsOf(machine, point);
  const [short] = quotasShortFor(state, place, size);
  if (short === undefined) return [];
  return [
    {
      code: 'UserErrorCoreCountSubscriptionQuotaReached',
      message: `The cores that the subscription may use in ${vault.location} do not suffice for a machine of size ${size}: ${short.used} of ${short.limit} of ${short.name} are used.`,
      recommendations: [
        'Ask for a higher quota, or free cores in this region, then validate again.',
      ],
    },
  ];
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

const onValidation = onVaultOperation('validation');

export const validationRoutes: readonly Route[] = [
  route.post(
    'restores.validate',
    `${vaultPath}/backupValidateOperation`,
    onVault((call, vault) => judged(call, vault, ok)),
  ),
  route.post(
    'restores.startValidation',
    `${vaultPath}/backupTriggerValidateOperation`,
    onVault(start),
  ),
  route.get(
    'restores.validationStatus',
    `${vaultPath}/backupValidateOperationsStatuses/{operation}`,
    onValidation((call, operation) => statusAnswer(call, operation, RETRY_SECONDS)),
  ),
  route.get(
    'restores.validationResult',
    `${vaultPath}/backupValidateOperationResults/{operation}`,
    onValidation((call, operation, vault) =>
      resultAnswer(call, operation, headersOf(call, vault, operation.operationId)),
    ),
  ),
];
