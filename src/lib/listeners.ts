/** Those who want to hear of a change; see {@link newListeners}. */
export interface Listeners {
  readonly tell: () => void;
  /** Calls back after every change. Returns the way to stop. */
  readonly listen: (listener: () => void) => () => void;
  /** How many listen. */
  readonly count: number;
}

/** Nobody listens yet. */
export function newListeners(): Listeners {
  const all = new Set<() => void>();
  return {
    tell: () => {
      // Of those who listen now: who leaves and comes back while being told is not told for ever.
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
