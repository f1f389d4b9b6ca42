import { mergeClasses } from '@fluentui/react-components';
import { ArrowDown12Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp12Regular } from '@fluentui/react-icons/svg/arrow-up';
import { CheckboxChecked20Filled } from '@fluentui/react-icons/svg/checkbox-checked';
import { CheckboxUnchecked20Regular } from '@fluentui/react-icons/svg/checkbox-unchecked';
import { RadioButton20Filled, RadioButton20Regular } from '@fluentui/react-icons/svg/radio-button';
import { memo, type ReactNode, type Ref } from 'react';
import { textInSentence } from '#src/lib/visible-text.ts';
import { CurrentRowContext, type GridColumn, type GridSort } from '#src/ui/grid/columns.ts';
import { ROW_PX, useGridStyles } from '#src/ui/grid/styles.ts';
import { Name } from '#src/ui/text.tsx';

interface GridHeadsProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly tracks: string;
  readonly sort: GridSort | undefined;
  readonly onSort: ((sort: GridSort) => void) | undefined;
  /** Whether rows can be chosen, so that their cells stand further in. */
  readonly isSelectable: boolean;
  readonly isDense: boolean;
}

/** The heads of a grid; a press on one sorts by it, a second turns the order round. */
export function GridHeads<Row>({
  columns,
  tracks,
  sort,
  onSort,
  isSelectable,
  isDense,
}: GridHeadsProps<Row>) {
  const styles = useGridStyles();
  return (
    <div role="rowgroup" className={styles.headGroup}>
      <div
        role="row"
        aria-rowindex={1}
        className={mergeClasses(
          styles.headRow,
          isSelectable && styles.withMark,
          isDense && styles.lowHeads,
        )}
        style={{ gridTemplateColumns: tracks }}
      >
        {columns.map(({ head, sortBy, isNumber }) => (
          <div
            key={head}
            role="columnheader"
            aria-sort={sortBy === undefined ? undefined : orderOf(sortBy, sort)}
            className={mergeClasses(
              styles.head,
              isNumber && styles.number,
              (sortBy === undefined || onSort === undefined) && styles.unsorted,
            )}
          >
            {sortBy === undefined || onSort === undefined ? (
              head
            ) : (
              <button
                type="button"
                className={styles.sort}
                onClick={() => onSort(turned(sortBy, sort))}
              >
                {head}
                <SortArrow order={orderOf(sortBy, sort)} />
              </button>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

type Order = 'ascending' | 'descending' | 'none';

function orderOf(by: string, sort: GridSort | undefined): Order {
  if (sort?.by !== by) return 'none';
  return sort.isDescending ? 'descending' : 'ascending';
}

function turned(by: string, sort: GridSort | undefined): GridSort {
  return { by, isDescending: sort?.by === by && !sort.isDescending };
}

function SortArrow({ order }: { readonly order: Order }) {
  if (order === 'none') return null;
  return order === 'ascending' ? (
    <ArrowUp12Regular aria-hidden />
  ) : (
    <ArrowDown12Regular aria-hidden />
  );
}

interface GridRowProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly tracks: string;
  /** Undefined: not read yet. */
  readonly row: Row | undefined;
  /** Undefined: the row is called by its text. */
  readonly name: string | undefined;
  readonly index: number;
  /** Pixels from the top of the body. */
  readonly start: number;
  readonly isNarrow: boolean;
  /** Narrow, it is as low as may be. */
  readonly isDense: boolean;
  /** The row that Tab leads to. */
  readonly isCurrent: boolean;
  /** Undefined where rows cannot be chosen. */
  readonly isSelected: boolean | undefined;
  /** Others can be chosen beside it. */
  readonly isOneOfMany: boolean;
  readonly measure: Ref<HTMLDivElement> | undefined;
}

const MARKS = {
  one: { chosen: <RadioButton20Filled />, open: <RadioButton20Regular /> },
  several: { chosen: <CheckboxChecked20Filled />, open: <CheckboxUnchecked20Regular /> },
};

type RowCellsProps<Row> = Pick<GridRowProps<Row>, 'columns' | 'row' | 'isNarrow'>;

function PlainRowCells<Row>({ columns, row, isNarrow }: RowCellsProps<Row>) {
  const styles = useGridStyles();
  return columns.map(({ head, cell, isNumber, isTight, place }) => (
    <div
      key={head}
      role="gridcell"
      className={mergeClasses(
        styles.cell,
        isNarrow ? styles[place] : styles.wideCell,
        isTight && styles.tight,
        !isNarrow && isNumber && styles.number,
      )}
    >
      {row === undefined ? <span className={styles.blank} /> : <Name>{cell(row)}</Name>}
    </div>
  ));
}

/** What a row says; rendered again only when that changes, wherever the row moves. */
const RowCells: <Row>(props: RowCellsProps<Row>) => ReactNode = memo(PlainRowCells);

function PlainGridRow<Row>(props: GridRowProps<Row>) {
  const styles = useGridStyles();
  const { columns, row, index, isNarrow, isDense, isCurrent, isSelected } = props;
  const layout = isNarrow ? undefined : { gridTemplateColumns: props.tracks, height: ROW_PX };
  return (
    // The keys of the grid are heard by its body: one listener for all rows.
    <div
      ref={props.measure}
      role="row"
      aria-rowindex={index + 2}
      aria-label={props.name === undefined ? undefined : textInSentence(props.name)}
      aria-selected={isSelected}
      aria-busy={row === undefined || undefined}
      data-index={index}
      tabIndex={isCurrent ? 0 : -1}
      className={mergeClasses(
        styles.row,
        row !== undefined && styles.pressed,
        isNarrow && styles.item,
        isNarrow && isDense && styles.lowItem,
        isSelected !== undefined && styles.withMark,
        isSelected === true && styles.selected,
      )}
      style={{ ...layout, transform: `translateY(${String(props.start)}px)` }}
    >
      {isSelected !== undefined && (
        // What screen readers hear is `aria-selected`.
        <span aria-hidden className={mergeClasses(styles.mark, isSelected && styles.markChosen)}>
          {MARKS[props.isOneOfMany ? 'several' : 'one'][isSelected ? 'chosen' : 'open']}
        </span>
      )}
      <CurrentRowContext value={isCurrent}>
        <RowCells columns={columns} row={row} isNarrow={isNarrow} />
      </CurrentRowContext>
    </div>
  );
}

/** One row; rendered again only when something of its own changes, however fast the grid is scrolled. */
export const GridRow: <Row>(props: GridRowProps<Row>) => ReactNode = memo(PlainGridRow);
