import { listReader } from '#src/api/arm/reader.ts';
import {
  diskPointPageWire,
  type DiskPointWire,
} from '#src/api/data-protection/recovery-points/wire.ts';
import { DATA_PROTECTION_API_VERSION } from '#src/api/data-protection/version.ts';
import { parseInstant } from '#src/lib/time.ts';
import type { DiskRecoveryPoint } from '#src/model/backup-vaults.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** The recovery points of a disk: `GET {BI}/recoveryPoints` (azure-contract §11; 2024-04-01). */
export const listDiskPoints = listReader(
  diskPointPageWire,
  (instanceId: ResourceId) =>
    `${instanceId}/recoveryPoints?api-version=${DATA_PROTECTION_API_VERSION}`,
  toDiskPoint,
);

/** When a point goes stands at the point, or at the store that keeps it. */
function toDiskPoint({ id, name, properties }: DiskPointWire): DiskRecoveryPoint {
  const store = (properties.recoveryPointDataStoresDetails ?? []).find((one) => one.expiryTime);
  return {
    id: resourceId(id),
    name: properties.recoveryPointId || name,
    time: parseInstant(properties.recoveryPointTime),
    expiresAt: parseInstant(properties.expiryTime ?? store?.expiryTime),
    kind: properties.recoveryPointType ?? null,
    isComplete: isComplete(properties.recoveryPointState),
  };
}

function isComplete(state: string | null | undefined): boolean | null {
  return state ? state.toLowerCase() === 'completed' : null;
}
