import { useSyncExternalStore } from 'react';
import { afterReal } from '#src/lib/clock.ts';
import { newListeners } from '#src/lib/listeners.ts';

/** Something that is looked at only while someone subscribes to it. */
export interface Source<State> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => State;
}

/** A source and the way to feed it. */
interface FedSource<State> extends Source<State> {
  readonly show: (change: Partial<State>) => void;
}

/** Creates a source that `start` feeds from its first listener on; what it returns ends that after the last. */
export function createSource<State extends object>(
  initial: State,
  start: (show: (change: Partial<State>) => void) => () => void,
): FedSource<State> {
  let state = initial;
  let stop: () => void = () => undefined;
  const listeners = newListeners();
  const show = (change: Partial<State>): void => {
    state = { ...state, ...change };
    listeners.tell();
  };
  return {
    show,
    subscribe: (listener) => {
      const leave = listeners.listen(listener);
      if (listeners.count === 1) stop = start(show);
      return () => {
        leave();
        if (listeners.count === 0) stop();
      };
    },
    getSnapshot: () => state,
  };
}

/** One part of a source: who reads it is drawn again only when this part has changed. */
export function useSlice<State, Part>(source: Source<State>, part: (state: State) => Part): Part {
  return useSyncExternalStore(source.subscribe, () => part(source.getSnapshot()));
}

/**
 * Does work when asked, never two at a time and with a rest between; asked for in the meantime, it
 * is done once more. Many requests in a moment are then looked at once.
 */
export function paced(work: () => Promise<void>, restMs: number): () => void {
  let isBusy = false;
  let isWanted = false;
  const run = async (): Promise<void> => {
    isBusy = true;
    isWanted = false;
    try {
      await work();
    } finally {
      afterReal(restMs, () => {
        isBusy = false;
        if (isWanted) void run();
      });
    }
  };
  return () => {
    isWanted = true;
    if (!isBusy) void run();
  };
}
