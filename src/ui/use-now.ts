import { useEffect, useState } from 'react';
import { afterReal, now, onClockJump, realDelayMs } from '#src/lib/clock.ts';
import type { Instant } from '#src/lib/time.ts';

/** Real milliseconds between two looks at the clock, however fast it runs. */
const SHORTEST_MS = 250;

/** The time on the product's clock, looked at again every `everyMs` of it. */
export function useNow(everyMs: number): Instant {
  const [time, setTime] = useState(now);
  // The clock lies outside of React.
  useEffect(() => {
    let stop: () => void = () => undefined;
    const look = (): void => {
      stop();
      setTime(now());
      stop = afterReal(Math.max(SHORTEST_MS, realDelayMs(everyMs)), look);
    };
    const stopListening = onClockJump(look);
    stop = afterReal(Math.max(SHORTEST_MS, realDelayMs(everyMs)), look);
    return () => {
      stop();
      stopListening();
    };
  }, [everyMs]);
  return time;
}
