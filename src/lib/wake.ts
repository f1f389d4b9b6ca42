import { afterReal, machineNow, realDelayMs } from '#src/lib/clock.ts';

/** Real milliseconds between two looks at the clock. */
const LOOK_MS = 10_000;

/**
 * Calls back when the clock has gone on for much longer than the timers of this tab: the machine
 * slept. A hidden tab is not looked at: its timers are slow by nature. Returns the way to stop.
 */
export function onWake(listener: () => void): () => void {
  let stop: () => void = () => undefined;
  const look = (before: number): void => {
    const at = machineNow();
    const sleptMs = at > before ? realDelayMs(at - before) : 0;
    if (sleptMs > 2 * LOOK_MS && !document.hidden) listener();
    wait();
  };
  const wait = (): void => {
    const before = machineNow();
    stop = afterReal(LOOK_MS, () => look(before));
  };
  wait();
  return () => stop();
}
