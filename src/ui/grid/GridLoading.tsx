import { common } from '#src/strings/common.ts';
import type { GridColumn } from '#src/ui/grid/column.ts';
import { GridHeads } from '#src/ui/grid/GridHeads.tsx';
import { GridRow } from '#src/ui/grid/GridRow.tsx';
import { HEAD_PX, ITEM_PX, ROW_PX, useGridStyles } from '#src/ui/grid/styles.ts';
import { useColumns } from '#src/ui/grid/use-columns.ts';
import { ReadWait } from '#src/ui/states.tsx';

/** Rows that stand there until the first ones are read. */
const ROWS = 12;

export interface GridLoadingProps<Row> {
  /** What is being read, as in "Reading the backup instances." */
  readonly what: string;
  readonly columns: readonly GridColumn<Row>[];
  /** As in the grid that takes its place. */
  readonly isSelectable: boolean;
}

/**
 * A grid whose first rows are being read: the same places, so that nothing jumps. Says until when Azure asks to wait,
 * and that it takes longer than usual.
 */
export function GridLoading<Row>({ what, columns: all, isSelectable }: GridLoadingProps<Row>) {
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
        />
        <div role="rowgroup" className={styles.body} style={{ height: HEAD_PX + ROWS * height }}>
          {Array.from({ length: ROWS }, (_, index) => (
            <GridRow
              key={index}
              columns={columns}
              tracks={tracks}
              row={undefined}
              name={undefined}
              index={index}
              start={index * height}
              isNarrow={isNarrow}
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
