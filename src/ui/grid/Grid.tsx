import { makeStyles, tokens } from '@fluentui/react-components';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { countText } from '#src/lib/format.ts';
import { isCut, type RowRange } from '#src/lib/list.ts';
import { common } from '#src/strings/common.ts';
import { GridHeads, GridRow } from '#src/ui/grid/GridRow.tsx';
import { type GridColumn, type GridSort, type SameText, useColumns } from '#src/ui/grid/columns.ts';
import { rowSlots, useRowWindow } from '#src/ui/grid/rows.ts';
import { HEAD_PX, ITEM_PX, ROW_PX, useGridStyles } from '#src/ui/grid/styles.ts';
import { useCaveat } from '#src/ui/caveats.ts';
import { isForTab, isOfRow } from '#src/ui/dom.ts';
import { ReadWait } from '#src/ui/states.tsx';
import { Name } from '#src/ui/text.tsx';

interface Place {
  readonly index: number;
  readonly count: number;
  /** Rows in view. */
  readonly page: number;
}

/** The row that a key leads to from another; null when the key leads nowhere. */
function destination(key: string, { index, count, page }: Place): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'PageDown':
      return Math.min(last, index + page);
    case 'PageUp':
      return Math.max(0, index - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

export interface GridProps<Row> {
  /** What the grid holds, for screen readers. */
  readonly label: string;
  /** Which part of a list is shown: another one starts at its top. Left out: it is always the same. */
  readonly part?: string;
  readonly columns: readonly GridColumn<Row>[];
  /** It stands below something else: its heads and its narrow items are low. */
  readonly isDense?: boolean | undefined;
  /** How many rows there are, read or not. */
  readonly count: number;
  /** The row of an index; undefined while it is not read. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly rowKey: (row: Row) => string;
  readonly sort?: GridSort;
  readonly onSort?: (sort: GridSort) => void;
  /** Told which rows are drawn, so that they can be read. */
  readonly onRange?: (first: number, last: number) => void;
  /**
   * Key of the chosen row, or keys where several can be chosen; null: none yet. Left out where rows
   * cannot be chosen.
   */
  readonly selected?: string | readonly string[] | null;
  /** What a row that can be chosen is called: a name, as its whole text would be one too long. */
  readonly rowName?: (row: Row) => string;
  readonly onSelect?: (row: Row) => void;
  /** What Enter on a row does, and a press where rows can't be chosen. */
  readonly onOpen?: (row: Row) => void;
}

/**
 * A table of any length: only the rows in view are drawn. One stop for Tab; arrows, Page up and
 * down, Home and End go through the rows, Enter opens one, the space bar or a press chooses it. On a
 * narrow screen a row is an item of a few lines.
 */
export function Grid<Row>(props: GridProps<Row>) {
  const styles = useGridStyles();
  const { count, rowAt, rowKey, selected, onSelect, isDense: isLow = false } = props;
  const isOneOfMany = typeof selected === 'object' && selected !== null;
  const isSelectable = selected !== undefined;
  const shown = useColumns(props.columns, isSelectable, props);
  const { scroller, columns, same, tracks, isNarrow } = shown;
  const [slots] = useState(() => rowSlots<Row>());
  const [{ part, index: wanted }, setPlace] = useState({ part: props.part, index: 0 });
  const setCurrent = (index: number): void => setPlace({ part: props.part, index });
  if (part !== props.part) setCurrent(0);
  const current = Math.min(wanted, Math.max(0, count - 1));
  const view = useRowWindow({ scroller, count, isNarrow, current });
  const { inSight } = view;
  const focus = (index: number): void => {
    view.reveal(index);
    rowOf(scroller.element.current, index)?.focus({ preventScroll: true });
  };
  const goTo = (index: number): void => {
    flushSync(() => setCurrent(index));
    focus(index);
  };
  const hasFocus = useRef(false);
  const shownPart = useRef(props.part);
  const onOtherRows = useEffectEvent(
    (_count: number, newPart: string | undefined, range: RowRange | null) => {
      if (shownPart.current !== newPart) {
        shownPart.current = newPart;
        view.toTop();
      } else if (hasFocus.current && wanted > current) {
        setCurrent(current);
        focus(current);
      }
      if (range !== null) props.onRange?.(range.first, range.last);
    },
  );
  // Whoever reads the rows hears which are in sight. A live list grows shorter: a row that is gone
  // takes the focus with it out of React's sight.
  useEffect(() => onOtherRows(count, props.part, inSight), [count, props.part, inSight]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const index = indexOf(event.target);
    if (index === null) return;
    const next = destination(event.key, { index, count, page: pageOf(scroller.element.current) });
    const row = rowAt(index);
    if (next !== null) goTo(next);
    else if (event.key === 'Enter' && row !== undefined) props.onOpen?.(row);
    else if (event.key === ' ' && row !== undefined) onSelect?.(row);
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent<HTMLDivElement>): void => {
    const index = indexOf(closestRow(event.target));
    const row = index === null ? undefined : rowAt(index);
    if (index === null || row === undefined) return;
    // A press on a control of the row is the control's own, and so is the focus.
    if (!isOfRow(event)) {
      setCurrent(index);
      return;
    }
    goTo(index);
    pressOf(event, props)?.(row);
  };
  const rows = slots.place(
    view.drawn.map((index) => {
      const row = rowAt(index);
      return { index, key: row === undefined ? undefined : rowKey(row), row };
    }),
    // The row with the focus stays where it is, or what is pressed in it would be gone.
    hasFocus.current && current === wanted ? current : null,
  );
  return (
    <>
      <SameInAll same={same} />
      <div ref={scroller.attach} className={styles.scroller}>
        <div
          role="grid"
          aria-label={props.label}
          aria-rowcount={count + 1}
          aria-colcount={columns.length}
          aria-multiselectable={isOneOfMany || undefined}
          tabIndex={-1}
          onFocus={({ target }) => {
            hasFocus.current = closestRow(target) !== null;
          }}
          onBlur={() => {
            hasFocus.current = false;
          }}
          onKeyDown={onKeyDown}
          onClick={onClick}
        >
          <GridHeads
            columns={columns}
            tracks={tracks}
            sort={props.sort}
            // Low items on a narrow screen have no heads to see.
            onSort={isLow && isNarrow ? undefined : props.onSort}
            isSelectable={isSelectable}
            isDense={isLow}
          />
          <div role="rowgroup" className={styles.body} style={{ height: view.height }}>
            {rows.map(({ index, slot, key, row }) => (
              <GridRow
                // Items of a few lines are measured each in its place.
                key={isNarrow ? `row ${String(index)}` : `slot ${String(slot)}`}
                columns={columns}
                tracks={tracks}
                row={row}
                name={row === undefined ? undefined : props.rowName?.(row)}
                index={index}
                start={view.startOf(index)}
                isNarrow={isNarrow}
                isDense={isLow}
                isCurrent={index === current}
                isSelected={
                  selected === undefined ? undefined : key !== undefined && isAmong(key, selected)
                }
                isOneOfMany={isOneOfMany}
                measure={isNarrow ? view.measure : undefined}
              />
            ))}
          </div>
        </div>
      </div>
    </>
  );
}

/** What every row says, in place of a column that would say it again and again. */
function SameInAll({ same }: { readonly same: readonly SameText[] }) {
  const styles = useGridStyles();
  if (same.length === 0) return null;
  return (
    <ul aria-label={common.sameInAll} className={styles.same}>
      {same.map(({ head, text }) => (
        <li key={head}>
          {`${head}: `}
          <Name>{text}</Name>
        </li>
      ))}
    </ul>
  );
}

function isAmong(key: string, selected: string | readonly string[] | null): boolean {
  return typeof selected === 'string' ? key === selected : (selected?.includes(key) ?? false);
}

/** What a press on a row does: it chooses the row, and opens it where rows can't be chosen. */
function pressOf<Row>(event: MouseEvent, { onSelect, onOpen }: GridProps<Row>) {
  return onSelect ?? (isForTab(event) ? undefined : onOpen);
}

function rowOf(scroller: HTMLElement | null, index: number): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-index="${String(index)}"]`) ?? null;
}

function closestRow(target: EventTarget): EventTarget | null {
  return target instanceof Element ? target.closest('[data-index]') : null;
}

/** The index of a row that is itself the target; keys in its links and buttons are theirs. */
function indexOf(target: EventTarget | null): number | null {
  if (!(target instanceof HTMLElement)) return null;
  const { index } = target.dataset;
  return index === undefined ? null : Number(index);
}

/** Rows that stand there until the first ones are read. */
const LOADING_ROWS = 12;

/** How many rows one page key goes past: what is in view but for two rows, so that the eye keeps its place. */
const pageOf = (scrolled: HTMLElement | null): number =>
  Math.max(1, Math.floor((scrolled?.clientHeight ?? 0) / ROW_PX) - 2);

interface GridLoadingProps<Row> {
  /** What is being read, as in "Reading the backup instances." */
  readonly what: string;
  readonly columns: readonly GridColumn<Row>[];
  /** As in the grid that takes its place. */
  readonly isSelectable: boolean;
  readonly isDense?: boolean | undefined;
}

/**
 * A grid whose first rows are being read: the same places, so that nothing jumps. Says until when Azure asks to wait,
 * and that it takes longer than usual.
 */
export function GridLoading<Row>({
  what,
  columns: all,
  isSelectable,
  isDense = false,
}: GridLoadingProps<Row>) {
  const styles = useGridStyles();
  const { scroller, columns, tracks, isNarrow } = useColumns(all, isSelectable);
  const height = isNarrow ? ITEM_PX : ROW_PX;
  return (
    <div ref={scroller.attach} className={styles.scroller}>
      <span role="progressbar" aria-label={common.reading(what)} className={styles.unseen} />
      <ReadWait />
      <div role="grid" aria-label={common.reading(what)} aria-busy>
        <GridHeads
          columns={columns}
          tracks={tracks}
          sort={undefined}
          onSort={undefined}
          isSelectable={isSelectable}
          isDense={isDense}
        />
        <div
          role="rowgroup"
          className={styles.body}
          style={{ height: HEAD_PX + LOADING_ROWS * height }}
        >
          {Array.from({ length: LOADING_ROWS }, (_, index) => (
            <GridRow
              key={index}
              columns={columns}
              tracks={tracks}
              row={undefined}
              name={undefined}
              index={index}
              start={index * height}
              isNarrow={isNarrow}
              isDense={isDense}
              isCurrent={false}
              isSelected={isSelectable ? false : undefined}
              isOneOfMany={false}
              measure={undefined}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

const useFooterStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  // As high as the buttons that come beside it.
  count: { minHeight: '24px' },
});

interface GridFooterProps {
  /** How many rows there are; told to screen readers when it changes. */
  readonly count: string;
  /** The list as it was read; the footer shows if Azure has more. */
  readonly list?: readonly unknown[] | undefined;
  readonly children?: ReactNode;
}

/** What stands under a grid. */
export function GridFooter({ count, list, children }: GridFooterProps) {
  const styles = useFooterStyles();
  const cut = list !== undefined && isCut(list) ? common.cut(countText(list.length)) : null;
  useCaveat(cut);
  return (
    <div className={styles.root}>
      <span role="status" className={styles.count}>
        {`${count} ${cut ?? ''}`.trim()}
      </span>
      {children}
    </div>
  );
}
