import type { ResourceId } from '#src/model/resource-id.ts';

/** What a machine's NICs depend on. Null: Azure doesn't report it. */

/** A NIC, with the ids of what it depends on. */
export interface NetworkInterface {
  readonly id: ResourceId;
  /** An address of its subnet that stays the same. */
  readonly hasStaticAddress: boolean;
  readonly addresses: readonly NicAddress[];
  readonly hasSecurityGroup: boolean;
  readonly subnetIds: readonly ResourceId[];
  readonly publicAddressIds: readonly ResourceId[];
  readonly balancerIds: readonly ResourceId[];
}

/** Whether a NIC names its addresses; each has one, so without any its answer is incomplete. */
export const hasAddresses = ({ addresses }: Pick<NetworkInterface, 'addresses'>): boolean =>
  addresses.length > 0;

/** The virtual network of a subnet. */
export const networkIdOf = (subnetId: string): string => subnetId.replace(/\/subnets\/[^/]+$/i, '');

export interface NicAddress {
  /** Null: not reported. */
  readonly address: string | null;
  readonly isStatic: boolean;
}

export interface NetworkSubnet {
  readonly id: ResourceId;
  readonly hasSecurityGroup: boolean;
}

export interface PublicAddress {
  readonly id: ResourceId;
  /** It stays the same when the machine is stopped. */
  readonly isReserved: boolean | null;
}

export interface LoadBalancer {
  readonly id: ResourceId;
  /** It has a public address at its front. */
  readonly isExternal: boolean;
}

/** A NIC as it was read, with all that it says. */
interface NicRead {
  readonly location: string;
  readonly properties: {
    readonly ipConfigurations?:
      | readonly {
          readonly properties?: Readonly<Record<string, unknown>> | null | undefined;
        }[]
      | null
      | undefined;
  };
}

/** Whether the first address of a NIC is this one, and stays. */
export function hasStaticAddress({ properties }: NicRead, address: string): boolean {
  const first = properties.ipConfigurations?.[0]?.properties ?? {};
  const method = first['privateIPAllocationMethod'];
  return (
    typeof method === 'string' &&
    method.toLowerCase() === 'static' &&
    first['privateIPAddress'] === address
  );
}

/** The same NIC with a first address that stays; all else is as it was read. */
export function withStaticAddress(nic: NicRead, address: string): NicBody {
  const { location, properties, ...more } = nic;
  const configurations = (properties.ipConfigurations ?? []).map((one, index) =>
    index > 0
      ? one
      : {
          ...one,
          properties: {
            ...one.properties,
            privateIPAllocationMethod: 'Static',
            privateIPAddress: address,
          },
        },
  );
  return { ...more, location, properties: { ...properties, ipConfigurations: configurations } };
}

/** A NIC for a machine that is to be built (Microsoft.Network, 2024-01-01). */
interface NewNic {
  readonly region: string;
  readonly subnetId: ResourceId;
  /** Null: Azure chooses the address, and it may change. */
  readonly address: string | null;
  readonly publicAddressId?: ResourceId;
  readonly securityGroupId?: ResourceId;
}

/** The body of a NIC that is written whole; keys that are not named stay as they were read. */
export interface NicBody {
  readonly location: string;
  readonly properties: {
    readonly ipConfigurations?: readonly object[] | null;
    readonly [more: string]: unknown;
  };
  readonly [more: string]: unknown;
}

/** The body of a new NIC with one address. */
export function nicBody(wanted: NewNic): NicBody {
  const { region, subnetId, address, publicAddressId, securityGroupId } = wanted;
  return {
    location: region,
    properties: {
      ipConfigurations: [
        {
          name: 'ipconfig1',
          properties: {
            subnet: { id: subnetId },
            ...(publicAddressId === undefined ? {} : { publicIPAddress: { id: publicAddressId } }),
            ...(address === null
              ? { privateIPAllocationMethod: 'Dynamic' }
              : { privateIPAllocationMethod: 'Static', privateIPAddress: address }),
          },
        },
      ],
      ...(securityGroupId === undefined ? {} : { networkSecurityGroup: { id: securityGroupId } }),
    },
  };
}

/** What a NIC that is there says of its addresses. */
interface NicThere {
  readonly properties: {
    readonly ipConfigurations?: readonly object[] | null | undefined;
    readonly networkSecurityGroup?: unknown;
  };
}

/**
 * Whether a NIC that is there is as a body wants it: one address in the same subnet, static only where that is
 * wanted, and nothing that would open it to others.
 */
export function isNicAsWanted({ properties }: NicThere, body: NicBody): boolean {
  const [is, ...more] = (properties.ipConfigurations ?? []).map(addressFacts);
  const [wanted] = (body.properties.ipConfigurations ?? []).map(addressFacts);
  if (is === undefined || wanted === undefined || more.length > 0) return false;
  return (
    idIn(properties.networkSecurityGroup) === idIn(body.properties['networkSecurityGroup']) &&
    is.subnet === wanted.subnet &&
    is.publicAddress === wanted.publicAddress &&
    is.staticAddress === wanted.staticAddress
  );
}

function addressFacts(configuration: object) {
  const properties = inside(configuration, 'properties');
  const isStatic = textIn(properties, 'privateIPAllocationMethod') === 'static';
  return {
    subnet: idIn(inside(properties, 'subnet')),
    publicAddress: idIn(inside(properties, 'publicIPAddress')),
    staticAddress: isStatic ? textIn(properties, 'privateIPAddress') : null,
  };
}

function inside(given: object, key: string): object {
  const found: unknown = Object.entries(given).find(([name]) => name === key)?.[1];
  return typeof found === 'object' && found !== null ? found : {};
}

function textIn(given: object, key: string): string | null {
  const found: unknown = Object.entries(given).find(([name]) => name === key)?.[1];
  return typeof found === 'string' ? found.toLowerCase() : null;
}

const idIn = (given: unknown): string | null =>
  typeof given === 'object' && given !== null ? textIn(given, 'id') : null;
