import { cardIdsOf, subnetIdOf } from '#src/mocks/network/cards.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import type { SubnetSeed } from '#src/mocks/world/place-seed.ts';
import { sameId } from '#src/model/resource-id.ts';

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
