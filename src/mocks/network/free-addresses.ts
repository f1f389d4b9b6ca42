import { configurationsIn, writtenConfigurations } from '#src/mocks/network/cards.ts';
import type { NetworkSeed, SubnetSeed } from '#src/mocks/world/place-seed.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { sameId } from '#src/model/resource-id.ts';

/** The IPv4 addresses of a subnet, as Azure gives them out: the lowest that is free. */

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

/** The address that a NIC is given; null: none is left. `taken` are given out by the same request. */
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
