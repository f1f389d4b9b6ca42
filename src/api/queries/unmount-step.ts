import { session } from '#src/api/arm/pipeline.ts';
import { followOperation } from '#src/api/arm/operation.ts';
import type { WriteStep } from '#src/api/queries/write-steps.ts';
import { endFileRecovery } from '#src/api/recovery-services/files.ts';
import { getRecoveryPoint } from '#src/api/recovery-services/points.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Ends the file recovery of a restore point, and reads from the point that its disks are not mounted. */
export const unmountStep = (pointId: ResourceId): WriteStep => ({
  // A point that doesn't report it counts as mounted: the request is harmless where it isn't.
  look: async () =>
    (await getRecoveryPoint(session(), pointId)).isMounted === false ? 'done' : 'open',
  run: async () => {
    const arm = session();
    await followOperation(arm, await endFileRecovery(arm, pointId));
  },
});
