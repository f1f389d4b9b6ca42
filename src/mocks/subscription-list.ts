import { subscriptionNotFound } from '#src/mocks/errors.ts';
import { type Answer, type Call, list, param, rowsOf } from '#src/mocks/service.ts';
import { hasSubscription } from '#src/mocks/world/lookup.ts';
import type { State } from '#src/mocks/world/fold.ts';

/** Lists what lies in the subscription that the path names; 404 where there is no such subscription. */
export function listOfSubscription<Thing extends { readonly id: string }>(
  thingsOf: (state: State, subscriptionId: string) => readonly Thing[],
  wireOf: (thing: Thing) => unknown,
): (call: Call) => Answer {
  return (call) => {
    const subscriptionId = param(call, 'sub');
    if (!hasSubscription(call.state, subscriptionId)) return subscriptionNotFound(subscriptionId);
    const root = `/subscriptions/${subscriptionId}/`.toLowerCase();
    const own = thingsOf(call.state, subscriptionId).filter(({ id }) =>
      id.toLowerCase().startsWith(root),
    );
    return list(rowsOf(own, wireOf));
  };
}
