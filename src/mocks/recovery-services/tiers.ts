import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import { cloudInvalidInput, refused } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { hasTier } from '#src/mocks/recovery-services/judgement.ts';
import { itemPath, onItem, pointPath } from '#src/mocks/recovery-services/paths.ts';
import {
  acceptedOn,
  notTaken,
  onPoint,
  POINT_OPERATION_MS,
} from '#src/mocks/recovery-services/point-actions.ts';
import { pointWireOf } from '#src/mocks/recovery-services/recovery-points.ts';
import { type Answer, type Call, list, route, type Route } from '#src/mocks/service.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import type { InstanceSeed, PointSeed } from '#src/mocks/world/seed.ts';

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

/** Only points of some age are moved: three months in the vault (G). */
const READY_MS = 90 * 86_400_000;

/** Whether a point can be moved to the archive. */
export const isReady = (point: PointSeed, now: number): boolean =>
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
    events: () => [
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

export const tierRoutes: readonly Route[] = [
  route.post(
    'recoveryPoints.recommendedForMove',
    `${itemPath}/recoveryPointsRecommendedForMove`,
    onItem(recommended),
  ),
  route.post('recoveryPoints.move', `${pointPath}/move`, onPoint(move)),
];
