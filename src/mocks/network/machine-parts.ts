import type {
  LoadBalancerWire,
  NetworkInterfaceWire,
  PublicAddressWire,
} from '#src/api/network.ts';
import { inside, objectIn, objectsIn, textIn } from '#src/mocks/json.ts';
import {
  addressIdsOf,
  addressOfCard,
  balancerIdOf,
  cardIdsOf,
  holderOf,
  IS_CARD,
  machineNamed,
  machineOfAddress,
  machineOfCard,
  ownCardIdsOf,
  subnetIdOf,
  writtenConfigurations,
} from '#src/mocks/network/cards.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf, guidFrom } from '#src/mocks/world/ids.ts';
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
export function cardsOf(state: State, subscriptionId: string): WrittenPartWire[] {
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

/** A load balancer as it is read; undefined: there is none of that id. */
export function shownBalancer(state: State, id: string): LoadBalancerWire | undefined {
  const machine = machineNamed(state, groupOf(id), nameOf(id).replace(/^lb-/i, ''));
  const own = machine === undefined ? null : balancerIdOf(machine);
  return machine === undefined || own === null ? undefined : balancerWireOf(state, machine, own);
}

/** A part of the network on the wire, of which a writer keeps all that it has read. */
export interface WrittenPartWire {
  readonly id: string;
  readonly location?: unknown;
  readonly properties?: unknown;
  readonly [more: string]: unknown;
}

/** With the version that `If-Match` names: it changes whenever the resource does. */
export function withTag(wire: WrittenPartWire): WrittenPartWire & { readonly etag: string } {
  return { ...wire, etag: `W/"${guidFrom(JSON.stringify(wire))}"` };
}

/** The machine that a NIC is attached to; the key is missing where it is attached to none. */
function holding(state: State, cardId: string): object {
  const machine = holderOf(state, cardId);
  return machine === undefined ? {} : { virtualMachine: { id: machine.id } };
}

/** A NIC that was written (2024-01-01). */
export function writtenCardWireOf(state: State, { id, model, writeState }: PartSeed) {
  const properties = inside(model, 'properties');
  return {
    ...model,
    id,
    name: nameOf(id),
    type: 'Microsoft.Network/networkInterfaces',
    location: textIn(model['location']),
    properties: {
      ...properties,
      provisioningState: provisioningOf(writeState),
      ...holding(state, id),
      ipConfigurations: objectsIn(properties['ipConfigurations']).map((one) => ({
        ...one,
        id: `${id}/ipConfigurations/${textIn(one['name']) ?? ''}`,
        type: 'Microsoft.Network/networkInterfaces/ipConfigurations',
        properties: { ...inside(one, 'properties'), provisioningState: 'Succeeded' },
      })),
    },
  };
}

/** A public address that was written, with the NIC that has it (2024-01-01). */
export function writtenAddressWireOf(state: State, { id, model, writeState }: PartSeed) {
  const holder = writtenConfigurations(state).find((one) => sameId(one.publicAddressId, id));
  return {
    ...model,
    id,
    name: nameOf(id),
    type: 'Microsoft.Network/publicIPAddresses',
    location: textIn(model['location']),
    properties: {
      ...inside(model, 'properties'),
      provisioningState: provisioningOf(writeState),
      ...(holder === undefined ? {} : { ipConfiguration: { id: holder.id } }),
    },
  };
}

/** Microsoft.Network says `Updating` of what is being created too (S). */
function provisioningOf(state: PartSeed['writeState']): string {
  if (state === undefined) return 'Succeeded';
  return state === 'Failed' ? 'Failed' : 'Updating';
}

/** A state in which a part is written already: what is written is shown as it will be read. */
export function stateWith(state: State, part: PartSeed): State {
  const { seed } = state;
  const { machineIds = [], parts = [], removedIds = [] } = seed.written ?? {};
  const others = parts.filter(({ id }) => !sameId(id, part.id));
  return {
    ...state,
    seed: { ...seed, written: { machineIds, removedIds, parts: [...others, part] } },
  };
}

/** The public addresses of a NIC that nothing has written yet. */
export function addressesLeftBy(state: State, cardId: string): PartSeed[] {
  const machine = machineOfCard(state, cardId);
  if (machine === undefined || writtenPart(state, cardId) !== undefined) return [];
  const ids = addressIdsOf(machine).filter((id) => writtenPart(state, id) === undefined);
  return ids.flatMap((id) => partOf(id, shownAddress(state, id)));
}

/**
 * All NICs of a machine that nothing has written yet, with their addresses: written down as they are before it
 * lets them go.
 */
export function partsLeftBy(state: State, machine: MachineSeed): PartSeed[] {
  return cardIdsOf(machine).flatMap((id) =>
    writtenPart(state, id) === undefined
      ? [...addressesLeftBy(state, id), ...partOf(id, shownCard(state, id))]
      : [],
  );
}

/** What is shown of a part, as a request would write it. */
function partOf(id: string, shown: object | undefined): PartSeed[] {
  if (shown === undefined) return [];
  const { id: _id, name: _name, type: _type, etag: _etag, ...kept } = objectIn(shown);
  const { virtualMachine: _machine, ...properties } = inside(shown, 'properties');
  return [{ id, model: { ...kept, properties } }];
}
