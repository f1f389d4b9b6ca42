import { mergeClasses } from '@fluentui/react-components';
import { ArrowDown12Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp12Regular } from '@fluentui/react-icons/svg/arrow-up';
import type { GridColumn, GridSort } from '#src/ui/grid/column.ts';
import { useGridStyles } from '#src/ui/grid/styles.ts';

export interface GridHeadsProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly tracks: string;
  readonly sort: GridSort | undefined;
  readonly onSort: ((sort: GridSort) => void) | undefined;
  /** Whether rows can be chosen, so that their cells stand further in. */
  readonly isSelectable: boolean;
}

/** The heads of a grid; a press on one sorts by it, a second turns the order round. */
export function GridHeads<Row>({
  columns,
  tracks,
  sort,
  onSort,
  isSelectable,
}: GridHeadsProps<Row>) {
  const styles = useGridStyles();
  return (
    <div role="rowgroup" className={styles.headGroup}>
      <div
        role="row"
        aria-rowindex={1}
        className={mergeClasses(styles.headRow, isSelectable && styles.withMark)}
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
