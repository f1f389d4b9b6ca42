import type { SecurityGroupWire, VirtualNetworkWire } from '#src/api/network.ts';
import { collection, resourceIn, resourcePath } from '#src/mocks/collection.ts';
import { resourceNotFound } from '#src/mocks/errors.ts';
import { inside, textIn } from '#src/mocks/json.ts';
import { configurationsIn, IS_CARD } from '#src/mocks/network/cards.ts';
import { type Answer, type Call, ok, param, type Route, route } from '#src/mocks/service.ts';
import { byId } from '#src/mocks/world/find-thing.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { machinesOf } from '#src/mocks/world/lookup.ts';
import type { NetworkSeed, SubnetSeed } from '#src/mocks/world/place-seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

const networkType = 'Microsoft.Network/virtualNetworks';
const guardType = 'Microsoft.Network/networkSecurityGroups';

/** A virtual network of 2024-01-01, its subnets inside (azure-contract §14). */
function networkWireOf({ id, location, subnets }: NetworkSeed, state: State): VirtualNetworkWire {
  return {
    id,
    name: nameOf(id),
    type: networkType,
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
    type: `${networkType}/subnets`,
    properties: {
      provisioningState: 'Succeeded',
      ...(index % 2 === 0 ? { addressPrefix: prefix } : { addressPrefixes: [prefix] }),
      ...(subnet.hasSecurityGroup === true
        ? { networkSecurityGroup: { id: guardId(networkId, name) } }
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

/** The security group that is named after a subnet or a machine, beside its network or beside the machine. */
const guardId = (home: string, name: string): string =>
  `${groupOf(home)}/providers/${guardType}/nsg-${name}`;

function getSubnet(call: Call): Answer {
  const name = param(call, 'subnet');
  const network = byId(call.state.seed.networks, resourceIn(call, networkType));
  const index = network?.subnets.findIndex((one) => sameId(one.name, name)) ?? -1;
  const subnet = network?.subnets[index];
  return network === undefined || subnet === undefined
    ? resourceNotFound(`${networkType}/subnets`, name, param(call, 'rg'))
    : ok(subnetOf(call.state, network.id, { subnet, index }));
}

const guard = (id: string, location: string): SecurityGroupWire => ({
  id,
  name: nameOf(id),
  type: guardType,
  location,
});

/** The groups that NICs and subnets of a world name. */
function guardsOf(state: State, subscriptionId: string): readonly SecurityGroupWire[] {
  const { networks, written } = state.seed;
  const ofMachines = [...machinesOf(state, subscriptionId)].flatMap(({ id, location, network }) =>
    network?.hasSecurityGroup === true ? [guard(guardId(id, nameOf(id)), location)] : [],
  );
  const ofSubnets = networks.flatMap(({ id, location, subnets }) =>
    subnets.flatMap(({ name, hasSecurityGroup }) =>
      hasSecurityGroup === true ? [guard(guardId(id, name), location)] : [],
    ),
  );
  const ofWritten = (written?.parts ?? []).flatMap(({ id, model }) => {
    const named = textIn(inside(inside(model, 'properties'), 'networkSecurityGroup')['id']);
    return IS_CARD.test(id) && named !== null
      ? [guard(named, textIn(model['location']) ?? '')]
      : [];
  });
  const all = [...ofMachines, ...ofSubnets, ...ofWritten];
  return [...new Map(all.map((one) => [one.id.toLowerCase(), one])).values()];
}

export const networkRoutes: readonly Route[] = [
  ...collection({
    type: networkType,
    name: 'virtualNetworks',
    list: ({ seed }) => seed.networks,
    wireOf: networkWireOf,
  }),
  ...collection({ type: guardType, name: 'securityGroups', list: guardsOf, only: ['list'] }),
  route.get('subnets.get', `${resourcePath(networkType)}/subnets/{subnet}`, getSubnet),
];
