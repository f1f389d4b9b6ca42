import { common } from '#src/strings/common.ts';
import { restoreOptions as words } from '#src/strings/restore-options.ts';
import type { GridColumn } from '#src/ui/grid/column.ts';
import { type RestoreMenuProps, RowRestore } from '#src/ui/RestoreMenu.tsx';

/** The last column of a list of backup instances: the way to the wizard. */
export const restoreColumn = <Row,>(cell: GridColumn<Row>['cell']): GridColumn<Row> => ({
  head: common.restore,
  width: { least: 92 },
  place: 'line',
  cell,
});

interface RestoreCellProps extends Pick<
  RestoreMenuProps,
  'search' | 'options' | 'blocked' | 'held'
> {
  readonly name: string;
}

/** Restore in the row of a backup instance. */
export const RestoreCell = ({ name, ...restore }: RestoreCellProps) => (
  <RowRestore {...restore} label={words.of(name)} />
);
