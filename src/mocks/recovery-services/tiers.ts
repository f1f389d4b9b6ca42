import {
  moveWire,
  recommendedForMoveWire,
  tieringCostRequestWire,
  type TieringCostWire,
} from '#src/api/recovery-services/recovery-points/wire-tiers.ts';
import { cloudInvalidInput, itemNotFound, refused } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { hasTier, isArchived } from '#src/mocks/recovery-services/judgement.ts';
import {
  acceptOperation,
  isOver,
  statusAnswer,
  withOperation,
} from '#src/mocks/recovery-services/operation-report.ts';
import {
  itemAction,
  itemPath,
  pointPath,
  vaultAction,
  vaultPath,
  withItem,
  withVault,
} from '#src/mocks/recovery-services/paths.ts';
import {
  acceptedOn,
  notTaken,
  POINT_OPERATION_MS,
  withPoint,
} from '#src/mocks/recovery-services/point-actions.ts';
import { plainPolling } from '#src/mocks/recovery-services/polling.ts';
import { pointNotFound, pointWireOf } from '#src/mocks/recovery-services/recovery-points.ts';
import { type Answer, type Call, list, ok, type Route } from '#src/mocks/service.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import type { Operation } from '#src/mocks/world/fold.ts';
import { findMachine, findPoint, instancesIn } from '#src/mocks/world/lookup.ts';
import { sizeOf } from '#src/mocks/world/plan-restore.ts';
import type { InstanceSeed, PointSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** Moving points to the archive and what it costs to bring them back (azure-contract §5). */

/** Only points of some age are moved: three months in the vault (G). */
const READY_MS = 90 * 86_400_000;

const isReady = (point: PointSeed, now: number): boolean =>
  hasTier(point, 'HardenedRP') && now - isoMs(point.time) >= READY_MS;

function recommended(call: Call, instance: InstanceSeed): Answer {
  const body = recommendedForMoveWire.safeParse(parseJson(call.request.body));
  if (!body.success) return notTaken('a question for points to move');
  const excluded = body.data.excludedRPList ?? [];
  const points = instance.points.filter(
    (point) => isReady(point, call.now) && !excluded.includes(point.name),
  );
  return list(points.map((point) => pointWireOf(call.state, instance, point, call.isNumeric)));
}

function move(call: Call, point: PointSeed, instance: InstanceSeed): Answer {
  const body = moveWire.safeParse(parseJson(call.request.body));
  const wanted = `${body.data?.sourceTierType ?? ''} ${body.data?.targetTierType ?? ''}`;
  if (wanted !== 'HardenedRP ArchivedRP') return notTaken('a move from the vault to the archive');
  if (!isReady(point, call.now)) {
    return refused(cloudInvalidInput('The recovery point is not ready to be moved.'));
  }
  return acceptedOn(call, instance, {
    events: [
      {
        type: 'point-tiered',
        at: call.now,
        itemId: instance.id,
        pointName: point.name,
        fromMs: call.now + POINT_OPERATION_MS,
        tiers: [
          ...point.tiers.map((tier) => ({ ...tier, status: 'Deleted' as const })),
          { type: 'ArchivedRP', status: 'Valid' },
        ],
      },
    ],
  });
}

/** A price of the simulated Azure alone: the official example's, and twice as much in a hurry (G). */
const PRICES = { Standard: 0.02, High: 0.04 } as const;

function costOf(call: Call, vault: VaultSeed): TieringCostWire | Answer {
  const body = tieringCostRequestWire.safeParse(parseJson(call.request.body)).data;
  if (body === undefined) return notTaken('a question for the cost of rehydration');
  const instance = instancesIn(call.state, vault.id).find(({ id }) =>
    sameId(nameOf(id), body.protectedItemName),
  );
  if (instance === undefined) return itemNotFound(body.protectedItemName);
  const point = findPoint(instance, body.recoveryPointId);
  const machine = findMachine(call.state, instance.machineId);
  if (!point || !machine || !isArchived(point)) return pointNotFound(body.recoveryPointId);
  return {
    objectType: 'TieringCostRehydrationInfo',
    rehydrationSizeInBytes: sizeOf(machine) * 1024 ** 3,
    retailRehydrationCostPerGBPerMonth: PRICES[body.rehydrationPriority],
  };
}

const headersOf = (call: Call, vault: VaultSeed, operationId: string): Record<string, string> =>
  plainPolling(call, {
    basePath: `${vault.id}/backupTieringCost/default`,
    status: 'operationsStatus',
    result: 'operationResults',
    operationId,
    seconds: 60,
  });

/** 202, though Azure may also answer at once (S). */
function askCost(call: Call, vault: VaultSeed): Answer {
  const cost = costOf(call, vault);
  if (!('objectType' in cost)) return cost;
  const told = { kind: 'tieringCost', scopeId: vault.id, operationMs: POINT_OPERATION_MS } as const;
  const event = acceptOperation(call, { ...told, result: cost });
  return { status: 202, headers: headersOf(call, vault, event.operationId), events: [event] };
}

function withCost(call: Call, work: (operation: Operation, vault: VaultSeed) => Answer): Answer {
  return withVault(call, (vault) =>
    withOperation(call, { kind: 'tieringCost', scopeId: vault.id }, (found) => work(found, vault)),
  );
}

const costPath = `${vaultPath}/backupTieringCost/default`;
const costAction = `${vaultAction}/backupTieringCost`;

export const tierRoutes: readonly Route[] = [
  {
    operation: 'recoveryPoints.recommendedForMove',
    method: 'POST',
    path: `${itemPath}/recoveryPointsRecommendedForMove`,
    action: `${itemAction}/recoveryPointsRecommendedForMove/action`,
    handle: (call) => withItem(call, (instance) => recommended(call, instance)),
  },
  {
    operation: 'recoveryPoints.move',
    method: 'POST',
    path: `${pointPath}/move`,
    action: `${itemAction}/recoveryPoints/move/action`,
    handle: (call) => withPoint(call, (point, instance) => move(call, point, instance)),
  },
  {
    operation: 'recoveryPoints.tieringCost',
    method: 'POST',
    path: `${costPath}/fetchTieringCost`,
    action: `${costAction}/fetchTieringCost/action`,
    handle: (call) => withVault(call, (vault) => askCost(call, vault)),
  },
  {
    operation: 'recoveryPoints.tieringCostStatus',
    method: 'GET',
    path: `${costPath}/operationsStatus/{operation}`,
    action: `${costAction}/operationsStatus/read`,
    handle: (call) => withCost(call, (operation) => statusAnswer(call, operation, 60)),
  },
  {
    operation: 'recoveryPoints.tieringCostResult',
    method: 'GET',
    path: `${costPath}/operationResults/{operation}`,
    action: `${costAction}/operationResults/read`,
    handle: (call) =>
      withCost(call, (operation, vault) =>
        isOver(operation, call.now)
          ? ok(operation.result)
          : { status: 202, headers: headersOf(call, vault, operation.operationId) },
      ),
  },
];
