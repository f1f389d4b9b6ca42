import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useMemo } from 'react';
import { HEAD_PX, ITEM_PX, ROW_PX } from '#src/ui/grid/styles.ts';
import type { RowRange } from '#src/lib/list.ts';
import type { Measured } from '#src/ui/use-width.ts';

/** Rows drawn beyond either edge of what is seen. */
const OVERSCAN = 6;

interface Rows {
  /** What they scroll in. */
  readonly scroller: Measured;
  readonly count: number;
  /** A row is an item of a few lines, with a height of its own. */
  readonly isNarrow: boolean;
  /** The row that is drawn wherever one has scrolled, or the focus in it would be lost. */
  readonly current: number;
}

/** The part of a list that is drawn; see {@link useRowWindow}. */
export interface RowWindow {
  /** Another object when other rows are in sight. */
  readonly inSight: RowRange | null;
  /** The rows to draw, by their indexes. */
  readonly drawn: readonly number[];
  /** Where one of them starts, in pixels from the first one. */
  readonly startOf: (index: number) => number;
  /** Of all rows, in pixels. */
  readonly height: number;
  /** For the `ref` of an item, whose height is followed. */
  readonly measure: (item: HTMLElement | null) => void;
  readonly toTop: () => void;
  /** Brings a row into sight, by the least movement. */
  readonly reveal: (index: number) => void;
}

/** Rows and items have heights of their own: none is taken for the other's. */
const rowKey = (index: number): number => index;
const itemKey = (index: number): string => `item ${String(index)}`;

/** Follows which rows are in sight, so that they alone are drawn, of however many. */
export function useRowWindow({ scroller, count, isNarrow, current }: Rows): RowWindow {
  const view = useVirtualizer<HTMLDivElement, HTMLElement>({
    count,
    getScrollElement: () => scroller.element.current,
    estimateSize: () => (isNarrow ? ITEM_PX : ROW_PX),
    getItemKey: isNarrow ? itemKey : rowKey,
    overscan: OVERSCAN,
    // The heads take that much of what is seen; above items they may have two lines.
    scrollPaddingEnd: isNarrow ? 2 * HEAD_PX : HEAD_PX,
    rangeExtractor: (range) => withCurrent(range, current),
  });
  const items = view.getVirtualItems();
  const { startIndex: first, endIndex: last } = view.range ?? {};
  return {
    inSight: useMemo(
      () => (first === undefined || last === undefined ? null : { first, last }),
      [first, last],
    ),
    drawn: items.map(({ index }) => index),
    startOf: (index) => items.find((item) => item.index === index)?.start ?? 0,
    height: view.getTotalSize(),
    measure: view.measureElement,
    toTop: () => view.scrollToOffset(0),
    reveal: (index) => view.scrollToIndex(index),
  };
}

/** The rows to draw, in their order: what is in sight, a few beyond it, and the current row. */
function withCurrent(range: Range, current: number): number[] {
  const drawn = defaultRangeExtractor(range);
  if (drawn.includes(current) || current >= range.count) return drawn;
  return [...drawn, current].toSorted((a, b) => a - b);
}
