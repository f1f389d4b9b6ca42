import { mergeClasses } from '@fluentui/react-components';
import { dateTimeText, leastDurationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { RestoreButton, type RestoreMenuProps, RowRestore } from '#src/ui/RestoreMenu.tsx';
import type { GridColumn } from '#src/ui/grid/columns.ts';
import { usePartStyles } from '#src/ui/styles.ts';
import { NameLink } from '#src/ui/links.tsx';
import { LossBar } from '#src/ui/points/signs.tsx';
import { TwoLines } from '#src/ui/text.tsx';

const words = instance.points;

interface Point {
  readonly name: string;
  /** Null: not reported. */
  readonly time: Instant | null;
}

/** A restore point as people name it: by its time. */
export const pointText = ({ time, name }: Point): string =>
  time === null ? name : dateTimeText(time);

/** The column with the time of a restore point. */
export const pointTimeColumn = <Row extends Point>(
  head: string,
  width: GridColumn<Row>['width'],
): GridColumn<Row> => ({
  head,
  width,
  place: 'name',
  cell: (point) => <TwoLines first={pointText(point)} />,
});

/** The column with how much is lost by a restore: a length, beside its share of the longest. */
export const pointLossColumn = <Row extends Point>(
  head: string,
  points: readonly Point[],
  now: Instant,
): GridColumn<Row> => {
  const most = Math.max(1, ...points.map(({ time }) => (time === null ? 0 : now - time)));
  return {
    head,
    width: { least: 192 },
    leaves: 8,
    place: 'line',
    cell: ({ time }) =>
      time === null ? (
        common.absence.notReported
      ) : (
        <Loss label={`${head}:`} ms={now - time} most={most} />
      ),
  };
};

interface LossProps {
  readonly label: string;
  readonly ms: number;
  readonly most: number;
}

function Loss({ label, ms, most }: LossProps) {
  const styles = usePartStyles();
  return (
    <span className={mergeClasses(styles.sign, styles.whole)}>
      <span className={styles.whenNarrow}>{label}</span>
      <LossBar share={ms / most} />
      {leastDurationText(ms)}
    </span>
  );
}

/** What a restore from a point starts with, and how it can be restored. */
interface PointRestores<Row> extends Pick<RestoreMenuProps, 'search' | 'options' | 'held'> {
  /** What stands in the way of an option for a point; left out: nothing known does. */
  readonly blockedAt?: (point: Row) => RestoreMenuProps['blocked'];
}

/** The column with the way to the wizard. */
export const pointRestoreColumn = <Row extends Point>(
  head: string,
  { search, options, held, blockedAt }: PointRestores<Row>,
): GridColumn<Row> => ({
  head,
  width: { least: options === undefined ? 84 : 92 },
  place: 'end',
  cell: (point) => (
    <RowRestore
      label={words.restoreAsOf(pointText(point))}
      search={{ ...search, point: point.name }}
      options={options}
      held={held}
      blocked={blockedAt?.(point)}
    />
  ),
});

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
export const restoreLinkColumn = <Row,>(
  head: string,
  linkOf: LinkOf<Row>,
  label: (name: string) => string,
  /** Why a row can’t be restored now; undefined: it can. */
  heldOf?: (row: Row) => string | undefined,
): Column<Row> => ({
  head,
  cell: (row) => {
    const { address, name } = linkOf(row);
    return (
      <RestoreButton label={label(name)} search={{ instance: address }} held={heldOf?.(row)} />
    );
  },
});
