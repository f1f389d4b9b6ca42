import { common } from '#src/strings/common.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { HeldRestore } from '#src/ui/RestoreMenu.tsx';
import { NameLink, RouterButton } from '#src/ui/links.tsx';

/** A backup instance in a table: its address and its name. */
interface InstanceLink {
  readonly address: string;
  readonly name: string;
}

type LinkOf<Row> = (row: Row) => InstanceLink;

/** The column whose names lead to the pages of backup instances. */
export const instanceColumn = <Row,>(head: string, linkOf: LinkOf<Row>): Column<Row> => ({
  head,
  cell: (row) => {
    const { address, name } = linkOf(row);
    return (
      <NameLink to="/instances/$instanceId" params={{ instanceId: address }}>
        {name}
      </NameLink>
    );
  },
});

/** The column that leads to the restore of backup instances. */
export const restoreColumn = <Row,>(
  head: string,
  linkOf: LinkOf<Row>,
  label: (name: string) => string,
  /** Why a row can’t be restored now; undefined: it can. */
  heldOf: (row: Row) => string | undefined = () => undefined,
): Column<Row> => ({
  head,
  cell: (row) => {
    const { address, name } = linkOf(row);
    const held = heldOf(row);
    return held !== undefined ? (
      <HeldRestore label={label(name)} why={held} />
    ) : (
      <RouterButton
        size="small"
        to="/restore/new"
        search={{ instance: address }}
        preload={false}
        aria-label={label(name)}
      >
        {common.restore}
      </RouterButton>
    );
  },
});
