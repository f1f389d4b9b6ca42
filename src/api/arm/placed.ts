import { parseResourceId } from '#src/api/arm/resource-id.ts';
import type { PlacedResource } from '#src/model/places.ts';
import { resourceId } from '#src/model/resource-id.ts';

interface PlacedWire {
  readonly id: string;
  readonly name: string;
  readonly location: string;
}

/** A resource by its name and place alone. */
export const toPlaced = ({ id, name, location }: PlacedWire): PlacedResource => ({
  id: resourceId(id),
  name,
  resourceGroup: parseResourceId(id)?.resourceGroup ?? '',
  region: location,
});
