import type { VirtualNetworkWire } from '#src/api/network/virtual-networks/wire.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import type { Subnet, VirtualNetwork } from '#src/model/places.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** A virtual network as the product speaks of it; its subnets stay in Azure's order. */
export function toVirtualNetwork(wire: VirtualNetworkWire): VirtualNetwork {
  const parts = parseResourceId(wire.id);
  return {
    id: resourceId(wire.id),
    name: wire.name,
    resourceGroup: parts?.resourceGroup ?? '',
    subscriptionId: parts?.subscriptionId ?? '',
    region: wire.location,
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
