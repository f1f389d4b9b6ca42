import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { toRecoveryPoint } from '#src/api/recovery-services/recovery-points/map.ts';
import {
  recoveryPointPageWire,
  recoveryPointWire,
} from '#src/api/recovery-services/recovery-points/wire.ts';
import { BACKUP_API_VERSION, SECONDARY_API_VERSION } from '#src/api/recovery-services/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { RecoveryPoint } from '#src/model/recovery-services.ts';

/**
 * The recovery points of a protected item, newest first as Azure gives them: `GET
 * {PI}/recoveryPoints` (document 004, Select Recovery point; 2024-04-01).
 */
export async function listRecoveryPoints(
  arm: ArmPipelines,
  itemId: ResourceId,
  signal?: AbortSignal,
): Promise<RecoveryPoint[]> {
  return pointsOf(arm, itemId, BACKUP_API_VERSION, signal);
}

/**
 * The recovery points of a protected item that are in the secondary region of its vault: `GET
 * {PI}/recoveryPoints` in the version of that region (azure-contract §9; 2023-01-15).
 */
export async function listSecondaryPoints(
  arm: ArmPipelines,
  itemId: ResourceId,
  signal?: AbortSignal,
): Promise<RecoveryPoint[]> {
  return pointsOf(arm, itemId, SECONDARY_API_VERSION, signal);
}

/** Reads one recovery point: `GET {RP}` (azure-contract §4; 2024-04-01). */
export async function getRecoveryPoint(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<RecoveryPoint> {
  const url = `${id}?api-version=${BACKUP_API_VERSION}`;
  return toRecoveryPoint(await sendFor(arm, recoveryPointWire, { method: 'GET', url, signal }));
}

async function pointsOf(
  arm: ArmPipelines,
  itemId: ResourceId,
  version: string,
  signal: AbortSignal | undefined,
): Promise<RecoveryPoint[]> {
  const url = `${itemId}/recoveryPoints?api-version=${version}`;
  const points = await wholeList(arm, recoveryPointPageWire, url, signal);
  return points.map(toRecoveryPoint);
}
