import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useMemo } from 'react';
import { isSameData } from '#src/lib/data.ts';
import type { RowRange } from '#src/lib/list.ts';
import { HEAD_PX, ITEM_PX, ROW_PX } from '#src/ui/grid/styles.ts';
import type { Measured } from '#src/ui/hooks.ts';

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
interface RowWindow {
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

/** A row that is to be drawn. */
export interface RowInView<Row> {
  readonly index: number;
  /** What tells it from other rows; undefined while it isn't read. */
  readonly key: string | undefined;
  readonly row: Row | undefined;
}

/** A row with the element that draws it. */
interface PlacedRow<Row> extends RowInView<Row> {
  readonly slot: number;
}

interface RowSlots<Row> {
  /** Gives each row in view a slot. Idempotent. `pinned`: the index whose slot stays, whatever row it has now. */
  readonly place: (
    rows: readonly RowInView<Row>[],
    pinned: number | null,
  ) => readonly PlacedRow<Row>[];
}

/**
 * Slots of rows: elements that live longer than the row they draw. A row that stays in view keeps its
 * slot when it moves, and is the same object as long as it is equal, so that nothing in it is rendered
 * again. A row that comes into view takes the slot of one that left: a new element takes far longer.
 */
export function rowSlots<Row>(): RowSlots<Row> {
  let last: readonly PlacedRow<Row>[] = [];
  return {
    place: (rows, pinned) => {
      const before = new Map(last.map((one) => [one.key, one]));
      const slots = slotsFor(rows, last, pinned);
      last = rows.map((one) => {
        const known = one.key === undefined ? undefined : before.get(one.key)?.row;
        return {
          ...one,
          slot: slots.get(one.index) ?? one.index,
          row: isSameData(known, one.row) ? known : one.row,
        };
      });
      return last;
    },
  };
}

/** Slots by the indexes of rows. */
function slotsFor(
  rows: readonly RowInView<unknown>[],
  last: readonly PlacedRow<unknown>[],
  pinned: number | null,
): ReadonlyMap<number, number> {
  const byIndex = new Map(last.map(({ index, slot }) => [index, slot]));
  // Of two rows with one key the first has it.
  const byKey = new Map(last.toReversed().map(({ key, slot }) => [key, slot]));
  const slots = new Map<number, number>();
  const taken = new Set<number>();
  const take = (index: number, slot: number | undefined): void => {
    if (slot === undefined || slots.has(index) || taken.has(slot)) return;
    slots.set(index, slot);
    taken.add(slot);
  };
  if (pinned !== null && rows.some(({ index }) => index === pinned)) {
    take(pinned, byIndex.get(pinned));
  }
  for (const { index, key } of rows) if (key !== undefined) take(index, byKey.get(key));
  for (const { index } of rows) take(index, byIndex.get(index));
  let free = 0;
  for (const { index } of rows) {
    while (taken.has(free)) free += 1;
    take(index, free);
  }
  return slots;
}
