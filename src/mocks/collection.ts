import { groupNotFound, resourceNotFound, subscriptionNotFound } from '#src/mocks/errors.ts';
import {
  type Answer,
  type Call,
  type Handler,
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
import {
  type FollowedKind,
  putting,
  type RemoveResource,
  removing,
  type WriteResource,
} from '#src/mocks/write.ts';
import { sameId } from '#src/model/resource-id.ts';

/** Resources of one type: listed by subscription and by resource group, read, written and removed by their name. */

/** The id of the resource group that the path names. */
export const groupIn = (call: Call): string =>
  `/subscriptions/${param(call, 'sub')}/resourceGroups/${param(call, 'rg')}`;

/** The id of the resource of a type that the path names as `name`. */
export const resourceIn = (call: Call, type: string): string =>
  `${groupIn(call)}/providers/${type}/${param(call, 'name')}`;

/** The path of all resources of a type in a subscription. */
export const listPath = (type: string): string => `/subscriptions/{sub}/providers/${type}`;

/** The path of those in a resource group. */
const groupListPath = (type: string): string =>
  `/subscriptions/{sub}/resourceGroups/{rg}/providers/${type}`;

/** The path of one of them. */
export const resourcePath = (type: string): string => `${groupListPath(type)}/{name}`;

/** 404 for the resource of a type that the path names as `name`. */
export const notFoundIn = (call: Call, type: string): Answer =>
  resourceNotFound(type, param(call, 'name'), param(call, 'rg'));

/** Runs `work` with the id of the subscription that the path names; 404 where there is no such subscription. */
export function withSubscription(call: Call, work: (subscriptionId: string) => Answer): Answer {
  const subscriptionId = param(call, 'sub');
  return hasSubscription(call.state, subscriptionId)
    ? work(subscriptionId)
    : subscriptionNotFound(subscriptionId);
}

/** {@link withSubscription} as a handler. */
export const onSubscription = handlersBy(withSubscription);

type Operation = 'list' | 'listByGroup' | 'get' | 'put' | 'patch' | 'delete';

/** Operations in the order of their routes, with method and path. */
const operations = ['list', 'listByGroup', 'get', 'put', 'patch', 'delete'] as const;
const requests = {
  list: ['get', listPath],
  listByGroup: ['get', groupListPath],
  get: ['get', resourcePath],
  put: ['put', resourcePath],
  patch: ['patch', resourcePath],
  delete: ['delete', resourcePath],
} as const satisfies Readonly<
  Record<Operation, readonly [keyof typeof route, (type: string) => string]>
>;

/** What there is of a type in a subscription, and perhaps beyond it; and what is shown of each. */
interface Listing<Thing> {
  readonly list: (state: State, subscriptionId: string, now: number) => readonly Thing[];
  /** Left out: the thing itself. */
  readonly wireOf?: (thing: Thing, state: State) => unknown;
}

/** Resources of a type. It has the operations that follow from what is given here. */
interface Collection<Thing> extends Partial<Listing<Thing>> {
  /** As in `Microsoft.Compute/disks`. */
  readonly type: string;
  /** The first part of its operations' names: `disks` of `disks.list`, `disks.get` and `disks.delete`. */
  readonly name: string;
  /** Left out: the one of `list`. */
  readonly find?: (state: State, id: string) => Thing | undefined;
  /** Why the person is not shown the one of an id; null where nothing stands against it. */
  readonly refuse?: (state: State, id: string) => Answer | null;
  readonly writes?: {
    readonly kind: FollowedKind;
    readonly put?: WriteResource;
    readonly remove?: RemoveResource;
  };
  /** Operations that are answered in another way than those of other types. */
  readonly own?: Handlers;
  /** The operations that there are, where they are fewer. */
  readonly only?: readonly Operation[];
}

type Handlers = Readonly<Partial<Record<Operation, Handler | undefined>>>;

/** The routes of a collection. */
export function collection<Thing extends { readonly id: string }>(
  one: Collection<Thing>,
): readonly Route[] {
  const { type, name, only = operations } = one;
  const handlers = { ...usualHandlers(one), ...one.own };
  return operations.flatMap((operation) => {
    const handler = handlers[operation];
    const [verb, pathOf] = requests[operation];
    return handler === undefined || !only.includes(operation)
      ? []
      : [route[verb](`${name}.${operation}`, pathOf(type), handler)];
  });
}

function usualHandlers<Thing extends { readonly id: string }>(one: Collection<Thing>): Handlers {
  const { type, list: all, find, wireOf = (thing) => thing, refuse, writes } = one;
  const listing = all && { list: all, wireOf };
  const idOf = (call: Call): string => resourceIn(call, type);
  const found =
    find ??
    (all &&
      ((state: State, id: string, { now, params }: Call) =>
        all(state, params['sub'] ?? '', now).find((thing) => sameId(thing.id, id))));
  return {
    list: listing && listOfSubscription(listing),
    listByGroup: listing && listOfGroup(listing),
    get:
      found &&
      ((call) => {
        const id = idOf(call);
        const denied = refuse?.(call.state, id) ?? null;
        if (denied !== null) return denied;
        const thing = found(call.state, id, call);
        return thing === undefined ? notFoundIn(call, type) : ok(wireOf(thing, call.state));
      }),
    put: writes?.put && putting(writes.kind, writes.put, idOf),
    delete: writes?.remove && removing(writes.kind, writes.remove, idOf),
  };
}

/** Lists what lies in the subscription that the path names. */
export function listOfSubscription<Thing extends { readonly id: string }>({
  list: all,
  wireOf = (thing) => thing,
}: Listing<Thing>): Handler {
  const lists = new WeakMap<State, Map<string, readonly Thing[]>>();
  /** All of a subscription, found once for as long as nothing is done to the world. */
  const allOf = ({ state, now }: Call, subscriptionId: string): readonly Thing[] => {
    const known = lists.get(state) ?? new Map<string, readonly Thing[]>();
    lists.set(state, known);
    const root = `/subscriptions/${subscriptionId}/`.toLowerCase();
    const found =
      known.get(root) ??
      all(state, subscriptionId, now).filter(({ id }) => id.toLowerCase().startsWith(root));
    known.set(root, found);
    return found;
  };
  return onSubscription((call, subscriptionId) =>
    list(rowsOf(allOf(call, subscriptionId), (thing) => wireOf(thing, call.state))),
  );
}

/** Lists what lies in the resource group that the path names; 404 where there is no such group (its code G). */
export function listOfGroup<Thing extends { readonly id: string }>({
  list: all,
  wireOf = (thing) => thing,
}: Listing<Thing>): Handler {
  return (call) => {
    const group = groupIn(call);
    if (findGroup(call.state, group) === undefined) return groupNotFound(param(call, 'rg'));
    const root = `${group}/`.toLowerCase();
    const own = all(call.state, param(call, 'sub'), call.now).filter(({ id }) =>
      id.toLowerCase().startsWith(root),
    );
    return list(rowsOf(own, (thing) => wireOf(thing, call.state)));
  };
}
