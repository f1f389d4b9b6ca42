import { failure, resourceNotFound } from '#src/mocks/errors.ts';
import { type Answer, type Call, list, ok, param, rowsOf } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { findGroup } from '#src/mocks/world/lookup.ts';
import { sameId } from '#src/model/resource-id.ts';

const groupOf = (call: Call): string =>
  `/subscriptions/${param(call, 'sub')}/resourceGroups/${param(call, 'rg')}`;

/** The id of the resource of a type that the path names as `name`. */
export const resourceIn = (call: Call, type: string): string =>
  `${groupOf(call)}/providers/${type}/${param(call, 'name')}`;

/** The ways to read resources of one type. */
interface Reading<Thing> {
  readonly thingsOf: (state: State, subscriptionId: string) => readonly Thing[];
  readonly wireOf: (thing: Thing) => unknown;
}

/** Lists what lies in the resource group that the path names; 404 where there is no such group (its code G). */
export function listOfGroup<Thing extends { readonly id: string }>({
  thingsOf,
  wireOf,
}: Reading<Thing>): (call: Call) => Answer {
  return (call) => {
    const group = groupOf(call);
    if (findGroup(call.state, group) === undefined) {
      const told = `Resource group '${param(call, 'rg')}' could not be found.`;
      return failure(404, 'ResourceGroupNotFound', told);
    }
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
