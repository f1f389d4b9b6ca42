import type { GridColumn } from '#src/ui/grid/column.ts';
import { WIDE_PX } from '#src/ui/grid/styles.ts';
import { useMedia } from '#src/ui/use-media.ts';
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
 * The columns for which there is room. What counts for extra ones is the grid's own width and not the
 * screen's: the simulation panel may stand beside it.
 */
export function useColumns<Row>(all: readonly GridColumn<Row>[]): DrawnColumns<Row> {
  const scroller = useWidth();
  const isNarrow = !useMedia('(min-width: 640px)');
  const isWide = isNarrow || scroller.width >= WIDE_PX;
  const columns = all.filter(({ isExtra }) => isWide || isExtra !== true);
  return { scroller, columns, tracks: columns.map(({ width }) => width).join(' '), isNarrow };
}
