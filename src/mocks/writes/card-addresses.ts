import { inside, textIn } from '#src/mocks/json.ts';
import { writtenConfigurations } from '#src/mocks/network/cards.ts';
import {
  freeAddress,
  isUsable,
  ownerOf,
  type Subnet,
  subnetOf,
} from '#src/mocks/network/free-addresses.ts';
import { shownAddress, shownCard } from '#src/mocks/network/machine-parts.ts';
import type { Answer } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { judgeLink, missingReference, refuse } from '#src/mocks/writes/judge.ts';
import type { Model } from '#src/mocks/world/seed.ts';
import { sameRegion } from '#src/model/places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/**
 * The configurations of a NIC with the addresses that they are given; the answer instead where one cannot be
 * had. Codes of Microsoft.Network: `PrivateIPAddressIsAllocated` I, the others general knowledge (G).
 */
export function addressed(
  state: State,
  { cardId, location }: Pick<Wanted, 'cardId' | 'location'>,
  configurations: readonly Model[],
): Model[] | Answer {
  const done: Model[] = [];
  const taken: string[] = [];
  // A further configuration is in the subnet of the first unless it names another (S).
  const [first = {}] = configurations;
  const whole = configurations.map((one) => withSubnetOf(first, one));
  for (const [index, configuration] of whole.entries()) {
    const one = { state, cardId, location, configuration, taken };
    const refusal = judgeConfiguration(one);
    if (refusal !== null) return refusal;
    const properties = inside(configuration, 'properties');
    const address = addressFor(one);
    if (typeof address !== 'string') return address;
    taken.push(address);
    done.push({
      name: configuration['name'],
      properties: {
        privateIPAllocationMethod: 'Dynamic',
        privateIPAddressVersion: 'IPv4',
        primary: index === 0,
        ...properties,
        privateIPAddress: address,
      },
    });
  }
  return done;
}

function withSubnetOf(first: Model, one: Model): Model {
  if (subnetIdIn(one) !== '') return one;
  const subnet = { id: subnetIdIn(first) };
  return { ...one, properties: { ...inside(one, 'properties'), subnet } };
}

interface Wanted {
  readonly state: State;
  readonly cardId: string;
  readonly configuration: Model;
  readonly taken: readonly string[];
  readonly location: string;
}

const subnetIdIn = (configuration: Model): string =>
  textIn(inside(inside(configuration, 'properties'), 'subnet')['id']) ?? '';

function judgeConfiguration({ state, cardId, location, configuration }: Wanted): Answer | null {
  const subnetId = subnetIdIn(configuration);
  const found = subnetOf(state, subnetId);
  if (found === undefined) return missingReference(cardId, subnetId);
  const { network, subnet } = found;
  const link = judgeLink(state, cardId, {
    action: 'Microsoft.Network/virtualNetworks/subnets/join/action',
    scope: subnetId,
  });
  if (link !== null) return link;
  if (subnet.delegatedTo !== undefined) {
    return refuse(
      400,
      'SubnetIsDelegated',
      `Subnet ${subnet.name} is delegated to ${subnet.delegatedTo} and takes no network interface.`,
    );
  }
  if (!sameRegion(location, network.location)) return missingReference(cardId, subnetId);
  return judgePublicAddress({ state, cardId, configuration });
}

function judgePublicAddress({
  state,
  cardId,
  configuration,
}: Pick<Wanted, 'state' | 'cardId' | 'configuration'>): Answer | null {
  const wanted = textIn(inside(inside(configuration, 'properties'), 'publicIPAddress')['id']);
  if (wanted === null) return null;
  if (shownAddress(state, wanted) === undefined) return missingReference(cardId, wanted);
  const holder = holderOfAddress(state, wanted);
  return holder === undefined || sameId(holder, cardId)
    ? null
    : refuse(
        400,
        'PublicIPAddressInUse',
        `Resource ${cardId} is referencing public IP address ${wanted} that is already allocated to resource ${holder}.`,
      );
}

/** The NIC that has a public address. */
export function holderOfAddress(state: State, addressId: string): string | undefined {
  const written = writtenConfigurations(state).find((one) =>
    sameId(one.publicAddressId, addressId),
  );
  if (written !== undefined) return written.cardId;
  const match = /^pip-(.+)-\d+$/i.exec(nameOf(addressId));
  const cardId = `${groupOf(addressId)}/providers/Microsoft.Network/networkInterfaces/${match?.[1] ?? ''}-nic0`;
  const shown = JSON.stringify(shownCard(state, cardId) ?? null).toLowerCase();
  return shown.includes(`"${addressId.toLowerCase()}"`) ? cardId : undefined;
}

function addressFor({ state, cardId, configuration, taken }: Wanted): string | Answer {
  const subnetId = subnetIdIn(configuration);
  const found = subnetOf(state, subnetId);
  if (found === undefined) return missingReference(cardId, subnetId);
  const properties = inside(configuration, 'properties');
  const method = textIn(properties['privateIPAllocationMethod']) ?? 'Dynamic';
  const wanted = textIn(properties['privateIPAddress']);
  if (sameId(method, 'Static') && wanted !== null) {
    return judgeStatic({ state, cardId, configuration, taken }, found, wanted) ?? wanted;
  }
  const isOwn = wanted !== null && sameId(ownerOf(state, found, wanted), cardId);
  if (isOwn && !taken.includes(wanted)) return wanted;
  return freeAddress(state, found, { taken, cardId }) ?? subnetIsFull(found);
}

function judgeStatic(
  { state, cardId, configuration, taken }: Omit<Wanted, 'location'>,
  found: Subnet,
  wanted: string,
): Answer | null {
  const own = `${cardId}/ipConfigurations/${textIn(configuration['name']) ?? ''}`;
  if (!isUsable(found.subnet, wanted)) {
    return refuse(
      400,
      'PrivateIPAddressNotInSubnet',
      `Private static IP address ${wanted} does not belong to the range of subnet prefix ${found.subnet.prefix}.`,
    );
  }
  const owner = taken.includes(wanted) ? cardId : ownerOf(state, found, wanted);
  const isFree = owner === undefined || (sameId(owner, cardId) && !taken.includes(wanted));
  return isFree
    ? null
    : refuse(
        400,
        'PrivateIPAddressIsAllocated',
        `IP configuration ${own} is using the private IP address ${wanted} which is already allocated to resource ${owner}.`,
      );
}

const subnetIsFull = ({ subnet }: Subnet): Answer =>
  refuse(
    400,
    'SubnetIsFull',
    `Subnet ${subnet.name} with address prefix ${subnet.prefix} does not have enough capacity for 1 IP addresses.`,
  );
