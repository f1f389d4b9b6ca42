import type { ReactNode } from 'react';

/** A column of a {@link Grid}: its head, and what a row shows in it. */
export interface GridColumn<Row> {
  readonly head: string;
  /**
   * `isCurrent`: the row is the one that Tab leads to, so that its controls are the next stops and
   * those of other rows are none.
   */
  cell(this: void, row: Row, isCurrent: boolean): ReactNode;
  /**
   * Its share of the width, as a track of a CSS grid: `minmax(96px, 2fr)`, `120px`. The least width
   * is one at which its words can be read.
   */
  readonly width: string;
  /** Numbers and times stand at the right with figures of one width. */
  readonly isNumber?: boolean;
  /** What the server sorts by for it; a column without one is not sorted by. */
  readonly sortBy?: string;
  /** Left out where the grid has no room for all. */
  readonly isExtra?: boolean;
  /** Its place in a narrow item: the name, what stands at the right of it, or the line below. */
  readonly place: 'name' | 'end' | 'line';
}

export interface GridSort {
  readonly by: string;
  readonly isDescending: boolean;
}
