import * as z from 'zod/mini';
import { unlessMissing } from '#src/api/arm/error.ts';
import { type StartedWrite, startWrite, type WriteCondition } from '#src/api/arm/operation.ts';
import { byId, listReader, oneReader } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { sendFor, toPlaced } from '#src/api/arm/send.ts';
import { maybe, pageOf } from '#src/api/arm/wire.ts';
import { queryById } from '#src/api/queries/query.ts';
import { NETWORK_API_VERSION } from '#src/api/versions.ts';
import type {
  LoadBalancer,
  NetworkInterface,
  NetworkSubnet,
  NicBody,
  PublicAddress,
} from '#src/model/network.ts';
import type { Subnet, VirtualNetwork } from '#src/model/places.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';

const reference = z.looseObject({ id: maybe(z.string()) });

/** One address of a card, with what it belongs to. */
const configurationWire = z.looseObject({
  properties: maybe(
    z.looseObject({
      /** `Static` or `Dynamic`. */
      privateIPAllocationMethod: maybe(z.string()),
      privateIPAddress: maybe(z.string()),
      subnet: maybe(reference),
      publicIPAddress: maybe(reference),
      loadBalancerBackendAddressPools: maybe(z.array(reference)),
      loadBalancerInboundNatRules: maybe(z.array(reference)),
    }),
  ),
});
type ConfigurationWire = z.infer<typeof configurationWire>;

/** A NIC, `GET …/Microsoft.Network/networkInterfaces/{nic}` of 2024-01-01. */
export const networkInterfaceWire = z.looseObject({
  id: z.string(),
  properties: maybe(
    z.looseObject({
      networkSecurityGroup: maybe(reference),
      ipConfigurations: maybe(z.array(configurationWire)),
    }),
  ),
});
export type NetworkInterfaceWire = z.infer<typeof networkInterfaceWire>;

/** NICs of a list, for their names: the least that an answer has is the id (S). */
const interfacePageWire = pageOf(z.looseObject({ id: z.string(), name: maybe(z.string()) }));

/**
 * A NIC with all that it says, as it is changed and written back: `GET …/networkInterfaces/{nic}` of 2024-01-01.
 */
export const nicModelWire = z.looseObject({
  id: z.string(),
  location: z.string(),
  etag: maybe(z.string()),
  properties: z.looseObject({
    provisioningState: maybe(z.string()),
    virtualMachine: maybe(z.looseObject({ id: maybe(z.string()) })),
    ipConfigurations: maybe(
      z.array(
        z.looseObject({
          name: maybe(z.string()),
          properties: maybe(z.looseObject({ privateIPAddress: maybe(z.string()) })),
        }),
      ),
    ),
  }),
});
type NicModelWire = z.infer<typeof nicModelWire>;

type Configuration = NonNullable<ConfigurationWire['properties']>;

export function toNetworkInterface({ id, properties }: NetworkInterfaceWire): NetworkInterface {
  const all = (properties?.ipConfigurations ?? []).flatMap((one) =>
    one.properties ? [one.properties] : [],
  );
  const addresses = all.map(({ privateIPAddress, privateIPAllocationMethod }) => ({
    address: privateIPAddress ?? null,
    isStatic: privateIPAllocationMethod?.toLowerCase() === 'static',
  }));
  return {
    id: resourceId(id),
    hasStaticAddress: addresses.some(({ isStatic }) => isStatic),
    addresses,
    hasSecurityGroup: Boolean(properties?.networkSecurityGroup?.id),
    subnetIds: idsOf(all.map(({ subnet }) => subnet?.id)),
    publicAddressIds: idsOf(all.map(({ publicIPAddress }) => publicIPAddress?.id)),
    balancerIds: idsOf(all.flatMap(balancersOf)),
  };
}

/** Ids of balancers: a NIC names their pools and rules, whose ids start with the balancer's id. */
function balancersOf(configuration: Configuration): (string | undefined)[] {
  const parts = [
    ...(configuration.loadBalancerBackendAddressPools ?? []),
    ...(configuration.loadBalancerInboundNatRules ?? []),
  ];
  return parts.map(({ id }) => /^.*\/loadBalancers\/[^/]+/i.exec(id ?? '')?.[0]);
}

/** Each id once, whatever its letter case. */
function idsOf(ids: readonly (string | null | undefined)[]): ResourceId[] {
  const byFold = new Map<string, ResourceId>();
  for (const id of ids) {
    const key = id?.toLowerCase() ?? '';
    if (id && !byFold.has(key)) byFold.set(key, resourceId(id));
  }
  return [...byFold.values()];
}

/** Reads a NIC: `GET …/Microsoft.Network/networkInterfaces/{nic}` (2024-01-01). */
export const getNetworkInterface = oneReader(
  networkInterfaceWire,
  byId(NETWORK_API_VERSION),
  toNetworkInterface,
);

/**
 * The names of the NICs of a resource group: `GET
 * /subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.Network/networkInterfaces` (2024-01-01).
 */
export const listInterfaceNamesOfGroup = listReader(
  interfacePageWire,
  (group: ResourceId) =>
    `${group}/providers/Microsoft.Network/networkInterfaces?api-version=${NETWORK_API_VERSION}`,
  ({ id, name }) => name ?? nameOf(id),
);

const addressOf = (id: ResourceId): string => `${id}?api-version=${NETWORK_API_VERSION}`;

/**
 * Reads a NIC with all that it says, to be changed and written back: `GET …/networkInterfaces/{nic}`
 * (2024-01-01). Null: it is not there.
 */
export function readInterface(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<NicModelWire | null> {
  return unlessMissing(sendFor(arm, nicModelWire, { method: 'GET', url: addressOf(id), signal }));
}

/**
 * Writes a NIC whole, once: `PUT …/networkInterfaces/{nic}` (2024-01-01). One that is there with `ifMatch`, of
 * what was read: a PUT replaces all of it, and a PATCH takes tags alone.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export function writeInterface(
  arm: ArmPipelines,
  id: ResourceId,
  body: NicBody,
  condition: WriteCondition,
): Promise<StartedWrite> {
  return startWrite(arm, { method: 'PUT', url: addressOf(id), body, ...condition });
}

/** Removes a NIC that no machine has, once: `DELETE …/networkInterfaces/{nic}` (2024-01-01). @throws ArmError. */
export function deleteInterface(arm: ArmPipelines, id: ResourceId): Promise<StartedWrite> {
  return startWrite(arm, { method: 'DELETE', url: addressOf(id) });
}

/** A public address, `GET …/Microsoft.Network/publicIPAddresses/{address}` of 2024-01-01. */
export const publicAddressWire = z.looseObject({
  id: z.string(),
  properties: maybe(
    z.looseObject({
      /** `Static` or `Dynamic`. */
      publicIPAllocationMethod: maybe(z.string()),
    }),
  ),
});
export type PublicAddressWire = z.infer<typeof publicAddressWire>;

/** Reads a public address: `GET …/Microsoft.Network/publicIPAddresses/{address}` (2024-01-01). */
export const getPublicAddress = oneReader(
  publicAddressWire,
  byId(NETWORK_API_VERSION),
  ({ id, properties }): PublicAddress => {
    const method = properties?.publicIPAllocationMethod?.toLowerCase();
    return { id: resourceId(id), isReserved: method === undefined ? null : method === 'static' };
  },
);

/** A new public address, of the standard kind: it stays the same when the machine is stopped. */
interface NewPublicAddress {
  readonly id: ResourceId;
  readonly region: string;
  readonly zones?: readonly string[];
}

/**
 * Creates a public address, once, and overwrites none: `PUT …/publicIPAddresses/{address}` (2024-01-01).
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export function writePublicAddress(
  arm: ArmPipelines,
  { id, region, zones }: NewPublicAddress,
): Promise<StartedWrite> {
  return startWrite(arm, {
    method: 'PUT',
    url: addressOf(id),
    isOnlyNew: true,
    body: {
      location: region,
      sku: { name: 'Standard' },
      ...(zones === undefined ? {} : { zones }),
      properties: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: 'IPv4' },
    },
  });
}

/** Removes a public address that no NIC has, once: `DELETE …/publicIPAddresses/{address}` (2024-01-01). @throws ArmError. */
export function deletePublicAddress(arm: ArmPipelines, id: ResourceId): Promise<StartedWrite> {
  return startWrite(arm, { method: 'DELETE', url: addressOf(id) });
}

/** A load balancer, `GET …/Microsoft.Network/loadBalancers/{balancer}` of 2024-01-01. */
export const loadBalancerWire = z.looseObject({
  id: z.string(),
  properties: maybe(
    z.looseObject({
      /** What people reach it by: addresses of a subnet, or public ones. */
      frontendIPConfigurations: maybe(
        z.array(
          z.looseObject({
            properties: maybe(
              z.looseObject({
                publicIPAddress: maybe(reference),
                /** A whole range of public addresses in place of one. */
                publicIPPrefix: maybe(reference),
              }),
            ),
          }),
        ),
      ),
    }),
  ),
});
export type LoadBalancerWire = z.infer<typeof loadBalancerWire>;

/** Reads a load balancer: `GET …/Microsoft.Network/loadBalancers/{balancer}` (2024-01-01). */
export const getLoadBalancer = oneReader(
  loadBalancerWire,
  byId(NETWORK_API_VERSION),
  ({ id, properties: all }): LoadBalancer => ({
    id: resourceId(id),
    isExternal: (all?.frontendIPConfigurations ?? []).some(({ properties }) =>
      Boolean(properties?.publicIPAddress?.id ?? properties?.publicIPPrefix?.id),
    ),
  }),
);

/** One NIC. */
export const networkInterfaceQuery = queryById('network interface', getNetworkInterface);

/** A public address of a card. */
export const publicAddressQuery = queryById('public address', getPublicAddress);

/** A load balancer that a card is behind. */
export const loadBalancerQuery = queryById('load balancer', getLoadBalancer);

const subnetWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: maybe(
    z.looseObject({
      /** One prefix, or a list of them in its place. */
      addressPrefix: maybe(z.string()),
      addressPrefixes: maybe(z.array(z.string())),
      /** Missing where nothing has an address. */
      ipConfigurations: maybe(z.array(z.looseObject({ id: maybe(z.string()) }))),
      delegations: maybe(z.array(z.looseObject({ name: maybe(z.string()) }))),
    }),
  ),
});

/**
 * A virtual network with its subnets inside, `GET …/Microsoft.Network/virtualNetworks` of 2024-01-01
 * (azure-contract §14).
 */
export const virtualNetworkWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: maybe(
    z.looseObject({
      provisioningState: maybe(z.string()),
      subnets: maybe(z.array(subnetWire)),
    }),
  ),
});
export type VirtualNetworkWire = z.infer<typeof virtualNetworkWire>;

export const virtualNetworkPageWire = pageOf(virtualNetworkWire);

/** A virtual network as the product speaks of it; its subnets stay in Azure's order. */
export function toVirtualNetwork(wire: VirtualNetworkWire): VirtualNetwork {
  return {
    ...toPlaced(wire),
    subscriptionId: parseResourceId(wire.id)?.subscriptionId ?? '',
    subnets: (wire.properties?.subnets ?? []).map(toSubnet),
  };
}

type SubnetWire = NonNullable<NonNullable<VirtualNetworkWire['properties']>['subnets']>[number];

function toSubnet({ id, name, properties }: SubnetWire): Subnet {
  const one = properties?.addressPrefix;
  return {
    id: resourceId(id),
    name,
    addressPrefixes: properties?.addressPrefixes ?? (one ? [one] : []),
    isDelegated: (properties?.delegations ?? []).length > 0,
    usedAddresses: properties?.ipConfigurations?.length ?? 0,
  };
}

/**
 * The virtual networks of a subscription in all its regions: `GET
 * /subscriptions/{sub}/providers/Microsoft.Network/virtualNetworks` (2024-01-01).
 */
export const listVirtualNetworks = listReader(
  virtualNetworkPageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/providers/Microsoft.Network/virtualNetworks?api-version=${NETWORK_API_VERSION}`,
  toVirtualNetwork,
);

/** One subnet, `GET …/virtualNetworks/{network}/subnets/{subnet}` of 2024-01-01. */
export const networkSubnetWire = z.looseObject({
  id: z.string(),
  properties: maybe(
    z.looseObject({ networkSecurityGroup: maybe(z.looseObject({ id: maybe(z.string()) })) }),
  ),
});

/**
 * Reads one subnet, wherever its network is: `GET …/virtualNetworks/{network}/subnets/{subnet}`
 * (2024-01-01).
 */
export const getNetworkSubnet = oneReader(
  networkSubnetWire,
  byId(NETWORK_API_VERSION),
  ({ id, properties }): NetworkSubnet => ({
    id: resourceId(id),
    hasSecurityGroup: Boolean(properties?.networkSecurityGroup?.id),
  }),
);

/** A network security group, `GET …/Microsoft.Network/networkSecurityGroups` of 2024-01-01; its rules are not read. */
const securityGroupWire = z.looseObject({ id: z.string(), name: z.string(), location: z.string() });
export type SecurityGroupWire = z.infer<typeof securityGroupWire>;

const securityGroupPageWire = pageOf(securityGroupWire);

/**
 * The network security groups of a subscription in all its regions: `GET
 * /subscriptions/{sub}/providers/Microsoft.Network/networkSecurityGroups` (2024-01-01).
 */
export const listSecurityGroups = listReader(
  securityGroupPageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/providers/Microsoft.Network/networkSecurityGroups?api-version=${NETWORK_API_VERSION}`,
  toPlaced,
);

/** The virtual networks of a subscription, in all its regions. */
export const virtualNetworksQuery = queryById('virtual networks', listVirtualNetworks);

/** The subnet that a card is in. */
export const networkSubnetQuery = queryById('subnet', getNetworkSubnet);
