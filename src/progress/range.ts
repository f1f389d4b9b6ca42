/** A span of time that is not known better than by its two ends, in milliseconds; never negative. */
export interface Range {
  readonly lowMs: number;
  readonly highMs: number;
}

/** A range of two times in any order; what is below zero is zero. */
export function rangeOf(one: number, other: number): Range {
  return { lowMs: Math.max(0, Math.min(one, other)), highMs: Math.max(0, one, other) };
}

/** What both ranges allow; null where they contradict each other. */
export function overlap(one: Range, other: Range): Range | null {
  const lowMs = Math.max(one.lowMs, other.lowMs);
  const highMs = Math.min(one.highMs, other.highMs);
  return lowMs <= highMs ? { lowMs, highMs } : null;
}

/** What either range allows, and all between. */
export function hull(one: Range, other: Range): Range {
  return {
    lowMs: Math.min(one.lowMs, other.lowMs),
    highMs: Math.max(one.highMs, other.highMs),
  };
}

/** One after the other. */
export function sum(ranges: readonly Range[]): Range {
  return ranges.reduce(
    (all, one) => ({ lowMs: all.lowMs + one.lowMs, highMs: all.highMs + one.highMs }),
    { lowMs: 0, highMs: 0 },
  );
}

/** What is left of it when so much has gone by. */
export function less({ lowMs, highMs }: Range, goneMs: number): Range {
  return rangeOf(lowMs - goneMs, highMs - goneMs);
}

/** Wider by a share of each end, 0.1 for a tenth. */
export function widened({ lowMs, highMs }: Range, share: number): Range {
  return rangeOf(lowMs * (1 - share), highMs * (1 + share));
}
