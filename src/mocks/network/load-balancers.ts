import type { LoadBalancerWire } from '#src/api/network/load-balancers/wire.ts';
import { resourceNotFound } from '#src/mocks/errors.ts';
import { balancerIdOf, machineBeside, networkPath, subnetIdOf } from '#src/mocks/network/cards.ts';
import { type Answer, type Call, ok, param, type Route } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import type { MachineSeed } from '#src/mocks/world/seed.ts';
import { nameOf } from '#src/model/resource-id.ts';

const type = 'Microsoft.Network/loadBalancers';

/** A load balancer of 2024-01-01: at its front a public address, or one of the machine's subnet. */
function wireOf(state: State, machine: MachineSeed, id: string): LoadBalancerWire {
  const address = `${groupOf(id)}/providers/Microsoft.Network/publicIPAddresses/pip-${nameOf(id)}`;
  const front =
    machine.network?.balancer === 'external'
      ? { publicIPAddress: { id: address } }
      : { privateIPAllocationMethod: 'Dynamic', subnet: { id: subnetIdOf(state, machine) } };
  return {
    id,
    name: nameOf(id),
    type,
    location: machine.location,
    sku: { name: 'Standard', tier: 'Regional' },
    properties: {
      provisioningState: 'Succeeded',
      frontendIPConfigurations: [
        { id: `${id}/frontendIPConfigurations/front`, name: 'front', properties: front },
      ],
      backendAddressPools: [{ id: `${id}/backendAddressPools/pool`, name: 'pool' }],
    },
  };
}

function getBalancer(call: Call): Answer {
  const name = param(call, 'name');
  const machine = machineBeside(call, name.replace(/^lb-/i, ''));
  const id = machine === undefined ? null : balancerIdOf(machine);
  return machine === undefined || id === null
    ? resourceNotFound(type, name, param(call, 'rg'))
    : ok(wireOf(call.state, machine, id));
}

export const balancerRoutes: readonly Route[] = [
  {
    operation: 'loadBalancers.get',
    method: 'GET',
    path: networkPath('loadBalancers'),
    action: `${type}/read`,
    handle: getBalancer,
  },
];
