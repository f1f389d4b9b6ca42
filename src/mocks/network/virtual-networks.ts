import type { VirtualNetworkWire } from '#src/api/network/virtual-networks/wire.ts';
import { resourceNotFound } from '#src/mocks/errors.ts';
import { networkPath } from '#src/mocks/network/cards.ts';
import { type Answer, type Call, ok, param, type Route } from '#src/mocks/service.ts';
import { listOfSubscription } from '#src/mocks/subscription-list.ts';
import type { NetworkSeed, SubnetSeed } from '#src/mocks/world/seed.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { byId } from '#src/mocks/world/things.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

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
function subnetOf(networkId: string, subnet: SubnetSeed, index: number) {
  const { name, prefix, delegatedTo } = subnet;
  const id = `${networkId}/subnets/${name}`;
  return {
    id,
    name,
    type: 'Microsoft.Network/virtualNetworks/subnets',
    properties: {
      provisioningState: 'Succeeded',
      ...(index % 2 === 0 ? { addressPrefix: prefix } : { addressPrefixes: [prefix] }),
      ...(subnet.hasSecurityGroup === true
        ? { networkSecurityGroup: guardOf(networkId, name) }
        : {}),
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

const guardOf = (networkId: string, subnet: string) => ({
  id: `${groupOf(networkId)}/providers/Microsoft.Network/networkSecurityGroups/nsg-${subnet}`,
});

function getSubnet(call: Call): Answer {
  const [group, name] = [param(call, 'rg'), param(call, 'subnet')];
  const network = byId(
    call.state.seed.networks,
    `/subscriptions/${param(call, 'sub')}/resourceGroups/${group}/providers/Microsoft.Network/virtualNetworks/${param(call, 'name')}`,
  );
  const index = network?.subnets.findIndex((one) => sameId(one.name, name)) ?? -1;
  const subnet = network?.subnets[index];
  return network === undefined || subnet === undefined
    ? resourceNotFound('Microsoft.Network/virtualNetworks/subnets', name, group)
    : ok(subnetOf(network.id, subnet, index));
}

export const virtualNetworkRoutes: readonly Route[] = [
  {
    operation: 'virtualNetworks.list',
    method: 'GET',
    path: '/subscriptions/{sub}/providers/Microsoft.Network/virtualNetworks',
    action: 'Microsoft.Network/virtualNetworks/read',
    handle: listOfSubscription(({ seed }) => seed.networks, wireOf),
  },
  {
    operation: 'subnets.get',
    method: 'GET',
    path: `${networkPath('virtualNetworks')}/subnets/{subnet}`,
    action: 'Microsoft.Network/virtualNetworks/subnets/read',
    handle: getSubnet,
  },
];
