import type { SnapshotWire } from '#src/api/compute/disks.ts';
import { pointsLeft } from '#src/mocks/data-protection/paths.ts';
import { groupListPath, listOfGroup } from '#src/mocks/resource-lists.ts';
import { route, type Route } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { snapshotIdOf } from '#src/mocks/world/ids.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** The snapshots of all disks that are protected; those of points that have expired are gone too. */
const snapshotsAt = ({ seed }: State, now: number): readonly SnapshotWire[] =>
  (seed.diskInstances ?? []).flatMap((instance) =>
    pointsLeft(instance, now)
      .filter(({ isSnapshotGone }) => isSnapshotGone !== true)
      .map((point) => {
        const id = snapshotIdOf(instance, point);
        return {
          id,
          name: nameOf(id),
          type: 'Microsoft.Compute/snapshots',
          location: instance.location,
          properties: {
            incremental: true,
            timeCreated: point.time,
            creationData: { createOption: 'Copy', sourceResourceId: instance.sourceId },
            provisioningState: 'Succeeded',
          },
        };
      }),
  );

export const snapshotRoutes: readonly Route[] = [
  route.get('snapshots.listByGroup', groupListPath('Microsoft.Compute/snapshots'), (call) =>
    listOfGroup({
      thingsOf: (state) => snapshotsAt(state, call.now),
      wireOf: (snapshot) => snapshot,
    })(call),
  ),
];
