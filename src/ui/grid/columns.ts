import { createContext, type ReactNode, use, useMemo, useState } from 'react';
import { widthOfMoments } from '#src/lib/format.ts';
import { MARK_PX, ROW_PADDING_PX } from '#src/ui/grid/styles.ts';
import { useMedia, useWidth } from '#src/ui/hooks.ts';

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
  /** Its cell may have two lines, which fit a row only without space around them. */
  readonly isTight?: boolean;
  /** Shown also where it says the same in every row. */
  readonly isAlwaysShown?: boolean;
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

type Sized = Pick<GridColumn<unknown>, 'width'>;

/** Between two columns, in pixels; see the styles of a row. */
const GAP_PX = 12;

/** The columns that fit into this many pixels; the least important ones are removed first. */
export function fitting<Row>(
  columns: readonly GridColumn<Row>[],
  room: number,
): readonly GridColumn<Row>[] {
  const steps = columns.flatMap(({ leaves }) => leaves ?? []).toSorted((a, b) => a - b);
  const lastGone = [0, ...steps].find((step) => leastWidth(staying(columns, step)) <= room);
  return staying(columns, lastGone ?? Infinity);
}

function staying<Row>(
  columns: readonly GridColumn<Row>[],
  lastGone: number,
): readonly GridColumn<Row>[] {
  return columns.filter(({ leaves }) => leaves === undefined || leaves > lastGone);
}

/** The least width in which columns can be read, in pixels. */
function leastWidth(columns: readonly Sized[]): number {
  return columns.reduce((sum, { width }) => sum + width.least + GAP_PX, -GAP_PX);
}

/** As tracks of a CSS grid. */
export function tracksOf(columns: readonly Sized[]): string {
  return columns.map(({ width }) => trackOf(width)).join(' ');
}

const trackOf = ({ least, share }: ColumnWidth): string =>
  share === undefined ? `${String(least)}px` : `minmax(${String(least)}px, ${String(share)}fr)`;

/** Rows of a longer list aren't compared: those that aren't read could differ. */
const MOST_COMPARED = 200;

/** The rows that a grid has, as far as they are read. */
interface ComparedRows<Row> {
  readonly count: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly sort?: GridSort | undefined;
}

/** What rows of a grid say alike. */
export interface SameText {
  readonly head: string;
  readonly text: string;
}

/** What a column says in every row, empty where that is nothing; null where rows differ or aren't all read. */
function sameInAll<Row>(
  { cell, place, sortBy, isAlwaysShown }: GridColumn<Row>,
  { count, rowAt, sort }: ComparedRows<Row>,
): string | null {
  const isNamed = place !== 'line' || isAlwaysShown === true;
  if (isNamed || count < 2 || count > MOST_COMPARED) return null;
  // Its head shows how rows are sorted.
  if (sortBy !== undefined && sort?.by === sortBy) return null;
  let same: string | null = null;
  for (let index = 0; index < count; index += 1) {
    const row = rowAt(index);
    const shown = row === undefined ? undefined : (cell(row) ?? false);
    const text = shown === false ? '' : shown;
    if (typeof text !== 'string' || (same !== null && text !== same)) return null;
    same = text;
  }
  return same;
}

/**
 * The columns in which rows differ, and what the others say of all of them. One that was shown stays, whatever the rows
 * say later.
 */
function useVaryingColumns<Row>(
  all: readonly GridColumn<Row>[],
  rows: ComparedRows<Row>,
): {
  readonly varying: readonly GridColumn<Row>[];
  readonly same: readonly SameText[];
} {
  const [shown, setShown] = useState<ReadonlySet<string>>(NONE_SHOWN);
  const same = all.flatMap((column) => {
    const text = shown.has(column.head) ? null : sameInAll(column, rows);
    return text === null ? [] : [{ head: column.head, text }];
  });
  const fresh = all.filter(
    ({ head }) => !shown.has(head) && same.every((one) => one.head !== head),
  );
  if (fresh.length > 0) setShown(new Set([...shown, ...fresh.map(({ head }) => head)]));
  const varying = useWithout(all, same.map(({ head }) => head).join('\n'));
  return { varying, same: same.filter(({ text }) => text !== '') };
}

/** Columns but those with some heads, one a line; the same list while these are the same. */
function useWithout<Row>(
  all: readonly GridColumn<Row>[],
  heads: string,
): readonly GridColumn<Row>[] {
  return useMemo(() => {
    const left = heads.split('\n');
    return all.filter(({ head }) => !left.includes(head));
  }, [all, heads]);
}

/** Of a grid whose rows are still being read. */
const NO_ROWS = { count: 0, rowAt: () => undefined };

const NONE_SHOWN: ReadonlySet<string> = new Set();

/**
 * The columns for which there is room, in what the grid scrolls in; narrow, a row is an item of a few lines with every
 * column. What counts is the grid's own width and not the screen's: the simulation panel may stand beside it.
 */
export function useColumns<Row>(
  all: readonly GridColumn<Row>[],
  isSelectable: boolean,
  rows: ComparedRows<Row> = NO_ROWS,
) {
  const { varying, same } = useVaryingColumns(all, rows);
  const scroller = useWidth();
  const isNarrow = !useMedia('(min-width: 640px)');
  const room = scroller.width - ROW_PADDING_PX - (isSelectable ? MARK_PX : 0);
  // The same list as long as the same columns fit, or every row would be rendered with each scroll.
  const columns = useMemo(
    () => (isNarrow ? varying : fitting(varying, room)),
    [varying, isNarrow, room],
  );
  return { scroller, columns, same, tracks: tracksOf(columns), isNarrow };
}

/** Whether the row is the one that Tab leads to; the grid provides it for each row. */
export const CurrentRowContext = createContext(false);

/** The `tabIndex` of a control in a row: only those of the current row are the next stops of Tab. */
export function useRowTabIndex(): 0 | -1 {
  return use(CurrentRowContext) ? 0 : -1;
}
