import type { MeasuredHeights, RowHeights } from '#src/ui/grid/row-heights.ts';
import type { RowRange } from '#src/ui/grid/use-row-range.ts';

/** Rows drawn beyond either edge of what is seen. */
const OVERSCAN = 6;

/** What is seen of a list, in pixels from the top of its first row. */
export interface Sight {
  readonly top: number;
  readonly height: number;
}

/** The rows of which something is in sight; null: none, as there is no room or no row. */
export function rowsInSight(
  heights: RowHeights,
  count: number,
  { top, height }: Sight,
): RowRange | null {
  if (count === 0 || height === 0) return null;
  const end = count - 1;
  // A list that is pulled beyond its edge, or has grown shorter under the view, shows the row there.
  const first = Math.min(end, heights.at(Math.max(0, top)));
  const below = heights.at(Math.max(0, top + height));
  // A row that starts where the view ends isn't in it.
  const last = heights.startOf(below) >= top + height ? below - 1 : below;
  return { first, last: Math.min(end, Math.max(first, last)) };
}

/** The indexes of the rows to draw, in their order: what is in sight, a few beyond it, and the current row. */
export function rowsToDraw(inSight: RowRange | null, count: number, current: number): number[] {
  if (inSight === null) return [];
  const first = Math.max(0, inSight.first - OVERSCAN);
  const last = Math.min(count - 1, inSight.last + OVERSCAN);
  const drawn = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  if (current < first) return [current, ...drawn];
  return current > last && current < count ? [...drawn, current] : drawn;
}

/** A row's index and its height in pixels. */
export type RowHeight = readonly [index: number, px: number];

/**
 * Notes what rows measure. By how much the view has to be moved so that what is read in it stays where it
 * is; null: every height was known.
 */
export function noteHeights(
  heights: MeasuredHeights,
  measured: readonly RowHeight[],
  top: number,
): number | null {
  let moved = 0;
  let isNews = false;
  for (const [index, px] of measured) {
    const isFirst = !heights.isMeasured(index);
    // A row at the upper edge that is drawn for the first time has its end in its place, like those
    // above it; once it has been read, it grows at its end.
    const edge = heights.startOf(isFirst ? index : index + 1);
    const isAbove = isFirst ? edge < top + moved : edge <= top + moved;
    const more = heights.note(index, px);
    if (isAbove) moved += more;
    isNews ||= more !== 0;
  }
  return isNews ? moved : null;
}
