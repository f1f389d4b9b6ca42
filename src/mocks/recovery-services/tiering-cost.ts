import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import { itemNotFound } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { isArchived } from '#src/mocks/recovery-services/judgement.ts';
import {
  acceptOperation,
  isOver,
  onVaultOperation,
  resultAnswer,
  statusAnswer,
} from '#src/mocks/recovery-services/operation-report.ts';
import { onVault, vaultAction, vaultPath } from '#src/mocks/recovery-services/paths.ts';
import { notTaken, POINT_OPERATION_MS } from '#src/mocks/recovery-services/point-actions.ts';
import { plainPolling } from '#src/mocks/recovery-services/polling.ts';
import { pointNotFound } from '#src/mocks/recovery-services/recovery-points.ts';
import { isReady } from '#src/mocks/recovery-services/tiers.ts';
import { type Answer, type Call, ok, route, type Route } from '#src/mocks/service.ts';
import { findMachine, findPoint, instancesIn } from '#src/mocks/world/lookup.ts';
import { sizeOf } from '#src/mocks/world/plan-restore.ts';
import type { InstanceSeed, VaultSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

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

const headersOf = (call: Call, vault: VaultSeed, operationId: string): Record<string, string> =>
  plainPolling(call, {
    basePath: `${vault.id}/backupTieringCost/default`,
    status: 'operationsStatus',
    result: 'operationResults',
    operationId,
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
  if (isCounted) return ok(cost);
  const operation = {
    kind: 'tieringCost',
    scopeId: vault.id,
    operationMs: POINT_OPERATION_MS,
  } as const;
  const event = acceptOperation(call, { ...operation, result: cost });
  return { status: 202, headers: headersOf(call, vault, event.operationId), events: [event] };
}

const onCost = onVaultOperation('tieringCost');

const costPath = `${vaultPath}/backupTieringCost/default`;
const costAction = `${vaultAction}/backupTieringCost`;

export const tieringCostRoutes: readonly Route[] = [
  route.post(
    'recoveryPoints.tieringCost',
    `${costPath}/fetchTieringCost`,
    onVault(askCost),
    `${costAction}/fetchTieringCost/action`,
  ),
  route.get(
    'recoveryPoints.tieringCostStatus',
    `${costPath}/operationsStatus/{operation}`,
    onCost((call, operation) => statusAnswer(call, operation, 60)),
    `${costAction}/operationsStatus/read`,
  ),
  route.get(
    'recoveryPoints.tieringCostResult',
    `${costPath}/operationResults/{operation}`,
    onCost((call, operation, vault) =>
      resultAnswer(call, operation, headersOf(call, vault, operation.operationId)),
    ),
    `${costAction}/operationResults/read`,
  ),
];
