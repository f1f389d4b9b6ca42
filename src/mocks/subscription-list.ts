import { subscriptionNotFound } from '#src/mocks/errors.ts';
import { type Answer, type Call, list, param, rowsOf } from '#src/mocks/service.ts';
import { hasSubscription } from '#src/mocks/world/lookup.ts';
import type { State } from '#src/mocks/world/fold.ts';

/** Lists what lies in the subscription that the path names; 404 where there is no such subscription. */
export function listOfSubscription<Thing extends { readonly id: string }>(
  thingsOf: (state: State, subscriptionId: string) => readonly Thing[],
  wireOf: (thing: Thing) => unknown,
): (call: Call) => Answer {
  const lists = new WeakMap<State, Map<string, readonly Thing[]>>();
  /** All of a subscription, found once for as long as nothing is done to the world. */
  const allOf = (state: State, subscriptionId: string): readonly Thing[] => {
    const known = lists.get(state) ?? new Map<string, readonly Thing[]>();
    lists.set(state, known);
    const root = `/subscriptions/${subscriptionId}/`.toLowerCase();
    const found =
      known.get(root) ??
      thingsOf(state, subscriptionId).filter(({ id }) => id.toLowerCase().startsWith(root));
    known.set(root, found);
    return found;
  };
  return (call) => {
    const subscriptionId = param(call, 'sub');
    if (!hasSubscription(call.state, subscriptionId)) return subscriptionNotFound(subscriptionId);
    return list(rowsOf(allOf(call.state, subscriptionId), wireOf));
  };
}
