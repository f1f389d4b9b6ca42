import type { ReactNode } from 'react';
import { widthOfMoments } from '#src/lib/format.ts';

/** A column of a {@link Grid}: its head, and what a row shows in it. */
export interface GridColumn<Row> {
  readonly head: string;
  cell(this: void, row: Row): ReactNode;
  readonly width: ColumnWidth;
  /** Numbers and times stand at the right with figures of one width. */
  readonly isNumber?: boolean;
  /** What the server sorts by for it; a column without one is not sorted by. */
  readonly sortBy?: string;
  /** Its turn to leave where the grid has no room for all: 1 goes first. Without one it always stays. */
  readonly leaves?: number;
  /** Its place in a narrow item: the name, what stands at the right of it, or the line below. */
  readonly place: 'name' | 'end' | 'line';
}

export interface ColumnWidth {
  /** In pixels: one at which its words can be read. */
  readonly least: number;
  /** Its share of what is left; none: it is never wider. */
  readonly share?: number;
}

export interface GridSort {
  readonly by: string;
  readonly isDescending: boolean;
}

/** The least width of a column of moments: none is ever cut, and none of them broken. */
export const MOMENT_PX = widthOfMoments();
