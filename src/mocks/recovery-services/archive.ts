import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import type { RestoreRequestWire } from '#src/api/recovery-services/restore-requests.ts';
import { cloudInvalidInput, itemNotFound, notTaken, refused } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { hasTier, isArchived } from '#src/mocks/recovery-services/judgement.ts';
import {
  acceptedOn,
  isOver,
  vaultOperations,
} from '#src/mocks/recovery-services/operation-report.ts';
import {
  itemPath,
  onItem,
  onVault,
  pointPath,
  vaultAction,
  vaultPath,
} from '#src/mocks/recovery-services/paths.ts';
import {
  onPoint,
  pointNotFound,
  pointWireOf,
} from '#src/mocks/recovery-services/recovery-points.ts';
import { type Answer, type Call, list, ok, route, type Route } from '#src/mocks/service.ts';
import { isoMs, sevenDecimals } from '#src/mocks/time/text.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { findMachine, findPoint, instancesIn } from '#src/mocks/world/lookup.ts';
import { isRehydrating, rehydrationSeconds, sizeOf } from '#src/mocks/world/plan-restore.ts';
import type { InstanceSeed, PointSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

const DAY_MS = 86_400_000;

/** The body of `POST {PI}/recoveryPointsRecommendedForMove`. */
const recommendedForMoveWire = z.looseObject({
  objectType: z.literal('ListRecoveryPointsRecommendedForMoveRequest'),
  /** Names of points to leave out of the recommendation. */
  excludedRPList: maybe(z.array(z.string())),
});

export type RecommendedForMoveWire = z.infer<typeof recommendedForMoveWire>;

/** The body of `POST {RP}/move`: not in the contract, general knowledge of the specification (G). */
const moveWire = z.looseObject({
  objectType: z.literal('MoveRPAcrossTiersRequest'),
  sourceTierType: z.string(),
  targetTierType: z.string(),
});

export type MoveWire = z.infer<typeof moveWire>;

/** Moving points to the archive (azure-contract §5). */

/** Simulated time until a point has been moved, or a cost is known (G). */
const OPERATION_MS = 60_000;

/** Only points of some age are moved: three months in the vault (G). */
const READY_MS = 90 * DAY_MS;

/** Whether a point can be moved to the archive. */
const isReady = (point: PointSeed, now: number): boolean =>
  hasTier(point, 'HardenedRP') && now - isoMs(point.time) >= READY_MS;

function recommended(call: Call, instance: InstanceSeed): Answer {
  const body = recommendedForMoveWire.safeParse(parseJson(call.request.body));
  if (!body.success) return notTaken('a question for points to move');
  const excluded = body.data.excludedRPList ?? [];
  const points = instance.points.filter(
    (point) => isReady(point, call.now) && !excluded.includes(point.name),
  );
  return list(points.map((point) => pointWireOf(call, instance, point)));
}

function move(call: Call, point: PointSeed, instance: InstanceSeed): Answer {
  const body = moveWire.safeParse(parseJson(call.request.body));
  const wanted = `${body.data?.sourceTierType ?? ''} ${body.data?.targetTierType ?? ''}`;
  if (wanted !== 'HardenedRP ArchivedRP') return notTaken('a move from the vault to the archive');
  if (!isReady(point, call.now)) {
    return refused(cloudInvalidInput('The recovery point is not ready to be moved.'));
  }
  return acceptedOn(call, instance, {
    operationMs: OPERATION_MS,
    events: () => [
      {
        type: 'point-tiered',
        at: call.now,
        itemId: instance.id,
        pointName: point.name,
        fromMs: call.now + OPERATION_MS,
        tiers: [
          ...point.tiers.map((tier) => ({ ...tier, status: 'Deleted' as const })),
          { type: 'ArchivedRP', status: 'Valid' },
        ],
      },
    ],
  });
}

/** For how many days a point is to stay in the vault, `P7D`; null when the request does not say. */
export function daysOf(body: RestoreRequestWire['properties']): number | null {
  const text = body.recoveryPointRehydrationInfo?.rehydrationRetentionDuration ?? '';
  const days = Number(/^P(\d+)D$/.exec(text)?.[1] ?? 0);
  return days > 0 ? days : null;
}

/**
 * Effect of an accepted restore on its point: after a while the point is back from the archive, until
 * its days are over. Canceling the restore meanwhile does not stop that (G).
 */
export function rehydrationBy(
  now: number,
  instance: InstanceSeed,
  point: PointSeed,
  { properties }: RestoreRequestWire,
): readonly WorldEvent[] {
  const days = daysOf(properties);
  if (!isRehydrating(properties) || days === null) return [];
  const fromMs = now + rehydrationSeconds(properties) * 1000;
  const untilMs = fromMs + days * DAY_MS;
  return [
    {
      type: 'point-tiered',
      at: now,
      itemId: instance.id,
      pointName: point.name,
      fromMs,
      untilMs,
      tiers: point.tiers.map((tier) =>
        tier.type === 'ArchivedRP'
          ? { ...tier, status: 'Rehydrated', rehydratedUntil: sevenDecimals(untilMs) }
          : tier,
      ),
    },
  ];
}

/** The body of `POST {V}/backupTieringCost/default/fetchTieringCost` about a point in the archive. */
const tieringCostRequestWire = z.looseObject({
  objectType: z.literal('FetchTieringCostInfoForRehydrationRequest'),
  containerName: z.string(),
  protectedItemName: z.string(),
  recoveryPointId: z.string(),
  rehydrationPriority: z.literal(['Standard', 'High']),
  sourceTierType: z.literal('ArchivedRP'),
  targetTierType: z.literal('HardenedRP'),
});

export type TieringCostRequestWire = z.infer<typeof tieringCostRequestWire>;

/** What bringing a point back costs. */
export const tieringCostWire = z.looseObject({
  objectType: z.literal('TieringCostRehydrationInfo'),
  rehydrationSizeInBytes: z.number(),
  retailRehydrationCostPerGBPerMonth: z.number(),
});

export type TieringCostWire = z.infer<typeof tieringCostWire>;

/**
 * The body of the same address about points that could go to the archive: those of one item, of a
 * policy's items, or of the whole vault.
 */
const tieringSavingRequestWire = z.looseObject({
  objectType: z.literal([
    'FetchTieringCostSavingsInfoForProtectedItemRequest',
    'FetchTieringCostSavingsInfoForPolicyRequest',
    'FetchTieringCostSavingsInfoForVaultRequest',
  ]),
  containerName: maybe(z.string()),
  protectedItemName: maybe(z.string()),
  policyName: maybe(z.string()),
  sourceTierType: z.literal('HardenedRP'),
  targetTierType: z.literal('ArchivedRP'),
});

type TieringSavingRequestWire = z.infer<typeof tieringSavingRequestWire>;

/** What moving points to the archive saves in a month, in retail prices. */
const tieringSavingWire = z.looseObject({
  objectType: z.literal('TieringCostSavingInfo'),
  sourceTierSizeReductionInBytes: z.number(),
  targetTierSizeIncreaseInBytes: z.number(),
  retailSourceTierCostPerGBPerMonth: z.number(),
  retailTargetTierCostPerGBPerMonth: z.number(),
});

type TieringSavingWire = z.infer<typeof tieringSavingWire>;

/** Every answer of `fetchTieringCost`, for any request. */
export const tieringAnswerWire = z.discriminatedUnion('objectType', [
  tieringCostWire,
  tieringSavingWire,
]);

/** What it costs to bring points back from the archive, and what moving them there saves (azure-contract §5). */

/** A price of the simulated Azure alone: the official example's, and twice as much in a hurry (G). */
const PRICES = { Standard: 0.02, High: 0.04 } as const;
const ARCHIVE_PRICE = 0.003;

function costOf(call: Call, vault: VaultSeed): TieringCostWire | TieringSavingWire | Answer {
  const request: unknown = parseJson(call.request.body);
  const saving = tieringSavingRequestWire.safeParse(request).data;
  if (saving !== undefined) return savingOf(call, vault, saving);
  const body = tieringCostRequestWire.safeParse(request).data;
  if (body === undefined) return notTaken('a question for the cost of tiers');
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

/** The items that a question is about: one, those of a policy, or all of the vault. */
function itemsOf(
  call: Call,
  vault: VaultSeed,
  { objectType, policyName, protectedItemName }: TieringSavingRequestWire,
): readonly InstanceSeed[] {
  const all = instancesIn(call.state, vault.id);
  switch (objectType) {
    case 'FetchTieringCostSavingsInfoForProtectedItemRequest':
      return all.filter(({ id }) => sameId(nameOf(id), protectedItemName));
    case 'FetchTieringCostSavingsInfoForPolicyRequest':
      return all.filter((one) => sameId(one.policyName, policyName));
    case 'FetchTieringCostSavingsInfoForVaultRequest':
      return all;
  }
}

/** What all points together would save that could be moved now. */
function savingOf(
  call: Call,
  vault: VaultSeed,
  asked: TieringSavingRequestWire,
): TieringSavingWire | Answer {
  const items = itemsOf(call, vault, asked);
  if (asked.objectType.endsWith('ItemRequest') && items.length === 0) {
    return itemNotFound(asked.protectedItemName ?? '');
  }
  const bytes = items.flatMap(({ machineId, points }) => {
    const machine = findMachine(call.state, machineId);
    const moved = points.filter((point) => isReady(point, call.now));
    return machine === undefined ? [] : moved.map(() => sizeOf(machine) * 1024 ** 3);
  });
  const sum = bytes.reduce((total, one) => total + one, 0);
  return {
    objectType: 'TieringCostSavingInfo',
    sourceTierSizeReductionInBytes: sum,
    targetTierSizeIncreaseInBytes: sum,
    retailSourceTierCostPerGBPerMonth: PRICES.Standard,
    retailTargetTierCostPerGBPerMonth: ARCHIVE_PRICE,
  };
}

const costOperations = vaultOperations({
  kind: 'tieringCost',
  under: '/backupTieringCost/default',
  status: 'operationsStatus',
  result: 'operationResults',
  seconds: 60,
});

/**
 * 202, or 200 at once where Azure has the price already: the contract has both (§5), but not when which
 * comes. That Azure returns a known price at once is a guess (G).
 */
function askCost(call: Call, vault: VaultSeed): Answer {
  const cost = costOf(call, vault);
  if (!('objectType' in cost)) return cost;
  const isCounted = call.state.operations.some(
    (one) =>
      one.kind === 'tieringCost' &&
      sameId(one.scopeId, vault.id) &&
      isOver(one, call.now) &&
      JSON.stringify(one.result) === JSON.stringify(cost),
  );
  return isCounted
    ? ok(cost)
    : costOperations.accept(call, vault, { operationMs: OPERATION_MS, result: cost });
}

const costPath = `${vaultPath}/backupTieringCost/default`;
const costAction = `${vaultAction}/backupTieringCost`;

export const archiveRoutes: readonly Route[] = [
  route.post(
    'recoveryPoints.recommendedForMove',
    `${itemPath}/recoveryPointsRecommendedForMove`,
    onItem(recommended),
  ),
  route.post('recoveryPoints.move', `${pointPath}/move`, onPoint(move)),
  route.post(
    'recoveryPoints.tieringCost',
    `${costPath}/fetchTieringCost`,
    onVault(askCost),
    `${costAction}/fetchTieringCost/action`,
  ),
  route.get(
    'recoveryPoints.tieringCostStatus',
    `${costPath}/operationsStatus/{operation}`,
    costOperations.status,
    `${costAction}/operationsStatus/read`,
  ),
  route.get(
    'recoveryPoints.tieringCostResult',
    `${costPath}/operationResults/{operation}`,
    costOperations.result,
    `${costAction}/operationResults/read`,
  ),
];
