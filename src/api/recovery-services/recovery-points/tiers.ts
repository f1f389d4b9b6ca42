import { acceptedOperation, type AcceptedOperation } from '#src/api/arm/operation.ts';
import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { vaultIdOf } from '#src/api/arm/resource-id.ts';
import { readBody, send } from '#src/api/arm/send.ts';
import { toRecoveryPoint } from '#src/api/recovery-services/recovery-points/map.ts';
import { recoveryPointPageWire } from '#src/api/recovery-services/recovery-points/wire.ts';
import {
  type MoveWire,
  type RecommendedForMoveWire,
  type TieringCostRequestWire,
  tieringCostWire,
  type TieringCostWire,
} from '#src/api/recovery-services/recovery-points/wire-tiers.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { RecoveryPoint } from '#src/model/recovery-services.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/**
 * The points of an item that Azure would move to the archive: `POST
 * {PI}/recoveryPointsRecommendedForMove` (2024-04-01).
 */
export async function listPointsRecommendedForMove(
  arm: ArmPipelines,
  itemId: ResourceId,
  without: readonly string[] = [],
  signal?: AbortSignal,
): Promise<RecoveryPoint[]> {
  const body: RecommendedForMoveWire = {
    objectType: 'ListRecoveryPointsRecommendedForMoveRequest',
    excludedRPList: [...without],
  };
  const url = `${itemId}/recoveryPointsRecommendedForMove?api-version=${BACKUP_API_VERSION}`;
  const question = { method: 'POST', url, body } as const;
  return (await wholeList(arm, recoveryPointPageWire, question, signal)).map(toRecoveryPoint);
}

/**
 * Moves a point from the vault to the archive, once: `POST {RP}/move` (2024-04-01; G).
 * @returns where to follow it; null when Azure accepted and its headers could not be read.
 */
export async function moveToArchive(
  arm: ArmPipelines,
  pointId: ResourceId,
): Promise<AcceptedOperation | null> {
  const body: MoveWire = {
    objectType: 'MoveRPAcrossTiersRequest',
    sourceTierType: 'HardenedRP',
    targetTierType: 'ArchivedRP',
  };
  const url = `${pointId}/move?api-version=${BACKUP_API_VERSION}`;
  return acceptedOperation(await send(arm, { method: 'POST', url, body, starts: true }));
}

/** What bringing a point back from the archive costs, in the retail price of a month. */
export interface RehydrationCost {
  readonly sizeBytes: number;
  readonly pricePerGB: number;
}

/**
 * Asks what it costs to bring a point back: `POST {V}/backupTieringCost/default/fetchTieringCost`
 * (azure-contract §5; 2024-04-01).
 * @returns the cost, or where to follow the question, `GET
 * {V}/backupTieringCost/default/operationsStatus/{operation}`; {@link getRehydrationCost} then has it.
 */
export async function askRehydrationCost(
  arm: ArmPipelines,
  pointId: ResourceId,
  rehydrationPriority: 'Standard' | 'High',
): Promise<RehydrationCost | AcceptedOperation | null> {
  const body: TieringCostRequestWire = {
    objectType: 'FetchTieringCostInfoForRehydrationRequest',
    ...namesIn(pointId),
    rehydrationPriority,
    sourceTierType: 'ArchivedRP',
    targetTierType: 'HardenedRP',
  };
  const collection = `${vaultIdOf(pointId) ?? ''}/backupTieringCost/default`;
  const url = `${collection}/fetchTieringCost?api-version=${BACKUP_API_VERSION}`;
  const answer = await send(arm, { method: 'POST', url, body });
  return answer.status === 202
    ? acceptedOperation(answer)
    : toCost(readBody(tieringCostWire, answer));
}

/**
 * What it costs, once Azure has told it: `GET
 * {V}/backupTieringCost/default/operationResults/{operation}` (2024-04-01). Null while it runs.
 */
export async function getRehydrationCost(
  arm: ArmPipelines,
  vaultId: ResourceId,
  operationId: string,
  signal?: AbortSignal,
): Promise<RehydrationCost | null> {
  const url = `${vaultId}/backupTieringCost/default/operationResults/${operationId}?api-version=${BACKUP_API_VERSION}`;
  const answer = await send(arm, { method: 'GET', url, signal });
  return answer.status === 202 ? null : toCost(readBody(tieringCostWire, answer));
}

function namesIn(pointId: ResourceId) {
  const [, containerName = '', protectedItemName = '', recoveryPointId = ''] =
    /\/protectionContainers\/([^/]+)\/protectedItems\/([^/]+)\/recoveryPoints\/([^/]+)$/i.exec(
      pointId,
    ) ?? [];
  return { containerName, protectedItemName, recoveryPointId };
}

function toCost(wire: TieringCostWire): RehydrationCost {
  return {
    sizeBytes: wire.rehydrationSizeInBytes,
    pricePerGB: wire.retailRehydrationCostPerGBPerMonth,
  };
}
