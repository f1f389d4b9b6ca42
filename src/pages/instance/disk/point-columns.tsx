import { dateTimeText, durationText, roughDurationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskRecoveryPoint } from '#src/model/data-protection.ts';
import { common } from '#src/strings/common.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { instance } from '#src/strings/instance.ts';
import type { GridColumn } from '#src/ui/grid/column.ts';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { TwoLines } from '#src/ui/TwoLines.tsx';

const words = diskPages.instance.points;

export interface PointColumnsContext {
  readonly now: Instant;
  /** The disk's address, for the way to the wizard. */
  readonly address: string;
}

/** A point as people name it: by its time. */
const pointText = ({ time, name }: DiskRecoveryPoint): string =>
  time === null ? name : dateTimeText(time);

/** The columns of the points of a disk. */
export function diskPointColumns(context: PointColumnsContext): GridColumn<DiskRecoveryPoint>[] {
  const { now, address } = context;
  return [
    {
      head: words.heads.time,
      width: { least: 124, share: 1 },
      place: 'name',
      cell: (point) => (
        <TwoLines
          first={pointText(point)}
          second={
            point.time === null
              ? common.notReported
              : instance.points.ago(roughDurationText(now - point.time))
          }
        />
      ),
    },
    {
      head: words.heads.kind,
      width: { least: 104, share: 1 },
      leaves: 1,
      place: 'line',
      cell: ({ kind, isComplete }) => (
        <TwoLines
          first={kind ?? common.notReported}
          second={isComplete === false ? words.partial : words.snapshot}
        />
      ),
    },
    {
      head: words.heads.expires,
      width: { least: 124, share: 1 },
      place: 'line',
      cell: ({ expiresAt }) =>
        expiresAt === null ? (
          common.notReported
        ) : (
          <TwoLines
            first={dateTimeText(expiresAt)}
            second={
              expiresAt <= now ? words.expired : words.left(roughDurationText(expiresAt - now))
            }
          />
        ),
    },
    {
      head: words.heads.lost,
      width: { least: 104, share: 1.1 },
      place: 'line',
      cell: ({ time }) =>
        time === null ? common.notReported : instance.points.lost(durationText(now - time)),
    },
    {
      head: words.heads.restore,
      width: { least: 84 },
      place: 'end',
      cell: (point, isCurrent) => (
        <RouterButton
          size="small"
          to="/restore/new"
          search={{ instance: address, point: point.name }}
          preload={false}
          tabIndex={isCurrent ? 0 : -1}
          aria-label={instance.points.restoreAsOf(pointText(point))}
        >
          {common.restore}
        </RouterButton>
      ),
    },
  ];
}
