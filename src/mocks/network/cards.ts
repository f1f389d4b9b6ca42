import { groupIn, groupListPath } from '#src/mocks/resource-lists.ts';
import type { Call } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { findMachine } from '#src/mocks/world/lookup.ts';
import type { SubnetSeed } from '#src/mocks/world/place-seed.ts';
import type { MachineSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** What a machine's network consists of. All of it is beside the machine, and named after it. */

const beside = ({ id }: MachineSeed, type: string, name: string): string =>
  `${groupOf(id)}/providers/Microsoft.Network/${type}/${name}`;

/** The ids of a machine's network cards. */
export function cardIdsOf(machine: MachineSeed): string[] {
  const name = nameOf(machine.id);
  return Array.from({ length: machine.nics ?? 1 }, (_, index) =>
    beside(machine, 'networkInterfaces', `${name}-nic${index}`),
  );
}

/** The ids of a machine's public addresses. */
export function addressIdsOf(machine: MachineSeed): string[] {
  const name = nameOf(machine.id);
  return (machine.network?.publicAddresses ?? []).map((_, index) =>
    beside(machine, 'publicIPAddresses', `pip-${name}-${index}`),
  );
}

/** The id of the load balancer that a machine is behind; null where it is behind none. */
export function balancerIdOf(machine: MachineSeed): string | null {
  return machine.network?.balancer === undefined
    ? null
    : beside(machine, 'loadBalancers', `lb-${nameOf(machine.id)}`);
}

/** The subnet in which a machine is; undefined where its subscription has none in the region. */
export function subnetIdOf({ seed }: State, { id, location, network }: MachineSeed) {
  if (network?.subnetId !== undefined) return network.subnetId;
  const subscription = id.slice(0, id.toLowerCase().indexOf('/resourcegroups/')).toLowerCase();
  const home = seed.networks.find(
    (one) =>
      one.location === location &&
      one.subnets.length > 0 &&
      one.id.toLowerCase().startsWith(`${subscription}/`),
  );
  return home === undefined ? undefined : `${home.id}/subnets/${home.subnets[0]?.name ?? ''}`;
}

/** The machine of a name in the group that a path speaks of, if it is still there. */
export function machineBeside(call: Call, name: string): MachineSeed | undefined {
  return ['Compute', 'ClassicCompute']
    .map((kind) =>
      findMachine(
        call.state,
        `${groupIn(call)}/providers/Microsoft.${kind}/virtualMachines/${name}`,
      ),
    )
    .find((machine) => machine?.exists === true);
}

/** The path of a resource of the network that is read by its id. */
export const networkPath = (type: string): string =>
  `${groupListPath(`Microsoft.Network/${type}`)}/{name}`;

/** The configurations of addresses in a subnet: of machines' cards, and of things beyond the world. */
export function configurationsIn(
  state: State,
  networkId: string,
  { name, taken = 0 }: SubnetSeed,
): { readonly id: string }[] {
  const others = Array.from({ length: taken }, (_, index) => ({
    id: `${groupOf(networkId)}/providers/Microsoft.Network/networkInterfaces/nic-${name}-${index}/ipConfigurations/ipconfig1`,
  }));
  return [...cardsIn(state, `${networkId}/subnets/${name}`), ...others];
}

/** Of a large world's machines, which are made when they are asked for, none is counted (G). */
function cardsIn(state: State, subnetId: string): { readonly id: string }[] {
  const { machines } = state.seed;
  if ('near' in machines) return [];
  return machines
    .filter((one) => one.exists && sameId(subnetIdOf(state, one), subnetId))
    .flatMap(cardIdsOf)
    .map((id) => ({ id: `${id}/ipConfigurations/ipconfig1` }));
}
