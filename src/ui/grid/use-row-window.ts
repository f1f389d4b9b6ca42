import { useCallback, useState, useSyncExternalStore } from 'react';
import type { RowRange } from '#src/ui/grid/use-row-range.ts';
import { type RowView, rowView } from '#src/ui/grid/row-view.ts';
import { rowsToDraw } from '#src/ui/grid/row-window.ts';
import type { Measured } from '#src/ui/use-width.ts';

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
export interface RowWindow extends Pick<RowView, 'toTop' | 'reveal' | 'measure'> {
  /** For the `ref` of what scrolls. */
  readonly attach: (element: HTMLDivElement | null) => (() => void) | undefined;
  /** Another object when other rows are in sight, or the same ones elsewhere. */
  readonly inSight: RowRange | null;
  /** The rows to draw, by their indexes. */
  readonly drawn: readonly number[];
  /** Where a row starts, in pixels from the first one. */
  readonly startOf: (index: number) => number;
  /** Of all rows, in pixels. */
  readonly height: number;
}

/** Follows which rows are in sight, so that they alone are drawn, of however many. */
export function useRowWindow({ scroller, count, isNarrow, current }: Rows): RowWindow {
  const [view] = useState(rowView);
  const inSight = useSyncExternalStore(view.listen, () => view.inSight(isNarrow, count));
  const { attach: attachWidth } = scroller;
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      if (element === null) return undefined;
      const stop = view.attach(element);
      // Renders before the first paint, when it is known by now what is in sight.
      const stopWidth = attachWidth(element);
      return () => {
        stop();
        stopWidth?.();
      };
    },
    [view, attachWidth],
  );
  const { startOf } = view.heights(isNarrow);
  return {
    toTop: view.toTop,
    reveal: view.reveal,
    measure: view.measure,
    attach,
    inSight,
    drawn: rowsToDraw(inSight, count, current),
    startOf,
    height: startOf(count),
  };
}
