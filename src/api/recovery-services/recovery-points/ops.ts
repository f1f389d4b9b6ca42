import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { toRecoveryPoint } from '#src/api/recovery-services/recovery-points/map.ts';
import { recoveryPointPageWire } from '#src/api/recovery-services/recovery-points/wire.ts';
import { BACKUP_API_VERSION } from '#src/api/recovery-services/version.ts';
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
  const url = `${itemId}/recoveryPoints?api-version=${BACKUP_API_VERSION}`;
  const points = await wholeList(arm, recoveryPointPageWire, url, signal);
  return points.map(toRecoveryPoint);
}
