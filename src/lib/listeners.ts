/** Those who want to hear of a change; see {@link newListeners}. */
interface Listeners {
  readonly tell: () => void;
  /** Calls back after every change. Returns the way to stop. */
  readonly listen: (listener: () => void) => () => void;
  /** How many listen. */
  readonly count: number;
}

/** Creates an empty set of listeners. */
export function newListeners(): Listeners {
  const all = new Set<() => void>();
  return {
    tell: () => {
      // A copy of the present ones: a listener that leaves and comes back in between would never end the loop.
      for (const listener of new Set(all)) listener();
    },
    listen: (listener) => {
      all.add(listener);
      return () => all.delete(listener);
    },
    get count() {
      return all.size;
    },
  };
}
