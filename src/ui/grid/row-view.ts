import { flushSync } from 'react-dom';
import { afterReal } from '#src/lib/clock.ts';
import { newListeners } from '#src/lib/listeners.ts';
import { evenHeights, measuredHeights, type RowHeights } from '#src/ui/grid/row-heights.ts';
import { noteHeights, rowsInSight } from '#src/ui/grid/row-window.ts';
import { ITEM_PX, ROW_PX } from '#src/ui/grid/styles.ts';
import type { RowRange } from '#src/ui/grid/use-row-range.ts';

/** What scrolls, and the items measured in it; see {@link rowView}. */
export interface RowView {
  readonly heights: (isNarrow: boolean) => RowHeights;
  /** Calls back when other rows are in sight, or the same ones elsewhere. Returns the way to stop. */
  readonly listen: (listener: () => void) => () => void;
  /** The same object until other rows are in sight, or the same ones elsewhere. */
  readonly inSight: (isNarrow: boolean, count: number) => RowRange | null;
  /** Follows what scrolls. Returns the way to stop. */
  readonly attach: (element: HTMLElement) => () => void;
  /** Follows the height of an item. Returns the way to stop. */
  readonly measure: (item: HTMLElement | null) => (() => void) | undefined;
  readonly toTop: () => void;
  /** Brings a row that is drawn into sight, by the least movement. */
  readonly reveal: (row: HTMLElement) => void;
}

/** How often a row is brought into sight again, because what came into sight with it was of another height. */
const MOST_MOVES = 5;

/** Follows nothing yet. */
export function rowView(): RowView {
  const even = evenHeights(ROW_PX);
  const measured = measuredHeights(ITEM_PX);
  const changes = newListeners();
  const items = new Set<HTMLElement>();
  let scroller: HTMLElement | null = null;
  let sight = { top: 0, height: 0 };
  let known: RowRange | null = null;
  let isDelivering = false;

  const look = (): void => {
    if (scroller === null) return;
    sight = { ...sight, top: scroller.scrollTop };
    // React renders what a store tells before anything else is painted: no place is ever seen blank.
    changes.tell();
  };
  /** Measures items; whether any was of another height. All is read before anything is written. */
  const take = (some: Iterable<HTMLElement>): boolean => {
    const heights = Array.from(
      some,
      (item) => [Number(item.dataset['index']), item.offsetHeight] as const,
    );
    // What isn't displayed keeps its height.
    const moved = noteHeights(
      measured,
      heights.filter(([, px]) => px > 0),
      sight.top,
    );
    if (moved === null) return false;
    known = null;
    sight = { ...sight, top: sight.top + moved };
    // First the list is as long as it has to be, then it is scrolled; both are seen in one frame.
    flushSync(changes.tell);
    if (moved !== 0 && scroller !== null) {
      scroller.scrollTop += moved;
      look();
    }
    return true;
  };
  const observer = new ResizeObserver((entries) => {
    isDelivering = true;
    take(entries.flatMap(({ target }) => (target instanceof HTMLElement ? [target] : [])));
    isDelivering = false;
  });
  return {
    heights: (isNarrow) => (isNarrow ? measured : even),
    listen: changes.listen,
    inSight: (isNarrow, count) => {
      const now = rowsInSight(isNarrow ? measured : even, count, sight);
      if (now?.first !== known?.first || now?.last !== known?.last) known = now;
      return known;
    },
    attach: (element) => {
      scroller = element;
      const resize = (): void => {
        sight = { ...sight, height: element.clientHeight };
        look();
      };
      const size = new ResizeObserver(resize);
      size.observe(element);
      element.addEventListener('scroll', look, { passive: true });
      resize();
      return () => {
        size.disconnect();
        element.removeEventListener('scroll', look);
        scroller = null;
      };
    },
    measure: (item) => {
      if (item === null) return undefined;
      items.add(item);
      const observe = (): void => {
        if (items.has(item)) observer.observe(item);
      };
      // What is drawn because of a measurement would be too late for the same round of them, which
      // browsers report as an error.
      if (isDelivering) afterReal(0, observe);
      else observe();
      return () => {
        items.delete(item);
        observer.unobserve(item);
      };
    },
    toTop: () => scroller?.scrollTo({ top: 0 }),
    reveal: (row) => {
      for (let moves = 0; moves < MOST_MOVES; moves += 1) {
        row.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        flushSync(look);
        if (!take(items)) return;
      }
    },
  };
}
