import type { ReactNode } from 'react';

/** A column of a {@link Grid}: its head, and what a row shows in it. */
export interface GridColumn<Row> {
  readonly head: string;
  cell(this: void, row: Row): ReactNode;
  /** Its share of the width, as a track of a CSS grid: `minmax(0, 2fr)`, `120px`. */
  readonly width: string;
  /** Numbers and times stand at the right with figures of one width. */
  readonly isNumber?: boolean;
  /** What the server sorts by for it; a column without one is not sorted by. */
  readonly sortBy?: string;
  /** Left out on screens narrower than 1280. */
  readonly isExtra?: boolean;
  /** Its place in a narrow item: the name, what stands at the right of it, or the line below. */
  readonly place: 'name' | 'end' | 'line';
}

export interface GridSort {
  readonly by: string;
  readonly isDescending: boolean;
}
