import { vi } from 'vitest';

/** Real milliseconds between two looks, at the least: longer than what tests let pass. */
const SHORTEST_MS = 250;

/** Lets the shortest real pause between two looks pass at once; all other timers are as they are. */
export function quickLooks(): void {
  const real = { setTimeout, setInterval };
  const quick = (ms?: number) => (ms === SHORTEST_MS ? 0 : ms);
  vi.stubGlobal('setTimeout', (call: () => void, ms?: number) => real.setTimeout(call, quick(ms)));
  vi.stubGlobal('setInterval', (call: () => void, ms?: number) =>
    real.setInterval(call, quick(ms)),
  );
}
