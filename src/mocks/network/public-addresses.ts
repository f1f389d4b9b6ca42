import type { PublicAddressWire } from '#src/api/network/public-addresses/wire.ts';
import { resourceNotFound } from '#src/mocks/errors.ts';
import { addressIdsOf, machineBeside, networkPath } from '#src/mocks/network/cards.ts';
import { type Answer, type Call, ok, param, type Route } from '#src/mocks/service.ts';
import type { MachineSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

const type = 'Microsoft.Network/publicIPAddresses';

/** A public address of 2024-01-01; one that stays is of the standard kind (G). */
function wireOf(machine: MachineSeed, id: string, index: number): PublicAddressWire {
  const method = machine.network?.publicAddresses?.[index] ?? 'Dynamic';
  return {
    id,
    name: nameOf(id),
    type,
    location: machine.location,
    sku: { name: method === 'Static' ? 'Standard' : 'Basic', tier: 'Regional' },
    properties: {
      provisioningState: 'Succeeded',
      publicIPAddressVersion: 'IPv4',
      publicIPAllocationMethod: method,
    },
  };
}

function getAddress(call: Call): Answer {
  const name = param(call, 'name');
  const machine = machineBeside(call, name.replace(/^pip-|-\d+$/gi, ''));
  const ids = machine === undefined ? [] : addressIdsOf(machine);
  const index = ids.findIndex((one) => sameId(nameOf(one), name));
  const id = ids[index];
  return machine === undefined || id === undefined
    ? resourceNotFound(type, name, param(call, 'rg'))
    : ok(wireOf(machine, id, index));
}

export const publicAddressRoutes: readonly Route[] = [
  {
    operation: 'publicAddresses.get',
    method: 'GET',
    path: networkPath('publicIPAddresses'),
    action: `${type}/read`,
    handle: getAddress,
  },
];
