import { listReader } from '#src/api/arm/reader.ts';
import { availabilitySetPageWire } from '#src/api/compute/availability-sets/wire.ts';
import { MACHINE_API_VERSION } from '#src/api/compute/version.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';
import type { AvailabilitySet } from '#src/model/places.ts';

/**
 * The availability sets of a resource group: `GET
 * /subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.Compute/availabilitySets` (2024-03-01).
 */
export const listAvailabilitySets = listReader(
  availabilitySetPageWire,
  (group: ResourceId) =>
    `${group}/providers/Microsoft.Compute/availabilitySets?api-version=${MACHINE_API_VERSION}`,
  ({ id, name, location, sku }): AvailabilitySet => ({
    id: resourceId(id),
    name: name ?? nameOf(id),
    region: location,
    isForManagedDisks: sku?.name?.toLowerCase() === 'aligned',
  }),
);
