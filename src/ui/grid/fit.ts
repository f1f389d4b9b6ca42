import type { ColumnWidth, GridColumn } from '#src/ui/grid/column.ts';

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
