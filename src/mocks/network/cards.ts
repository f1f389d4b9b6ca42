import { inside, objectsIn, textIn } from '#src/mocks/json.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { findMachine } from '#src/mocks/world/lookup.ts';
import type { NetworkSeed, SubnetSeed } from '#src/mocks/world/place-seed.ts';
import type { MachineSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** What a machine's network consists of, beside the machine and named after it; and the addresses that it has. */

const beside = ({ id }: MachineSeed, type: string, name: string): string =>
  `${groupOf(id)}/providers/Microsoft.Network/${type}/${name}`;

/** The ids of the NICs that a machine has. */
export function cardIdsOf(machine: MachineSeed): readonly string[] {
  return machine.cardIds ?? ownCardIdsOf(machine);
}

/** The ids of the NICs that are named after a machine. */
export function ownCardIdsOf(machine: MachineSeed): readonly string[] {
  const name = nameOf(machine.id);
  return Array.from({ length: machine.nics ?? 1 }, (_, index) =>
    beside(machine, 'networkInterfaces', `${name}-nic${index}`),
  );
}

/** The ids of a machine's public addresses. */
export function addressIdsOf(machine: MachineSeed): string[] {
  const name = nameOf(machine.id);
  return (machine.network?.publicAddresses ?? []).map((_, index) =>
    beside(machine, 'publicIPAddresses', `pip-${name}-${index}`),
  );
}

/** The id of the load balancer that a machine is behind; null where it is behind none. */
export function balancerIdOf(machine: MachineSeed): string | null {
  return machine.network?.balancer === undefined
    ? null
    : beside(machine, 'loadBalancers', `lb-${nameOf(machine.id)}`);
}

/** The subnet in which a machine is; undefined where its subscription has none in the region. */
export function subnetIdOf({ seed }: Pick<State, 'seed'>, { id, location, network }: MachineSeed) {
  if (network?.subnetId !== undefined) return network.subnetId;
  const subscription = id.slice(0, id.toLowerCase().indexOf('/resourcegroups/')).toLowerCase();
  const home = seed.networks.find(
    (one) =>
      one.location === location &&
      one.subnets.length > 0 &&
      one.id.toLowerCase().startsWith(`${subscription}/`),
  );
  return home === undefined ? undefined : `${home.id}/subnets/${home.subnets[0]?.name ?? ''}`;
}

/** The machine of a name in a group, if it is still there. */
export function machineNamed(state: State, group: string, name: string): MachineSeed | undefined {
  return ['Compute', 'ClassicCompute']
    .map((kind) =>
      findMachine(state, `${group}/providers/Microsoft.${kind}/virtualMachines/${name}`),
    )
    .find((machine) => machine?.exists === true);
}

/** The machine after which a NIC is named, if it is still there. */
export const machineOfCard = (state: State, cardId: string): MachineSeed | undefined =>
  machineNamed(state, groupOf(cardId), nameOf(cardId).replace(/-nic\d+$/i, ''));

/** The machine after which a public address is named, if it is still there. */
export const machineOfAddress = (state: State, addressId: string): MachineSeed | undefined =>
  machineNamed(state, groupOf(addressId), nameOf(addressId).replaceAll(/^pip-|-\d+$/gi, ''));

/** The machine that a NIC is attached to. */
export function holderOf(state: State, cardId: string): MachineSeed | undefined {
  const written = (state.seed.written?.machineIds ?? []).flatMap(
    (id) => findMachine(state, id) ?? [],
  );
  const own = machineOfCard(state, cardId);
  return [...written, ...(own === undefined ? [] : [own])].find(
    (machine) => machine.exists && cardIdsOf(machine).some((id) => sameId(id, cardId)),
  );
}

/** The configurations of addresses in a subnet: of NICs, and of things beyond the world. */
export function configurationsIn(
  state: State,
  networkId: string,
  { name, taken = 0 }: SubnetSeed,
): { readonly id: string }[] {
  const others = Array.from({ length: taken }, (_, index) => ({
    id: `${groupOf(networkId)}/providers/Microsoft.Network/networkInterfaces/nic-${name}-${index}/ipConfigurations/ipconfig1`,
  }));
  const subnetId = `${networkId}/subnets/${name}`;
  const written = writtenConfigurations(state).filter((one) => sameId(one.subnetId, subnetId));
  return [...cardsIn(state, subnetId), ...written.map(({ id }) => ({ id })), ...others];
}

/** Omits a large world's machines, which exist only on request (G). */
function cardsIn({ seed }: State, subnetId: string): { readonly id: string }[] {
  const { machines, written } = seed;
  if ('near' in machines) return [];
  const ids = new Set(written?.parts.map(({ id }) => id.toLowerCase()));
  return machines
    .filter((one) => one.exists && sameId(subnetIdOf({ seed }, one), subnetId))
    .flatMap(cardIdsOf)
    .filter((id) => !ids.has(id.toLowerCase()))
    .map((id) => ({ id: `${id}/ipConfigurations/ipconfig1` }));
}

/** An address of a NIC that was written. */
interface WrittenConfiguration {
  readonly id: string;
  readonly cardId: string;
  readonly subnetId: string;
  readonly address: string | null;
  readonly publicAddressId: string | null;
}

/** The addresses of all NICs that were written. */
export function writtenConfigurations({ seed }: State): readonly WrittenConfiguration[] {
  const cards = (seed.written?.parts ?? []).filter(({ id }) => IS_CARD.test(id));
  return cards.flatMap(({ id, model }) =>
    objectsIn(inside(model, 'properties')['ipConfigurations']).map((one) => {
      const properties = inside(one, 'properties');
      return {
        id: `${id}/ipConfigurations/${textIn(one['name']) ?? ''}`,
        cardId: id,
        subnetId: textIn(inside(properties, 'subnet')['id']) ?? '',
        address: textIn(properties['privateIPAddress']),
        publicAddressId: textIn(inside(properties, 'publicIPAddress')['id']),
      };
    }),
  );
}

/** The id of a NIC. */
export const IS_CARD = /\/Microsoft\.Network\/networkInterfaces\/[^/]+$/i;

/** Azure keeps the first four addresses of a subnet and the last (virtual network FAQ). */
const FIRST = 4;
const RESERVED = 5;

/** A subnet with the network that it is in. */
export interface Subnet {
  readonly network: NetworkSeed;
  readonly subnet: SubnetSeed;
}

/** The subnet of an id. */
export function subnetOf({ seed }: State, id: string): Subnet | undefined {
  for (const network of seed.networks) {
    const subnet = network.subnets.find(({ name }) => sameId(`${network.id}/subnets/${name}`, id));
    if (subnet !== undefined) return { network, subnet };
  }
  return undefined;
}

const numberOf = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

const textOf = (address: number): string =>
  [16_777_216, 65_536, 256, 1].map((unit) => Math.floor(address / unit) % 256).join('.');

const sizeOf = (prefix: string): number => 2 ** (32 - Number(prefix.split('/')[1] ?? '32'));

/** Whether an address is one that a NIC of the subnet can have. */
export function isUsable({ prefix }: SubnetSeed, address: string): boolean {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return false;
  const place = numberOf(address) - numberOf(prefix.split('/')[0] ?? '');
  return place >= FIRST && place < sizeOf(prefix) - 1;
}

/** Who has an address of a subnet; addresses of things that tell none are the lowest ones (G). */
export function ownerOf(state: State, one: Subnet, address: string): string | undefined {
  return ownersIn(state, one).get(address);
}

/** The address of a NIC that was never written: the lowest that is left (G). Undefined where it isn't known. */
export function addressOfCard(state: State, subnetId: string, cardId: string): string | undefined {
  const found = subnetOf(state, subnetId);
  if (found === undefined) return undefined;
  return [...ownersIn(state, found)].find(([, owner]) => sameId(owner, cardId))?.[0];
}

function ownersIn(state: State, { network, subnet }: Subnet): Map<string, string> {
  const subnetId = `${network.id}/subnets/${subnet.name}`;
  const written = writtenConfigurations(state).filter((one) => sameId(one.subnetId, subnetId));
  const owners = new Map(written.map(({ address, cardId }) => [address ?? '', cardId]));
  const ids = new Set(written.map(({ id }) => id));
  const silent = configurationsIn(state, network.id, subnet).filter(({ id }) => !ids.has(id));
  for (const { id } of silent) {
    const address = lowestFree(subnet, owners);
    if (address === null) break;
    owners.set(address, id.replace(/\/ipConfigurations\/[^/]+$/, ''));
  }
  return owners;
}

function lowestFree({ prefix }: SubnetSeed, owners: ReadonlyMap<string, string>): string | null {
  const base = numberOf(prefix.split('/')[0] ?? '');
  for (let place = FIRST; place < FIRST + sizeOf(prefix) - RESERVED; place += 1) {
    const address = textOf(base + place);
    if (!owners.has(address)) return address;
  }
  return null;
}

/** The IPv4 address that a NIC is given, the lowest that is free; null: none is left. `taken` are given out by the same request. */
export function freeAddress(
  state: State,
  one: Subnet,
  { taken, cardId }: { readonly taken: readonly string[]; readonly cardId: string },
): string | null {
  const owners = ownersIn(state, one);
  for (const [address, owner] of owners) if (sameId(owner, cardId)) owners.delete(address);
  for (const address of taken) owners.set(address, cardId);
  return lowestFree(one.subnet, owners);
}
