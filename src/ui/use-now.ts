import { useMemo, useSyncExternalStore } from 'react';
import { afterReal, now, onClockJump, onServiceClock, realDelayMs } from '#src/lib/clock.ts';
import type { Instant } from '#src/lib/time.ts';

/** Real milliseconds between two looks at the clock, however fast it runs. */
const SHORTEST_MS = 250;

/** The time on the product's clock, looked at again every `everyMs` of it. */
export function useNow(everyMs: number): Instant {
  const { listen, latest } = useMemo(() => looksAtClock(everyMs), [everyMs]);
  return useSyncExternalStore(listen, latest);
}

function looksAtClock(everyMs: number) {
  let time = now();
  const listen = (onLook: () => void): (() => void) => {
    let stop: () => void = () => undefined;
    const lookLater = (): void => {
      stop();
      stop = afterReal(Math.max(SHORTEST_MS, realDelayMs(everyMs)), look);
    };
    const look = (): void => {
      time = now();
      onLook();
      lookLater();
    };
    const stops = [onClockJump(look), onServiceClock(look)];
    lookLater();
    return () => {
      stop();
      for (const stopListening of stops) stopListening();
    };
  };
  return { listen, latest: () => time };
}
