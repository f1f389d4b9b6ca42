import type { SecurityGroupWire } from '#src/api/network/networks.ts';
import { IS_CARD } from '#src/mocks/network/cards.ts';
import { inside, textIn } from '#src/mocks/json.ts';
import { listOfSubscription, listPath } from '#src/mocks/resource-lists.ts';
import { route, type Route } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { machinesOf } from '#src/mocks/world/lookup.ts';
import { nameOf } from '#src/model/resource-id.ts';

const type = 'Microsoft.Network/networkSecurityGroups';

const guard = (home: string, name: string, location: string): SecurityGroupWire => ({
  id: `${groupOf(home)}/providers/${type}/nsg-${name}`,
  name: `nsg-${name}`,
  type,
  location,
});

/** The groups that NICs and subnets of a world name. */
function groupsOf(state: State, subscriptionId: string): readonly SecurityGroupWire[] {
  const { networks, written } = state.seed;
  const ofMachines = [...machinesOf(state, subscriptionId)].flatMap(({ id, location, network }) =>
    network?.hasSecurityGroup === true ? [guard(id, nameOf(id), location)] : [],
  );
  const ofSubnets = networks.flatMap(({ id, location, subnets }) =>
    subnets.flatMap(({ name, hasSecurityGroup }) =>
      hasSecurityGroup === true ? [guard(id, name, location)] : [],
    ),
  );
  const ofWritten = (written?.parts ?? []).flatMap(({ id, model }) => {
    const named = textIn(inside(inside(model, 'properties'), 'networkSecurityGroup')['id']);
    return IS_CARD.test(id) && named !== null
      ? [{ id: named, name: nameOf(named), type, location: textIn(model['location']) ?? '' }]
      : [];
  });
  const all = [...ofMachines, ...ofSubnets, ...ofWritten];
  return [...new Map(all.map((one) => [one.id.toLowerCase(), one])).values()];
}

export const securityGroupRoutes: readonly Route[] = [
  route.get(
    'securityGroups.list',
    listPath(type),
    listOfSubscription({ thingsOf: groupsOf, wireOf: (one) => one }),
  ),
];
