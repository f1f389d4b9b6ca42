import type { OperationStatusWire } from '#src/api/arm/wire.ts';
import { backupVaultPath, groupPath, subscriptionPath } from '#src/mocks/data-protection/vaults.ts';
import {
  isOver,
  type Reported,
  statusWireOf,
  unknownOperation,
} from '#src/mocks/recovery-services/operation-report.ts';
import {
  type Answer,
  type Call,
  type Handler,
  ok,
  param,
  type Route,
  route,
} from '#src/mocks/service.ts';
import { byId } from '#src/mocks/world/find-thing.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';

/**
 * Operations of Data Protection (azure-contract §11): followed by one id at several addresses, all
 * without an `s` in `operationStatus`.
 */

/** Ids of operations are base64 of two guids (S). */
export const operationIdFrom = (key: string): string =>
  btoa(`${guidFrom(key)};${guidFrom(`tail:${key}`)}`);

/** Headers of a 202, under the subscription and its region (D). */
export function followedAt(
  call: Call,
  region: string,
  operationId: string,
  seconds: number,
): Record<string, string> {
  const base = `https://management.azure.com/subscriptions/${param(call, 'sub')}/providers/Microsoft.DataProtection/locations/${region}`;
  const address = (kind: string): string =>
    `${base}/${kind}/${operationId}?api-version=${call.apiVersion}`;
  return {
    'Azure-AsyncOperation': address('operationStatus'),
    Location: address('operationResults'),
    'Retry-After': String(seconds),
  };
}

interface Followed extends Reported {
  readonly seconds: number;
  readonly region: string;
  /** Of a restore. */
  readonly jobId?: string;
}

function findOperation(call: Call): Followed | undefined {
  const { restores, operations } = call.state;
  const operationName = param(call, 'operation');
  const restore = restores.find(({ operationId }) => operationId === operationName);
  if (restore !== undefined) {
    const properties = {
      objectType: 'OperationJobExtendedInfo',
      // A whole id, where the results have its last part alone (azure-contract §11).
      jobId: `${restore.vaultId}/backupJobs/${restore.jobId}`,
    };
    return { ...restore, properties, seconds: 30, region: regionOf(call, restore.itemId) };
  }
  const validation = operations.find(
    ({ kind, operationId }) => kind === 'disk' && operationId === operationName,
  );
  return validation === undefined
    ? undefined
    : { ...validation, seconds: 10, region: regionOf(call, validation.scopeId) };
}

const regionOf = ({ state, params }: Call, instanceId: string): string =>
  byId(state.seed.diskInstances ?? [], instanceId)?.location ?? params['region'] ?? '';

function status(call: Call): Answer {
  const operation = findOperation(call);
  if (operation === undefined) return unknownOperation(call);
  const body: OperationStatusWire = {
    ...statusWireOf(operation, { ...call, isNumeric: false }),
    id: call.request.url.pathname,
  };
  return isOver(operation, call.now)
    ? ok(body)
    : { ...ok(body), headers: { 'Retry-After': String(operation.seconds) } };
}

/** What a failed operation answers here is not documented: its error, as a 400 (G). */
function result(call: Call): Answer {
  const operation = findOperation(call);
  if (operation === undefined) return unknownOperation(call);
  const { operationId, ending, jobId, seconds, region } = operation;
  if (!isOver(operation, call.now)) {
    return { status: 202, headers: followedAt(call, region, operationId, seconds) };
  }
  if (ending !== undefined) return { status: 400, body: { error: ending.error } };
  return ok({
    objectType: 'OperationJobExtendedInfo',
    ...(jobId === undefined ? {} : { jobId }),
  });
}

const action = 'Microsoft.DataProtection/locations/operationStatus/read';

const regionPath = `${subscriptionPath}/locations/{region}`;

const followed = (operation: string, path: string, handle: Handler): Route =>
  route.get(operation, `${path}/{operation}`, handle, action);

export const diskOperationRoutes: readonly Route[] = [
  followed('diskOperations.status', `${regionPath}/operationStatus`, status),
  followed('diskOperations.vaultStatus', `${backupVaultPath}/operationStatus`, status),
  followed('diskOperations.groupStatus', `${groupPath}/operationStatus`, status),
  followed('diskOperations.result', `${regionPath}/operationResults`, result),
  followed('diskOperations.vaultResult', `${backupVaultPath}/operationResults`, result),
  followed('diskOperations.groupResult', `${groupPath}/operationResults`, result),
];
