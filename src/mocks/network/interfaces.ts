import type { NetworkInterfaceWire } from '#src/api/network/interfaces/wire.ts';
import { resourceNotFound } from '#src/mocks/errors.ts';
import {
  addressIdsOf,
  balancerIdOf,
  cardIdsOf,
  machineBeside,
  networkPath,
  subnetIdOf,
} from '#src/mocks/network/cards.ts';
import { type Answer, type Call, ok, param, type Route } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import type { MachineSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

const type = 'Microsoft.Network/networkInterfaces';

/** A network card of 2024-01-01. Keys of what it does not hang on are missing (S). */
function wireOf(state: State, machine: MachineSeed, id: string): NetworkInterfaceWire {
  const isFirst = id === cardIdsOf(machine)[0];
  const network = isFirst ? (machine.network ?? {}) : {};
  const guard = `${groupOf(id)}/providers/Microsoft.Network/networkSecurityGroups/nsg-${nameOf(machine.id)}`;
  return {
    id,
    name: nameOf(id),
    type,
    location: machine.location,
    properties: {
      provisioningState: 'Succeeded',
      primary: isFirst,
      virtualMachine: { id: machine.id },
      ...(network.hasSecurityGroup === true ? { networkSecurityGroup: { id: guard } } : {}),
      ipConfigurations: addressesOf(machine, isFirst).map((address, index) => ({
        id: `${id}/ipConfigurations/ipconfig${index + 1}`,
        name: `ipconfig${index + 1}`,
        properties: {
          primary: index === 0,
          privateIPAllocationMethod: network.hasStaticAddress === true ? 'Static' : 'Dynamic',
          ...configurationOf(state, machine, { isFirst: isFirst && index === 0, address }),
        },
      })),
    },
  };
}

/** Each public address needs a configuration of its own; without any there is one. */
function addressesOf(machine: MachineSeed, isFirst: boolean): (string | null)[] {
  const addresses = isFirst ? addressIdsOf(machine) : [];
  return addresses.length === 0 ? [null] : addresses;
}

function configurationOf(
  state: State,
  machine: MachineSeed,
  { isFirst, address }: { readonly isFirst: boolean; readonly address: string | null },
) {
  const subnet = subnetIdOf(state, machine);
  const balancer = isFirst ? balancerIdOf(machine) : null;
  return {
    ...(subnet === undefined ? {} : { subnet: { id: subnet } }),
    ...(address === null ? {} : { publicIPAddress: { id: address } }),
    ...(balancer === null
      ? {}
      : { loadBalancerBackendAddressPools: [{ id: `${balancer}/backendAddressPools/pool` }] }),
  };
}

function getInterface(call: Call): Answer {
  const name = param(call, 'name');
  const machine = machineBeside(call, name.replace(/-nic\d+$/i, ''));
  const id = machine && cardIdsOf(machine).find((one) => sameId(nameOf(one), name));
  return machine === undefined || id === undefined
    ? resourceNotFound(type, name, param(call, 'rg'))
    : ok(wireOf(call.state, machine, id));
}

export const interfaceRoutes: readonly Route[] = [
  {
    operation: 'networkInterfaces.get',
    method: 'GET',
    path: networkPath('networkInterfaces'),
    action: `${type}/read`,
    handle: getInterface,
  },
];
