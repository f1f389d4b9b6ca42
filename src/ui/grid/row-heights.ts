/** Where the rows of a list stand, in pixels from the top of the first. Knows of no last row. */
export interface RowHeights {
  /** Where a row starts, which is where the one before it ends. */
  readonly startOf: (index: number) => number;
  /** The row that a place is in, not above the first. */
  readonly at: (px: number) => number;
}

/** Rows that are all of one height. */
export function evenHeights(rowPx: number): RowHeights {
  return {
    startOf: (index) => index * rowPx,
    at: (px) => Math.floor(px / rowPx),
  };
}

/** Rows each of its own height; see {@link measuredHeights}. */
export interface MeasuredHeights extends RowHeights {
  readonly isMeasured: (index: number) => boolean;
  /** Notes the height of a row; how much more it is than what the row had before. */
  readonly note: (index: number, px: number) => number;
}

/** Beyond any list, and a power of two. */
const ROWS = 2 ** 30;

/**
 * Rows that have a height by estimate until they are measured. What is measured is remembered by index.
 * A measurement and a question take thirty steps at most, however many rows there are.
 */
export function measuredHeights(estimatePx: number): MeasuredHeights {
  const heights = new Map<number, number>();
  // A Fenwick tree: sum n is of the row before n and as many others as its lowest bit says, all beyond
  // their estimate. What isn't in the map is zero.
  const sums = new Map<number, number>();
  return {
    startOf: (index) => {
      let px = index * estimatePx;
      for (let node = index; node > 0; node -= node & -node) px += sums.get(node) ?? 0;
      return px;
    },
    at: (px) => {
      let index = 0;
      let rest = px;
      for (let rows = ROWS / 2; rows >= 1; rows /= 2) {
        const height = rows * estimatePx + (sums.get(index + rows) ?? 0);
        if (height > rest) continue;
        index += rows;
        rest -= height;
      }
      return index;
    },
    isMeasured: (index) => heights.has(index),
    note: (index, px) => {
      const more = px - (heights.get(index) ?? estimatePx);
      heights.set(index, px);
      if (more === 0) return 0;
      for (let node = index + 1; node < ROWS; node += node & -node) {
        sums.set(node, (sums.get(node) ?? 0) + more);
      }
      return more;
    },
  };
}
