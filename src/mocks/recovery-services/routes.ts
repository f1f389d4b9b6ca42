import { archiveRoutes } from '#src/mocks/recovery-services/archive.ts';
import { fileRecoveryRoutes, withScripts } from '#src/mocks/recovery-services/file-recovery.ts';
import { jobRoutes } from '#src/mocks/recovery-services/jobs.ts';
import { protectRoutes } from '#src/mocks/recovery-services/protect.ts';
import { itemWireOf, protectedItemRoutes } from '#src/mocks/recovery-services/protected-items.ts';
import { recoveryPointRoutes } from '#src/mocks/recovery-services/recovery-points.ts';
import { restoreRoutes } from '#src/mocks/recovery-services/restores.ts';
import { secondaryRestoreRoutes } from '#src/mocks/recovery-services/secondary-restores.ts';
import { vaultChangeRoutes } from '#src/mocks/recovery-services/vault-changes.ts';
import { vaultConfigRoutes } from '#src/mocks/recovery-services/vaults-config.ts';
import { vaultRoutes } from '#src/mocks/recovery-services/vaults.ts';
import { type Answer, type Call, type Route, list, ok, route } from '#src/mocks/service.ts';
import {
  isOver,
  pollingHeaders,
  refuseSignature,
  statusAnswer,
  statusWireOf,
  unknownOperation,
  withJob,
} from '#src/mocks/recovery-services/operation-report.ts';
import {
  itemIdIn,
  itemPath,
  onVault,
  vaultPath,
  withItem,
  withVault,
} from '#src/mocks/recovery-services/paths.ts';
import type { AcceptedRestore, Operation } from '#src/mocks/world/fold.ts';
import { findInstance } from '#src/mocks/world/lookup.ts';
import { sameId } from '#src/model/resource-id.ts';

/** A restore as its operation is reported: `Succeeded` says that the job exists (azure-contract §7). */
const operationOf = (restore: AcceptedRestore): Operation => ({
  ...restore,
  kind: 'item',
  scopeId: restore.itemId,
  properties: withJob(restore.jobId),
});

const isWithin = (id: string, scope: string): boolean =>
  `${id}/`.toLowerCase().startsWith(`${scope}/`.toLowerCase());

/** Finds the operation on a backup instance that the path names; a vault has those of all its items. */
function findOperation({ state, params }: Call, scopeId: string): Operation | undefined {
  const here = state.restores.filter(({ secondaryRegion }) => secondaryRegion === undefined);
  const all = [...here.map(operationOf), ...state.operations];
  const found = all.find(
    (one) =>
      one.kind === 'item' &&
      sameId(one.operationId, params['operation']) &&
      isWithin(one.scopeId, scopeId),
  );
  return found && withScripts(state, found);
}

function status(call: Call, scopeId: string): Answer {
  const operation = findOperation(call, scopeId);
  return operation === undefined ? unknownOperation(call) : statusAnswer(call, operation, 60);
}

/**
 * 202 with the headers again while it runs; then the backup instance (S), or nothing when it is gone.
 * Numeric versions answer the status there, as document 004 prints it.
 */
function results(call: Call, scopeId: string): Answer {
  const operation = findOperation(call, scopeId);
  if (operation === undefined) return unknownOperation(call);
  if (!isOver(operation, call.now)) {
    return {
      status: 202,
      headers: pollingHeaders(call, operation.scopeId, operation.operationId),
    };
  }
  const item = findInstance(call.state, operation.scopeId);
  if (item === undefined) return { status: 204 };
  return ok(call.isNumeric ? statusWireOf(operation, call) : itemWireOf(item, call.now));
}

/**
 * An item may be gone when what was done with it is over: then there is nothing to answer (204, S).
 * While it runs the address is not found, as a recording has it (azure-contract §13).
 */
function itemResults(call: Call): Answer {
  const unsigned = refuseSignature(call, 'operationResults');
  if (unsigned !== null) return unsigned;
  return withVault(call, (vault) => {
    const id = itemIdIn(call, vault);
    const operation = findOperation(call, id);
    return operation !== undefined && (isOver(operation, call.now) || isComing(call, id))
      ? results(call, id)
      : withItem(call, () => results(call, id));
  });
}

/** Whether the operation that the path names is about this very item, which need not be there yet. */
const isComing = ({ state, params }: Call, itemId: string): boolean =>
  state.operations.some(
    ({ operationId, scopeId, kind }) =>
      kind === 'item' && sameId(operationId, params['operation']) && sameId(scopeId, itemId),
  );

const operationRoutes: readonly Route[] = [
  route.get(
    'operations.itemStatus',
    `${itemPath}/operationsStatus/{operation}`,
    onVault((call, vault) => {
      const id = itemIdIn(call, vault);
      const own = (): Answer => refuseSignature(call, 'operationsStatus') ?? status(call, id);
      return isComing(call, id) ? own() : withItem(call, own);
    }),
  ),
  route.get('operations.itemResult', `${itemPath}/operationResults/{operation}`, itemResults),
  route.get(
    'operations.vaultStatus',
    `${vaultPath}/backupOperations/{operation}`,
    onVault((call, vault) => status(call, vault.id)),
  ),
  route.get(
    'operations.vaultResult',
    `${vaultPath}/backupOperationResults/{operation}`,
    onVault((call, vault) => results(call, vault.id)),
  ),
];

const backupRoutes: readonly Route[] = [
  ...vaultRoutes,
  ...vaultChangeRoutes,
  ...vaultConfigRoutes,
  ...protectedItemRoutes,
  ...protectRoutes,
  ...recoveryPointRoutes,
  ...fileRecoveryRoutes,
  ...archiveRoutes,
  ...restoreRoutes,
  ...secondaryRestoreRoutes,
  ...operationRoutes,
  ...jobRoutes,
];

/** What the official list leaves out (S): rights to points, cross-region and validation. */
const missing = /accessToken|Crr|CrossRegion|AadProperties|Validate/;

/** The list of what roles may allow on vaults, made from the operations that there are. */
function operationNameRoute(others: readonly Route[]): Route {
  const actions = new Set(others.map(({ action }) => action));
  const names = [...actions].filter((action) => !missing.test(action)).toSorted();
  return route.get('operations.list', '/providers/Microsoft.RecoveryServices/operations', () =>
    list(names.map(entryOf)),
  );
}

/** The official list spells the namespace in lower case (S). */
function entryOf(action: string) {
  const name = action.replace('Microsoft.RecoveryServices', 'microsoft.recoveryservices');
  const [operation = '', resource = ''] = action.split('/').toReversed();
  return {
    name,
    display: { provider: 'microsoft.recoveryservices', resource, operation, description: name },
    origin: 'user',
  };
}

/** Every simulated operation of Recovery Services. */
export const recoveryServicesRoutes: readonly Route[] = [
  ...backupRoutes,
  operationNameRoute(backupRoutes),
];
