/** What is known of a thing without its id: makers of things find by it those that it may be. */
export type Clue =
  | { readonly name: string }
  | { readonly vaultId: string }
  | { readonly subscriptionId: string }
  /** The name of a disk that is attached to a machine. */
  | { readonly diskName: string };

/**
 * Things of a large world: each is made on every request for it. All but those found by an id compute a
 * fact when it is read: they can't be spread.
 */
export interface MadeThings<Thing> extends Iterable<Thing> {
  /** The whole thing of an id in any letter case. */
  byId(id: string): Thing | undefined;
  /** A few things, among them all that a clue speaks of. */
  near(clue: Clue): Iterable<Thing>;
  /** Left out where things stand in no order, or must be gone through to be counted. */
  readonly inOrder?: OrderedThings<Thing>;
}

/** Things in the order of their names in lower case, then of their ids. */
interface OrderedThings<Thing> {
  readonly length: number;
  /** Those from one place up to another, made alone. */
  slice(from: number, to: number): readonly Thing[];
}

/** Things of a world: written down, or made on request. */
export type Things<Thing> = readonly Thing[] | MadeThings<Thing>;

interface Identified {
  readonly id: string;
}

/** Where the things of a list are, by their ids in lower case. */
const places = new WeakMap<readonly Identified[], ReadonlyMap<string, number>>();

function placesOf(list: readonly Identified[]): ReadonlyMap<string, number> {
  const known = places.get(list);
  if (known !== undefined) return known;
  const made = new Map<string, number>();
  for (const [place, { id }] of list.entries()) {
    const key = id.toLowerCase();
    if (!made.has(key)) made.set(key, place);
  }
  places.set(list, made);
  return made;
}

/** The thing of an id in any letter case. */
export function byId<Thing extends Identified>(
  things: Things<Thing>,
  id: string,
): Thing | undefined {
  if ('byId' in things) return things.byId(id);
  const place = placesOf(things).get(id.toLowerCase());
  return place === undefined ? undefined : things[place];
}

/** Things among which are all that a clue speaks of; of a short list all. */
export function near<Thing>(things: Things<Thing>, clue: Clue): Iterable<Thing> {
  return 'near' in things ? things.near(clue) : things;
}

/** How the things of a world differ from its initial ones. */
interface Changes<Thing> {
  /** The thing as it is now; null: it is gone. */
  readonly change: (thing: Thing) => Thing | null;
  /** Things that came into the world. */
  readonly added?: readonly Thing[];
}

/** Things with changes; things made on request are changed then. */
export function changed<Thing extends Identified>(
  things: Things<Thing>,
  { change, added = [] }: Changes<Thing>,
): Things<Thing> {
  const all = function* (some: Iterable<Thing>): Generator<Thing> {
    for (const thing of some) {
      const now = change(thing);
      if (now !== null) yield now;
    }
    yield* added;
  };
  if (!('byId' in things)) return [...all(things)];
  return {
    [Symbol.iterator]: () => all(things),
    near: (clue) => all(things.near(clue)),
    byId: (id) => {
      const thing = things.byId(id);
      return (thing && change(thing)) ?? byId(added, id);
    },
  };
}
