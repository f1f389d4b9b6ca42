import type * as z from 'zod/mini';
import type { diskAccessWire } from '#src/api/compute/disks.ts';
import type { Route } from '#src/mocks/service.ts';
import { readRoutes } from '#src/mocks/resource-lists.ts';
import type { DiskAccessSeed } from '#src/mocks/world/place-seed.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** A disk access of 2023-10-02: without an endpoint the list of them is missing (azure-contract §14). */
function wireOf({ id, location, endpoint }: DiskAccessSeed): z.infer<typeof diskAccessWire> {
  return {
    id,
    name: nameOf(id),
    type: 'Microsoft.Compute/diskAccesses',
    location,
    properties: {
      provisioningState: 'Succeeded',
      ...(endpoint === undefined
        ? {}
        : {
            privateEndpointConnections: [
              {
                id: `${id}/privateEndpointConnections/pe-${nameOf(id)}`,
                name: `pe-${nameOf(id)}`,
                properties: {
                  provisioningState: 'Succeeded',
                  privateLinkServiceConnectionState: { status: endpoint, description: '' },
                },
              },
            ],
          }),
    },
  };
}

export const diskAccessRoutes: readonly Route[] = readRoutes(
  ['diskAccesses.list', 'diskAccesses.listByGroup', 'diskAccesses.get'],
  'Microsoft.Compute/diskAccesses',
  { thingsOf: ({ seed }: State) => seed.diskAccesses, wireOf },
);
