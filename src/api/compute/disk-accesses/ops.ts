import { listReader } from '#src/api/arm/reader.ts';
import type * as z from 'zod/mini';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { diskAccessPageWire, type diskAccessWire } from '#src/api/compute/disk-accesses/wire.ts';
import { DISK_API_VERSION } from '#src/api/compute/version.ts';
import type { DiskAccess } from '#src/model/places.ts';
import { resourceId } from '#src/model/resource-id.ts';

/**
 * The disk accesses of a subscription, usable or not: `GET
 * /subscriptions/{sub}/providers/Microsoft.Compute/diskAccesses` (2023-10-02).
 */
export const listDiskAccesses = listReader(
  diskAccessPageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/diskAccesses?api-version=${DISK_API_VERSION}`,
  toDiskAccess,
);

function toDiskAccess(wire: z.infer<typeof diskAccessWire>): DiskAccess {
  return {
    id: resourceId(wire.id),
    name: wire.name,
    resourceGroup: parseResourceId(wire.id)?.resourceGroup ?? '',
    region: wire.location,
    hasApprovedEndpoint: (wire.properties?.privateEndpointConnections ?? []).some(
      ({ properties }) =>
        properties?.privateLinkServiceConnectionState?.status?.toLowerCase() === 'approved',
    ),
  };
}
