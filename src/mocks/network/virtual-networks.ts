import type { VirtualNetworkWire } from '#src/api/network/networks.ts';
import { resourceNotFound } from '#src/mocks/errors.ts';
import { configurationsIn, networkPath } from '#src/mocks/network/cards.ts';
import { securityGroupRoutes } from '#src/mocks/network/security-groups.ts';
import { readRoutes, resourceIn } from '#src/mocks/resource-lists.ts';
import { type Answer, type Call, ok, param, type Route, route } from '#src/mocks/service.ts';
import type { NetworkSeed, SubnetSeed } from '#src/mocks/world/place-seed.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { byId } from '#src/mocks/world/find-thing.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

const type = 'Microsoft.Network/virtualNetworks';

/** A virtual network of 2024-01-01, its subnets inside (azure-contract §14). */
function wireOf(state: State, { id, location, subnets }: NetworkSeed): VirtualNetworkWire {
  return {
    id,
    name: nameOf(id),
    type,
    location,
    properties: {
      provisioningState: 'Succeeded',
      addressSpace: { addressPrefixes: subnets.map(({ prefix }) => prefix) },
      subnets: subnets.map((subnet, index) => subnetOf(state, id, { subnet, index })),
    },
  };
}

/** Newer subnets have a list of prefixes in place of the one prefix: both occur (S). */
function subnetOf(
  state: State,
  networkId: string,
  { subnet, index }: { readonly subnet: SubnetSeed; readonly index: number },
) {
  const used = configurationsIn(state, networkId, subnet);
  const { name, prefix, delegatedTo } = subnet;
  const id = `${networkId}/subnets/${name}`;
  return {
    id,
    name,
    type: `${type}/subnets`,
    properties: {
      provisioningState: 'Succeeded',
      ...(index % 2 === 0 ? { addressPrefix: prefix } : { addressPrefixes: [prefix] }),
      ...(subnet.hasSecurityGroup === true
        ? { networkSecurityGroup: guardOf(networkId, name) }
        : {}),
      ...(used.length === 0 ? {} : { ipConfigurations: used }),
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
  const name = param(call, 'subnet');
  const network = byId(call.state.seed.networks, resourceIn(call, type));
  const index = network?.subnets.findIndex((one) => sameId(one.name, name)) ?? -1;
  const subnet = network?.subnets[index];
  return network === undefined || subnet === undefined
    ? resourceNotFound(`${type}/subnets`, name, param(call, 'rg'))
    : ok(subnetOf(call.state, network.id, { subnet, index }));
}

const reading = {
  thingsOf: (state: State) => state.seed.networks.map((network) => wireOf(state, network)),
  wireOf: (network: VirtualNetworkWire) => network,
};

export const virtualNetworkRoutes: readonly Route[] = [
  ...readRoutes(
    ['virtualNetworks.list', 'virtualNetworks.listByGroup', 'virtualNetworks.get'],
    type,
    reading,
  ),
  ...securityGroupRoutes,
  route.get('subnets.get', `${networkPath('virtualNetworks')}/subnets/{subnet}`, getSubnet),
];
