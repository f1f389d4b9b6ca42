import { afterReal } from '#src/lib/clock.ts';

/** Debounced value with a maximum wait. */
interface Settler<Value> {
  /** The newest value. */
  readonly offer: (value: Value) => void;
  /** Tells a value that waits at once. */
  readonly flush: () => void;
  /** Called with the newest value at rest. Returns the way to stop. */
  readonly listen: (listener: (value: Value) => void) => () => void;
}

interface SettleTimes {
  /** Real milliseconds without a new value after which it counts as at rest. */
  readonly quietMs: number;
  /** Real milliseconds after which a value passes even if it goes on changing. */
  readonly longestMs: number;
}

/** Lets a reader of something fast, such as the place of a scroll bar, follow at a pace of its own. */
export function settler<Value>({ quietMs, longestMs }: SettleTimes): Settler<Value> {
  let notify: (value: Value) => void = () => undefined;
  let latest: { readonly value: Value } | null = null;
  let stopQuiet: () => void = () => undefined;
  let stopLongest: () => void = () => undefined;
  const stop = (): void => {
    stopQuiet();
    stopLongest();
  };
  const tell = (): void => {
    stop();
    const waiting = latest;
    latest = null;
    if (waiting !== null) notify(waiting.value);
  };
  return {
    flush: tell,
    offer: (value) => {
      const isFirst = latest === null;
      latest = { value };
      stopQuiet();
      stopQuiet = afterReal(quietMs, tell);
      if (isFirst) stopLongest = afterReal(longestMs, tell);
    },
    listen: (listener) => {
      notify = listener;
      return () => {
        stop();
        notify = () => undefined;
      };
    },
  };
}
