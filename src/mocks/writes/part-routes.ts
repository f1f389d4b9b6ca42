import { groupListPath, resourceIn } from '#src/mocks/resource-lists.ts';
import { type Call, route, type Route } from '#src/mocks/service.ts';
import { putting, removing } from '#src/mocks/writes/handling.ts';
import { removeDisk } from '#src/mocks/writes/remove-disk.ts';
import { removeAddress } from '#src/mocks/writes/write-address.ts';
import { removeInterface } from '#src/mocks/writes/write-interface.ts';

const types = {
  card: 'Microsoft.Network/networkInterfaces',
  address: 'Microsoft.Network/publicIPAddresses',
  disk: 'Microsoft.Compute/disks',
} as const;

const at = (type: string): string => `${groupListPath(type)}/{name}`;
const idOf =
  (type: string) =>
  (call: Call): string =>
    resourceIn(call, type);

/** Writes of NICs and public addresses, and removals of these and of disks. */
export const partWriteRoutes: readonly Route[] = [
  route.put('networkInterfaces.put', at(types.card), putting('network', idOf(types.card))),
  route.delete(
    'networkInterfaces.delete',
    at(types.card),
    removing({ kind: 'network', type: types.card }, removeInterface),
  ),
  route.put('publicAddresses.put', at(types.address), putting('network', idOf(types.address))),
  route.delete(
    'publicAddresses.delete',
    at(types.address),
    removing({ kind: 'network', type: types.address }, removeAddress),
  ),
  route.delete(
    'disks.delete',
    at(types.disk),
    removing({ kind: 'compute', type: types.disk }, removeDisk),
  ),
];
