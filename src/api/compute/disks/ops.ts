import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { diskWire, type DiskWire } from '#src/api/compute/disks/wire.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import type { Disk } from '#src/model/target.ts';

/** Reads a managed disk: `GET …/disks/{disk}` (2023-10-02). */
export async function getDisk(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<Disk> {
  const url = `${id}?api-version=2023-10-02`;
  return toDisk(await sendFor(arm, diskWire, { method: 'GET', url, signal }));
}

function toDisk(wire: DiskWire): Disk {
  return {
    id: resourceId(wire.id),
    name: wire.name,
    sizeGiB: wire.properties.diskSizeGB ?? null,
    hasPrivateAccess: privateAccess(wire.properties.networkAccessPolicy),
    encryption: wire.properties.encryption?.type ?? null,
  };
}

/** `AllowAll` is public; `AllowPrivate` goes through a disk access; `DenyAll` lets nobody in. */
function privateAccess(policy: string | null | undefined): boolean | null {
  if (policy === null || policy === undefined) return null;
  return policy.toLowerCase() === 'allowprivate';
}
