import { listReader } from '#src/api/arm/reader.ts';
import { snapshotPageWire, type SnapshotWire } from '#src/api/compute/snapshots/wire.ts';
import { DISK_API_VERSION } from '#src/api/compute/version.ts';
import { parseInstant } from '#src/lib/time.ts';
import type { DiskSnapshot } from '#src/model/backup-vaults.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** The snapshots in a resource group: `GET …/Microsoft.Compute/snapshots` (2023-10-02). */
export const listSnapshots = listReader(
  snapshotPageWire,
  (group: ResourceId) =>
    `${group}/providers/Microsoft.Compute/snapshots?api-version=${DISK_API_VERSION}`,
  toSnapshot,
);

function toSnapshot({ id, name, properties }: SnapshotWire): DiskSnapshot {
  const source = properties.creationData?.sourceResourceId;
  return {
    id: resourceId(id),
    name,
    sourceDiskId: source ? resourceId(source) : null,
    isIncremental: properties.incremental === true,
    createdAt: parseInstant(properties.timeCreated),
  };
}
