import { ConnectionNote } from '#src/datasources/commvault-vm/connection/ConnectionNote.tsx';
import { useChosenHost } from '#src/datasources/commvault-vm/connection/chosen-host.ts';
import { useConnected } from '#src/datasources/commvault-vm/connection/use-connected.ts';
import type { WithColumnsProps } from '#src/datasources/list.ts';
import type { GridColumn } from '#src/ui/grid/column.ts';
import { type ColumnsContext, withColumns } from '#src/ui/grid/own-columns.tsx';
import { usePartStyles } from '#src/ui/instance/part-styles.ts';

/** Draws with columns, below a note where there is no token: what was read before stays. */
export const withNote = <Row,>(columnsOf: (context: ColumnsContext) => GridColumn<Row>[]) => {
  const WithColumns = withColumns(columnsOf);
  return function WithNote({ rows, ...rest }: WithColumnsProps<Row>) {
    const styles = usePartStyles();
    const host = useChosenHost() ?? '';
    const isConnected = useConnected(host);
    return (
      <>
        <div className={styles.inset}>
          <ConnectionNote host={host} />
        </div>
        {(isConnected || rows.read.data !== undefined) && <WithColumns {...rest} />}
      </>
    );
  };
};
