import type { VirtualNetworkWire } from '#src/api/network/virtual-networks/wire.ts';
import type { Route } from '#src/mocks/service.ts';
import { listOfSubscription } from '#src/mocks/subscription-list.ts';
import type { NetworkSeed, SubnetSeed } from '#src/mocks/world/seed.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** A virtual network of 2024-01-01, its subnets inside (azure-contract §14). */
function wireOf({ id, location, subnets }: NetworkSeed): VirtualNetworkWire {
  return {
    id,
    name: nameOf(id),
    type: 'Microsoft.Network/virtualNetworks',
    location,
    properties: {
      provisioningState: 'Succeeded',
      addressSpace: { addressPrefixes: subnets.map(({ prefix }) => prefix) },
      subnets: subnets.map((subnet, index) => subnetOf(id, subnet, index)),
    },
  };
}

/** Newer subnets have a list of prefixes in place of the one prefix: both occur (S). */
function subnetOf(networkId: string, { name, prefix, delegatedTo }: SubnetSeed, index: number) {
  const id = `${networkId}/subnets/${name}`;
  return {
    id,
    name,
    type: 'Microsoft.Network/virtualNetworks/subnets',
    properties: {
      provisioningState: 'Succeeded',
      ...(index % 2 === 0 ? { addressPrefix: prefix } : { addressPrefixes: [prefix] }),
      privateEndpointNetworkPolicies: 'Disabled',
      delegations:
        delegatedTo === undefined
          ? []
          : [
              {
                id: `${id}/delegations/${nameOf(delegatedTo)}`,
                name: nameOf(delegatedTo),
                properties: { serviceName: delegatedTo },
              },
            ],
    },
  };
}

export const networkRoutes: readonly Route[] = [
  {
    operation: 'virtualNetworks.list',
    method: 'GET',
    path: '/subscriptions/{sub}/providers/Microsoft.Network/virtualNetworks',
    action: 'Microsoft.Network/virtualNetworks/read',
    handle: listOfSubscription(({ seed }) => seed.networks, wireOf),
  },
];
