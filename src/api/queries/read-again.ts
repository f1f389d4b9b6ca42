import { realDelayMs } from '#src/lib/clock.ts';

/** The longest that a browser's timer can wait, and the shortest pause: none would end the asking. */
const LONGEST_MS = 2 ** 31 - 1;
const SHORTEST_MS = 250;

/** Real milliseconds until the next read; a clock that stands still is woken by its jump. */
export function readAgainIn(ms: number): number {
  return Math.min(Math.max(realDelayMs(ms), SHORTEST_MS), LONGEST_MS);
}
