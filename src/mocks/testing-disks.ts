import { resourceId } from '#src/model/resource-id.ts';
import type { DiskInstanceSeed } from '#src/mocks/world/seed.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { inGroup, production } from '#src/mocks/world/worlds/default-estate.ts';
import { diskInstances } from '#src/mocks/world/worlds/default.ts';

/** Disks of the default world, for tests. */

/** The instance of a disk by the disk's name. */
export function instanceOfDisk(disk: string): DiskInstanceSeed {
  const found = diskInstances.find(({ sourceId }) => sourceId.endsWith(`/${disk}`));
  if (found === undefined) throw new Error(`no such disk: ${disk}`);
  return found;
}

/** A restore of the newest point of a disk, into its own group unless told otherwise. */
export function restoreOfDisk(
  disk: string,
  { group, name = 'restored', point = 0 }: { group?: string; name?: string; point?: number } = {},
) {
  const { id, sourceId, location, points } = instanceOfDisk(disk);
  const target = group ?? groupOf(sourceId);
  return {
    instanceId: resourceId(id),
    recoveryPointId: points[point]?.name ?? '',
    sourceDiskId: resourceId(sourceId),
    targetDiskId: resourceId(`${target}/providers/Microsoft.Compute/disks/${name}`),
    region: location,
  };
}

/** A group of Contoso Production. */
export const productionGroup = (name: string) => resourceId(inGroup(production, name));
