import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type StartedWrite, startWrite } from '#src/api/arm/write.ts';
import { DISK_API_VERSION } from '#src/api/compute/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/**
 * Removes a managed disk, once: `DELETE …/disks/{disk}` (2023-10-02). Azure refuses one that is attached.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export function deleteDisk(arm: ArmPipelines, id: ResourceId): Promise<StartedWrite> {
  return startWrite(arm, { method: 'DELETE', url: `${id}?api-version=${DISK_API_VERSION}` });
}
