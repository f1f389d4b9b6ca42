import { groupNotFound, resourceNotFound, subscriptionNotFound } from '#src/mocks/errors.ts';
import {
  type Answer,
  type Call,
  handlersBy,
  list,
  ok,
  param,
  type Route,
  route,
  rowsOf,
} from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { findGroup, hasSubscription } from '#src/mocks/world/lookup.ts';
import { sameId } from '#src/model/resource-id.ts';

/** What reads of ARM resources have in common: by subscription, by resource group, and one by its name. */

/** The id of the resource group that the path names. */
export const groupIn = (call: Call): string =>
  `/subscriptions/${param(call, 'sub')}/resourceGroups/${param(call, 'rg')}`;

/** The id of the resource of a type that the path names as `name`. */
export const resourceIn = (call: Call, type: string): string =>
  `${groupIn(call)}/providers/${type}/${param(call, 'name')}`;

/** The path of all resources of a type in a subscription. */
export const listPath = (type: string): string => `/subscriptions/{sub}/providers/${type}`;

/** The path of those in a resource group; with a name after it, of one of them. */
export const groupListPath = (type: string): string =>
  `/subscriptions/{sub}/resourceGroups/{rg}/providers/${type}`;

/** Runs `work` with the id of the subscription that the path names; 404 where there is no such subscription. */
export function withSubscription(call: Call, work: (subscriptionId: string) => Answer): Answer {
  const subscriptionId = param(call, 'sub');
  return hasSubscription(call.state, subscriptionId)
    ? work(subscriptionId)
    : subscriptionNotFound(subscriptionId);
}

/** {@link withSubscription} as a handler. */
export const onSubscription = handlersBy(withSubscription);

/** The ways to read resources of one type. */
export interface Reading<Thing> {
  readonly thingsOf: (state: State, subscriptionId: string) => readonly Thing[];
  readonly wireOf: (thing: Thing) => unknown;
}

/** Lists what lies in the subscription that the path names. */
export function listOfSubscription<Thing extends { readonly id: string }>({
  thingsOf,
  wireOf,
}: Reading<Thing>) {
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
  return onSubscription(({ state }, subscriptionId) =>
    list(rowsOf(allOf(state, subscriptionId), wireOf)),
  );
}

/** Lists what lies in the resource group that the path names; 404 where there is no such group (its code G). */
export function listOfGroup<Thing extends { readonly id: string }>({
  thingsOf,
  wireOf,
}: Reading<Thing>): (call: Call) => Answer {
  return (call) => {
    const group = groupIn(call);
    if (findGroup(call.state, group) === undefined) return groupNotFound(param(call, 'rg'));
    const root = `${group}/`.toLowerCase();
    const own = thingsOf(call.state, param(call, 'sub')).filter(({ id }) =>
      id.toLowerCase().startsWith(root),
    );
    return list(rowsOf(own, wireOf));
  };
}

/** Answers the one resource of a type whose name the path has as `name`. */
export function oneOfGroup<Thing extends { readonly id: string }>(
  type: string,
  { thingsOf, wireOf }: Reading<Thing>,
): (call: Call) => Answer {
  return (call) => {
    const id = resourceIn(call, type);
    const found = thingsOf(call.state, param(call, 'sub')).find((one) => sameId(one.id, id));
    return found === undefined
      ? resourceNotFound(type, param(call, 'name'), param(call, 'rg'))
      : ok(wireOf(found));
  };
}

/** Names of the operations that read a type. */
type ListNames = readonly [list: string, listByGroup: string];
type ReadNames = readonly [...ListNames, get: string];

/** Both lists of a type. */
export const listRoutes = <Thing extends { readonly id: string }>(
  [all, ofGroup]: ListNames,
  type: string,
  reading: Reading<Thing>,
): readonly Route[] => [
  route.get(all, listPath(type), listOfSubscription(reading)),
  route.get(ofGroup, groupListPath(type), listOfGroup(reading)),
];

/** The three ways to read resources of a type: all of a subscription, those of a group, and one. */
export const readRoutes = <Thing extends { readonly id: string }>(
  [all, ofGroup, one]: ReadNames,
  type: string,
  reading: Reading<Thing>,
): readonly Route[] => [
  ...listRoutes([all, ofGroup], type, reading),
  route.get(one, `${groupListPath(type)}/{name}`, oneOfGroup(type, reading)),
];
