import type { OperationStatusWire } from '#src/api/arm/wire.ts';
import { failure } from '#src/mocks/errors.ts';
import {
  itemAction,
  itemPath,
  vaultAction,
  vaultPath,
  withItem,
  withVault,
} from '#src/mocks/recovery-services/paths.ts';
import { pollingHeaders, refuseSignature } from '#src/mocks/recovery-services/polling.ts';
import { type Answer, type Call, ok, param, type Route } from '#src/mocks/service.ts';
import { sevenDecimals } from '#src/mocks/time/text.ts';
import type { AcceptedRestore } from '#src/mocks/world/fold.ts';
import { sameId } from '#src/model/resource-id.ts';

/** The year 1 without a zone: what `endTime` says while an operation runs (R). */
const notEnded = '0001-01-01T00:00:00';

const isOver = (restore: AcceptedRestore, now: number): boolean => now >= restore.endsAt;

/**
 * The status of an accepted restore (azure-contract §7). `Succeeded` says that the job exists. Where
 * versions are numeric, `startTime` equals `endTime` at the end as document 004 prints it.
 */
function operationWireOf(
  restore: AcceptedRestore,
  now: number,
  isNumeric: boolean,
): OperationStatusWire {
  const startTime = sevenDecimals(restore.startedAt);
  const common = { id: restore.operationId, name: restore.operationId };
  if (!isOver(restore, now))
    return { ...common, status: 'InProgress', startTime, endTime: notEnded };
  return {
    ...common,
    status: 'Succeeded',
    startTime,
    endTime: isNumeric ? startTime : sevenDecimals(restore.endsAt),
    properties: { objectType: 'OperationStatusJobExtendedInfo', jobId: restore.jobId },
  };
}

function findRestore(
  call: Call,
  within: 'itemId' | 'vaultId',
  id: string,
): AcceptedRestore | undefined {
  return call.state.restores.find(
    (restore) =>
      sameId(restore.operationId, param(call, 'operation')) && sameId(restore[within], id),
  );
}

/** 404 for an operation that nobody started; its code is a guess (G). */
function unknownOperation(call: Call): Answer {
  return failure(404, 'OperationNotFound', `Operation ${param(call, 'operation')} was not found.`);
}

function status(call: Call, restore: AcceptedRestore | undefined): Answer {
  if (restore === undefined) return unknownOperation(call);
  return {
    ...ok(operationWireOf(restore, call.now, call.isNumeric)),
    headers: isOver(restore, call.now) ? {} : { 'Retry-After': '60' },
  };
}

/** 202 with the headers again while it runs; then document 004's body (S would be the item). */
function results(call: Call, restore: AcceptedRestore | undefined): Answer {
  if (restore === undefined) return unknownOperation(call);
  if (isOver(restore, call.now)) return ok(operationWireOf(restore, call.now, call.isNumeric));
  return { status: 202, headers: pollingHeaders(call, restore.itemId, restore.operationId) };
}

export const operationRoutes: readonly Route[] = [
  {
    operation: 'operations.itemStatus',
    method: 'GET',
    path: `${itemPath}/operationsStatus/{operation}`,
    action: `${itemAction}/operationsStatus/read`,
    handle: (call) =>
      withItem(
        call,
        (item) =>
          refuseSignature(call, 'operationsStatus') ??
          status(call, findRestore(call, 'itemId', item.id)),
      ),
  },
  {
    operation: 'operations.itemResult',
    method: 'GET',
    path: `${itemPath}/operationResults/{operation}`,
    action: `${itemAction}/operationResults/read`,
    handle: (call) =>
      withItem(
        call,
        (item) =>
          refuseSignature(call, 'operationResults') ??
          results(call, findRestore(call, 'itemId', item.id)),
      ),
  },
  {
    operation: 'operations.vaultStatus',
    method: 'GET',
    path: `${vaultPath}/backupOperations/{operation}`,
    action: `${vaultAction}/backupOperations/read`,
    handle: (call) =>
      withVault(call, (vault) => status(call, findRestore(call, 'vaultId', vault.id))),
  },
  {
    operation: 'operations.vaultResult',
    method: 'GET',
    path: `${vaultPath}/backupOperationResults/{operation}`,
    action: `${vaultAction}/backupOperationResults/read`,
    handle: (call) =>
      withVault(call, (vault) => results(call, findRestore(call, 'vaultId', vault.id))),
  },
];
