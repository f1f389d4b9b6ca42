import type {
  LoadBalancerWire,
  NetworkInterfaceWire,
  PublicAddressWire,
} from '#src/api/network/interfaces.ts';
import { resourceNotFound } from '#src/mocks/errors.ts';
import {
  addressIdsOf,
  balancerIdOf,
  IS_CARD,
  machineNamed,
  machineOfAddress,
  machineOfCard,
  networkPath,
  ownCardIdsOf,
  subnetIdOf,
} from '#src/mocks/network/cards.ts';
import { addressOfCard } from '#src/mocks/network/free-addresses.ts';
import {
  holding,
  withTag,
  writtenAddressWireOf,
  writtenCardWireOf,
  type WrittenPartWire,
} from '#src/mocks/network/written-parts.ts';
import { listRoutes, resourceIn } from '#src/mocks/resource-lists.ts';
import { ok, param, type Route, route } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { machinesOf } from '#src/mocks/world/lookup.ts';
import type { MachineSeed, PartSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** A NIC of 2024-01-01, without the keys of what it is not connected to (S). */
function cardWireOf(state: State, machine: MachineSeed, id: string): NetworkInterfaceWire {
  const isFirst = id === ownCardIdsOf(machine)[0];
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
      ...holding(state, id),
      ...(network.hasSecurityGroup === true ? { networkSecurityGroup: { id: guard } } : {}),
      ipConfigurations: addressesOf(machine, isFirst).map((address, index) => ({
        id: `${id}/ipConfigurations/ipconfig${index + 1}`,
        name: `ipconfig${index + 1}`,
        properties: {
          primary: index === 0,
          privateIPAllocationMethod: network.hasStaticAddress === true ? 'Static' : 'Dynamic',
          ...(index === 0 ? addressIn(state, machine, id) : {}),
          ...configurationOf(state, machine, { isFirst: isFirst && index === 0, address }),
        },
      })),
    },
  };
}

/** The private address of a NIC; the key is missing where it isn't known. */
function addressIn(state: State, machine: MachineSeed, id: string): object {
  const address = addressOfCard(state, subnetIdOf(state, machine) ?? '', id);
  return address === undefined ? {} : { privateIPAddress: address };
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

/** Reads a resource of the network by its id. */
const partRoute = (
  operation: string,
  type: string,
  read: (state: State, id: string) => object | undefined,
): Route =>
  route.get(operation, networkPath(type), (call) => {
    const whole = `Microsoft.Network/${type}`;
    const part = read(call.state, resourceIn(call, whole));
    return part === undefined
      ? resourceNotFound(whole, param(call, 'name'), param(call, 'rg'))
      : ok(part);
  });

const isRemoved = ({ seed }: State, id: string): boolean =>
  seed.written?.removedIds.includes(id.toLowerCase()) === true;

/** What was written of a part; undefined: nothing was. */
export const writtenPart = ({ seed }: State, id: string): PartSeed | undefined =>
  seed.written?.parts.find((part) => sameId(part.id, id));

/** A NIC as it is read; undefined: there is none of that id. */
export function shownCard(state: State, id: string): WrittenPartWire | undefined {
  const part = writtenPart(state, id);
  if (part !== undefined) return withTag(writtenCardWireOf(state, part));
  if (isRemoved(state, id)) return undefined;
  const machine = machineOfCard(state, id);
  const own = machine && ownCardIdsOf(machine).find((one) => sameId(one, id));
  return machine === undefined || own === undefined
    ? undefined
    : withTag(cardWireOf(state, machine, own));
}

/** A public address as it is read; undefined: there is none of that id. */
export function shownAddress(state: State, id: string): WrittenPartWire | undefined {
  const part = writtenPart(state, id);
  if (part !== undefined) return withTag(writtenAddressWireOf(state, part));
  if (isRemoved(state, id)) return undefined;
  const machine = machineOfAddress(state, id);
  const index = machine === undefined ? -1 : indexOf(addressIdsOf(machine), id);
  return machine === undefined || index < 0
    ? undefined
    : withTag(addressWireOf(machine, addressIdsOf(machine)[index] ?? id, index));
}

/** Every NIC of a subscription: those that were written, then those that are named after machines. */
function cardsOf(state: State, subscriptionId: string): WrittenPartWire[] {
  const written = (state.seed.written?.parts ?? []).map(({ id }) => id);
  const own = [...machinesOf(state, subscriptionId)]
    .filter(({ exists }) => exists)
    .flatMap(ownCardIdsOf)
    .filter((id) => writtenPart(state, id) === undefined);
  return [...written.filter((id) => IS_CARD.test(id)), ...own].flatMap(
    (id) => shownCard(state, id) ?? [],
  );
}

const indexOf = (ids: readonly string[], id: string): number =>
  ids.findIndex((one) => sameId(one, id));

/** What machines have of the network, and what was written, each part by itself. */
export const machinePartRoutes: readonly Route[] = [
  ...listRoutes(
    ['networkInterfaces.list', 'networkInterfaces.listByGroup'],
    'Microsoft.Network/networkInterfaces',
    { thingsOf: cardsOf, wireOf: (card: WrittenPartWire) => card },
  ),
  partRoute('networkInterfaces.get', 'networkInterfaces', shownCard),
  partRoute('publicAddresses.get', 'publicIPAddresses', shownAddress),
  partRoute('loadBalancers.get', 'loadBalancers', (state, id) => {
    const name = nameOf(id).replace(/^lb-/i, '');
    const machine = machineNamed(state, groupOf(id), name);
    const own = machine === undefined ? null : balancerIdOf(machine);
    return machine === undefined || own === null ? undefined : balancerWireOf(state, machine, own);
  }),
];
