import type { Order } from '#src/mocks/commvault/order.ts';
import { ownCardIdsOf } from '#src/mocks/network/cards.ts';
import { shownCard } from '#src/mocks/network/machine-parts.ts';
import { inside, objectIn, textIn } from '#src/mocks/json.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { sameRegion } from '#src/model/places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** The network security group of a restored VM: the requested one, else the source's (003). */

const IS_GROUP = /\/networkSecurityGroups\/[^/]+$/i;

/** The group that a body names, under whatever key (A); null: none. */
const named = ({ wish }: Order): string | null =>
  wish.securityGroups
    .flatMap((one) => Object.values(objectIn(one)))
    .flatMap((value) => textIn(value) ?? [])
    .find((value) => IS_GROUP.test(value)) ?? null;

/** The group of a VM's first NIC. */
function groupOfCard(state: State, cardId: string): string | null {
  const properties = inside(shownCard(state, cardId), 'properties');
  return textIn(inside(properties, 'networkSecurityGroup')['id']);
}

/** The resource ID of the group that a restore sets; null: it sets none. */
export function securityGroupOf(order: Order, state: State): string | null {
  const [cardId = ''] = ownCardIdsOf(order.source);
  const { network } = order.source;
  const own =
    network?.hasSecurityGroup === true
      ? (groupOfCard(state, cardId) ?? guardOf(order.source.id))
      : null;
  return named(order) ?? own;
}

/** What the group of a VM is called that is gone. */
const guardOf = (id: string): string =>
  `${id.slice(0, id.indexOf('/providers/'))}/providers/Microsoft.Network/networkSecurityGroups/nsg-${nameOf(id)}`;

/** Why a group can't be set: it belongs to another region; null: it can. */
export function securityGroupProblem(order: Order, id: string | null): string | null {
  if (id === null) return null;
  const isSources = sameId(nameOf(id), `nsg-${nameOf(order.source.id)}`);
  return isSources && !sameRegion(order.source.location, order.location)
    ? `The network security group ${nameOf(id)} isn’t in the region ${order.location}. The VM was restored without it.`
    : null;
}
