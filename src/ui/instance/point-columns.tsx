import { dateTimeText, roughDurationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import type { GridColumn } from '#src/ui/grid/column.ts';
import { useRowTabIndex } from '#src/ui/grid/current-row.ts';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { TwoLines } from '#src/ui/TwoLines.tsx';

const words = instance.points;

interface Point {
  readonly name: string;
  /** Null: not reported. */
  readonly time: Instant | null;
}

/** A restore point as people name it: by its time. */
export const pointText = ({ time, name }: Point): string =>
  time === null ? name : dateTimeText(time);

/** The column with the time of a restore point, and its age. */
export const pointTimeColumn = <Row extends Point>(
  head: string,
  width: GridColumn<Row>['width'],
  now: Instant,
): GridColumn<Row> => ({
  head,
  width,
  place: 'name',
  cell: (point) => (
    <TwoLines
      first={pointText(point)}
      second={
        point.time === null ? common.notReported : words.ago(roughDurationText(now - point.time))
      }
    />
  ),
});

/** What a restore from a point starts with. */
interface RestoreSearch {
  readonly instance: string;
  readonly view?: 'secondary';
}

/** The column with the way to the wizard; `search` is what a restore from there starts with. */
export const pointRestoreColumn = <Row extends Point>(
  head: string,
  search: RestoreSearch,
): GridColumn<Row> => ({
  head,
  width: { least: 84 },
  place: 'end',
  cell: (point) => <RestoreCell point={point} search={search} />,
});

interface RestoreCellProps {
  readonly point: Point;
  readonly search: RestoreSearch;
}

function RestoreCell({ point, search }: RestoreCellProps) {
  const tabIndex = useRowTabIndex();
  return (
    <RouterButton
      size="small"
      to="/restore/new"
      search={{ ...search, point: point.name }}
      preload={false}
      tabIndex={tabIndex}
      aria-label={words.restoreAsOf(pointText(point))}
    >
      {common.restore}
    </RouterButton>
  );
}
