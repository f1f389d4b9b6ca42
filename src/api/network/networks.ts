import * as z from 'zod/mini';
import { byId, listReader, oneReader } from '#src/api/arm/paging.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { toPlaced } from '#src/api/arm/send.ts';
import { maybe, pageOf } from '#src/api/arm/wire.ts';
import { queryById } from '#src/api/queries/query.ts';
import { NETWORK_API_VERSION } from '#src/api/versions.ts';
import type { NetworkSubnet } from '#src/model/network.ts';
import type { Subnet, VirtualNetwork } from '#src/model/places.ts';
import { resourceId } from '#src/model/resource-id.ts';

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
