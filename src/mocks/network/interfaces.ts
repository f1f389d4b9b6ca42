import * as z from 'zod/mini';
import { collection } from '#src/mocks/collection.ts';
import { inside, objectIn, objectsIn, textIn } from '#src/mocks/json.ts';
import {
  firstRefusal,
  judgeGroup,
  judgeLink,
  judgePolicies,
  judgeRegion,
  judgeVersion,
  missingReference,
  refuse,
} from '#src/mocks/judge-write.ts';
import {
  freeAddress,
  holderOf,
  isUsable,
  ownerOf,
  type Subnet,
  subnetOf,
  writtenConfigurations,
} from '#src/mocks/network/cards.ts';
import {
  addressesLeftBy,
  cardsOf,
  shownAddress,
  shownBalancer,
  shownCard,
  stateWith,
  withTag,
  writtenAddressWireOf,
  writtenCardWireOf,
  type WrittenPartWire,
} from '#src/mocks/network/machine-parts.ts';
import type { Answer, Route } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf, hash32 } from '#src/mocks/world/ids.ts';
import type { Model } from '#src/mocks/world/seed.ts';
import {
  asRefused,
  removed,
  type ResourceWrite,
  type WriteOutcome,
  written,
} from '#src/mocks/write.ts';
import { sameRegion } from '#src/model/places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

const bodyShape = z.looseObject({
  properties: z.looseObject({
    ipConfigurations: z.array(z.looseObject({ name: z.string(), properties: z.looseObject({}) })),
  }),
});

/** Simulated milliseconds of creating a NIC, and of changing one (G). */
const CREATE_CARD_MS = 3000;
const UPDATE_CARD_MS = 2000;

/**
 * Writes a NIC whole: `PUT …/networkInterfaces/{nic}` (2024-01-01). Each configuration gets an address of its
 * subnet; one that it has it keeps.
 */
export function writeInterface(state: State, at: number, write: ResourceWrite): WriteOutcome {
  const { id, body } = write;
  const before = shownCard(state, id);
  const refusal = judgePart(state, write, before);
  if (refusal !== null) return asRefused(refusal);
  const parsed = bodyShape.safeParse(body);
  if (!parsed.success || parsed.data.properties.ipConfigurations.length === 0) {
    return asRefused(
      refuse(400, 'InvalidRequestFormat', 'Cannot parse the request.', 'ipConfigurations'),
    );
  }
  const configurations = addressed(
    state,
    { cardId: id, location: textIn(objectIn(body)['location']) ?? '' },
    objectsIn(parsed.data.properties.ipConfigurations),
  );
  if (!Array.isArray(configurations)) return asRefused(configurations);
  const part = { id, model: modelOf(body, configurations) };
  const isNew = before === undefined;
  const shown = writtenCardWireOf(stateWith(state, part), { ...part, writeState: 'Updating' });
  return written(withTag(shown), {
    at,
    id,
    ms: isNew ? CREATE_CARD_MS : UPDATE_CARD_MS,
    isNew,
    parts: [...addressesLeftBy(state, id), part],
  });
}

/** What stands against a write of a NIC or a public address, whatever its body says of it. */
const judgePart = (
  state: State,
  write: ResourceWrite,
  before: WrittenPartWire | undefined,
): Answer | null =>
  firstRefusal([
    () => judgeGroup(state, write.id, 'write'),
    () => judgeVersion(write, textIn(before?.['etag']) ?? undefined),
    () => judgeRegion(state, write, textIn(before?.location) ?? undefined),
    () => judgePolicies(state, write),
  ]);

/** What is kept of a body: all but what Azure adds. */
function modelOf(body: unknown, ipConfigurations: readonly object[]) {
  const { id: _id, name: _name, type: _type, etag: _etag, ...kept } = objectIn(body);
  const {
    virtualMachine: _machine,
    provisioningState: _state,
    ...properties
  } = inside(body, 'properties');
  return { ...kept, properties: { ...properties, ipConfigurations } };
}

/** Simulated milliseconds of removing a NIC or a public address (G). */
const DELETE_MS = 4000;

/** Removes a NIC that is attached to nothing: `DELETE …/networkInterfaces/{nic}` (2024-01-01). */
function removeInterface(state: State, at: number, id: string): WriteOutcome | null {
  if (shownCard(state, id) === undefined) return null;
  const holder = holderOf(state, id);
  const refusal =
    judgeGroup(state, id, 'delete') ?? (holder === undefined ? null : nicInUse(id, holder.id));
  return refusal === null ? removed(id, at, DELETE_MS) : asRefused(refusal);
}

/** 400 for a NIC that another resource has (general knowledge of Microsoft.Network, G). */
export const nicInUse = (id: string, holderId: string): Answer =>
  refuse(
    400,
    'NicInUse',
    `Network Interface ${id} is used by existing resource ${holderId}. In order to delete the network interface, it must be dissociated from the resource. To learn more, see aka.ms/deletenic.`,
  );

/**
 * The configurations of a NIC with the addresses that they are given; the answer instead where one cannot be
 * had. Codes of Microsoft.Network: `PrivateIPAddressIsAllocated` I, the others general knowledge (G).
 */
function addressed(
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
function holderOfAddress(state: State, addressId: string): string | undefined {
  const found = writtenConfigurations(state).find((one) => sameId(one.publicAddressId, addressId));
  if (found !== undefined) return found.cardId;
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

/** Simulated milliseconds of writing a public address (G). */
const WRITE_ADDRESS_MS = 3000;

/** Writes a public address whole: `PUT …/publicIPAddresses/{address}` (2024-01-01). */
export function writeAddress(state: State, at: number, write: ResourceWrite): WriteOutcome {
  const { id, body } = write;
  const before = shownAddress(state, id);
  const refusal = judgePart(state, write, before) ?? judgeKind(body);
  if (refusal !== null) return asRefused(refusal);
  const { id: _id, name: _name, type: _type, etag: _etag, ...kept } = objectIn(body);
  const { ipConfiguration: _configuration, ...properties } = inside(body, 'properties');
  const method = textIn(properties['publicIPAllocationMethod']) ?? 'Dynamic';
  const part = {
    id,
    model: {
      ...kept,
      sku: { name: 'Basic', tier: 'Regional', ...objectIn(kept['sku']) },
      properties: {
        publicIPAddressVersion: 'IPv4',
        ...properties,
        publicIPAllocationMethod: method,
        ...(method === 'Static' ? { ipAddress: documentAddress(id) } : {}),
      },
    },
  };
  const isNew = before === undefined;
  const shown = writtenAddressWireOf(stateWith(state, part), { ...part, writeState: 'Updating' });
  return written(withTag(shown), { at, id, ms: WRITE_ADDRESS_MS, isNew, parts: [part] });
}

/** An address of a range that is kept for documents (RFC 5737). */
const documentAddress = (id: string): string => `203.0.113.${hash32(id.toLowerCase()) % 254}`;

/** Addresses of the standard kind do not change (general knowledge, G). */
function judgeKind(body: unknown) {
  const isStandard = inside(body, 'sku')['name'] === 'Standard';
  const method = inside(body, 'properties')['publicIPAllocationMethod'];
  return isStandard && method !== 'Static'
    ? refuse(
        400,
        'StandardSkuPublicIPAddressesMustUseStaticAllocation',
        'Standard sku publicIp must have AllocationMethod set to Static.',
      )
    : null;
}

/** Removes a public address that no NIC has: `DELETE …/publicIPAddresses/{address}` (2024-01-01). */
function removeAddress(state: State, at: number, id: string): WriteOutcome | null {
  if (shownAddress(state, id) === undefined) return null;
  const holder = holderOfAddress(state, id);
  const refusal =
    judgeGroup(state, id, 'delete') ?? (holder === undefined ? null : addressInUse(id, holder));
  return refusal === null ? removed(id, at, DELETE_MS) : asRefused(refusal);
}

const addressInUse = (id: string, holder: string): Answer =>
  refuse(
    400,
    'PublicIPAddressCannotBeDeleted',
    `Public IP address ${id} can not be deleted since it is still allocated to resource ${holder}. In order to delete the public IP, disassociate/detach the Public IP address from the resource.`,
  );

/** What machines have of the network, and what was written, each part by itself. */
export const interfaceRoutes: readonly Route[] = [
  ...collection({
    type: 'Microsoft.Network/networkInterfaces',
    name: 'networkInterfaces',
    list: cardsOf,
    find: shownCard,
    writes: { kind: 'network', put: writeInterface, remove: removeInterface },
  }),
  ...collection({
    type: 'Microsoft.Network/publicIPAddresses',
    name: 'publicAddresses',
    find: shownAddress,
    writes: { kind: 'network', put: writeAddress, remove: removeAddress },
  }),
  ...collection({
    type: 'Microsoft.Network/loadBalancers',
    name: 'loadBalancers',
    find: shownBalancer,
  }),
];
