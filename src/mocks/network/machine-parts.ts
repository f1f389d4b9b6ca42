import type { NetworkInterfaceWire } from '#src/api/network/interfaces/wire.ts';
import type { LoadBalancerWire } from '#src/api/network/load-balancers/wire.ts';
import type { PublicAddressWire } from '#src/api/network/public-addresses/wire.ts';
import { resourceNotFound } from '#src/mocks/errors.ts';
import {
  addressIdsOf,
  balancerIdOf,
  cardIdsOf,
  machineBeside,
  networkPath,
  subnetIdOf,
} from '#src/mocks/network/cards.ts';
import { ok, param, route, type Route } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import type { MachineSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** A network card of 2024-01-01. Keys of what it does not hang on are missing (S). */
function cardWireOf(state: State, machine: MachineSeed, id: string): NetworkInterfaceWire {
  const isFirst = id === cardIdsOf(machine)[0];
  const network = isFirst ? (machine.network ?? {}) : {};
  const guard = `${groupOf(id)}/providers/Microsoft.Network/networkSecurityGroups/nsg-${nameOf(machine.id)}`;
  return {
    id,
    name: nameOf(id),
    type: 'Microsoft.Network/networkInterfaces',
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

/** A load balancer of 2024-01-01: at its front a public address, or one of the machine's subnet. */
function balancerWireOf(state: State, machine: MachineSeed, id: string): LoadBalancerWire {
  const address = `${groupOf(id)}/providers/Microsoft.Network/publicIPAddresses/pip-${nameOf(id)}`;
  const front =
    machine.network?.balancer === 'external'
      ? { publicIPAddress: { id: address } }
      : { privateIPAllocationMethod: 'Dynamic', subnet: { id: subnetIdOf(state, machine) } };
  return {
    id,
    name: nameOf(id),
    type: 'Microsoft.Network/loadBalancers',
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

/** A public address of 2024-01-01; one that stays is of the standard kind (G). */
function addressWireOf(machine: MachineSeed, id: string, index: number): PublicAddressWire {
  const method = machine.network?.publicAddresses?.[index] ?? 'Dynamic';
  return {
    id,
    name: nameOf(id),
    type: 'Microsoft.Network/publicIPAddresses',
    location: machine.location,
    sku: { name: method === 'Static' ? 'Standard' : 'Basic', tier: 'Regional' },
    properties: {
      provisioningState: 'Succeeded',
      publicIPAddressVersion: 'IPv4',
      publicIPAllocationMethod: method,
    },
  };
}

/** Reads a resource of a type beside a machine; `affix` is what of its name is not the machine's. */
function partRoute(
  operation: string,
  type: string,
  affix: RegExp,
  read: (machine: MachineSeed, name: string, state: State) => object | undefined,
): Route {
  return route.get(operation, networkPath(type), (call) => {
    const name = param(call, 'name');
    const machine = machineBeside(call, name.replace(affix, ''));
    const part = machine && read(machine, name, call.state);
    return part === undefined
      ? resourceNotFound(`Microsoft.Network/${type}`, name, param(call, 'rg'))
      : ok(part);
  });
}

const named = (ids: readonly string[], name: string): number =>
  ids.findIndex((id) => sameId(nameOf(id), name));

/** What machines have of the network, each part by itself. */
export const machinePartRoutes: readonly Route[] = [
  partRoute('networkInterfaces.get', 'networkInterfaces', /-nic\d+$/i, (machine, name, state) => {
    const id = cardIdsOf(machine)[named(cardIdsOf(machine), name)];
    return id === undefined ? undefined : cardWireOf(state, machine, id);
  }),
  partRoute('publicAddresses.get', 'publicIPAddresses', /^pip-|-\d+$/gi, (machine, name) => {
    const index = named(addressIdsOf(machine), name);
    const id = addressIdsOf(machine)[index];
    return id === undefined ? undefined : addressWireOf(machine, id, index);
  }),
  partRoute('loadBalancers.get', 'loadBalancers', /^lb-/i, (machine, _, state) => {
    const id = balancerIdOf(machine);
    return id === null ? undefined : balancerWireOf(state, machine, id);
  }),
];
