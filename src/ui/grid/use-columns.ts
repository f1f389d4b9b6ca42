import { useMemo } from 'react';
import type { GridColumn } from '#src/ui/grid/column.ts';
import { fitting, tracksOf } from '#src/ui/grid/fit.ts';
import { MARK_PX, ROW_PADDING_PX } from '#src/ui/grid/styles.ts';
import { useMedia } from '#src/ui/hooks.ts';
import { type Measured, useWidth } from '#src/ui/use-width.ts';

/** What a grid draws of its columns; see {@link useColumns}. */
export interface DrawnColumns<Row> {
  /** What the grid scrolls in. */
  readonly scroller: Measured;
  readonly columns: readonly GridColumn<Row>[];
  /** As `grid-template-columns`. */
  readonly tracks: string;
  /** A row is an item of a few lines, with every column. */
  readonly isNarrow: boolean;
}

/**
 * The columns for which there is room. What counts is the grid's own width and not the screen's: the
 * simulation panel may stand beside it.
 */
export function useColumns<Row>(
  all: readonly GridColumn<Row>[],
  isSelectable: boolean,
): DrawnColumns<Row> {
  const scroller = useWidth();
  const isNarrow = !useMedia('(min-width: 640px)');
  const room = scroller.width - ROW_PADDING_PX - (isSelectable ? MARK_PX : 0);
  // The same list as long as the same columns fit, or every row would be rendered with each scroll.
  const columns = useMemo(() => (isNarrow ? all : fitting(all, room)), [all, isNarrow, room]);
  return { scroller, columns, tracks: tracksOf(columns), isNarrow };
}
