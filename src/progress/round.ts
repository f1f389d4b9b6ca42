import type { Instant } from '#src/lib/time.ts';
import type { Range } from '#src/progress/past.ts';

/** How a time left is rounded for people, by itself and as times of the clock. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The precision of a range: steps of so many milliseconds. */
function stepOf(highMs: number): number {
  if (highMs < 2 * MINUTE_MS) return 5000;
  return highMs < 2 * HOUR_MS ? MINUTE_MS : 5 * MINUTE_MS;
}

/** A range in steps that fit what is known, its ends rounded away from each other. */
export const rounded = (range: Range): Range => inSteps(range, stepOf(range.highMs));

const inSteps = ({ lowMs, highMs }: Range, step: number): Range => ({
  lowMs: Math.floor(lowMs / step) * step,
  highMs: Math.ceil(highMs / step) * step,
});

/** The same as two moments, to the minute: the clock never promises more than the range beside it. */
export function clockEnds(range: Range, at: Instant): Range {
  const { lowMs, highMs } = rounded(range);
  return inSteps({ lowMs: at + lowMs, highMs: at + highMs }, MINUTE_MS);
}
