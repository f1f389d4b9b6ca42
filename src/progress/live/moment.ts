import { type Instant, instant } from '#src/lib/time.ts';
import type { Observations } from '#src/progress/observe.ts';

/** How often a job is read. */
const READ_EVERY_MS = 15_000;

/**
 * The moment that a job is judged at: its latest read, and while no other comes the moments at which one was
 * due. So places that look at the clock at different times show the same.
 */
export function momentOf(observations: Observations | null, now: Instant): Instant {
  if (observations === null) return now;
  const { at } = observations.latest;
  return instant(at + Math.max(0, Math.floor((now - at) / READ_EVERY_MS)) * READ_EVERY_MS);
}
