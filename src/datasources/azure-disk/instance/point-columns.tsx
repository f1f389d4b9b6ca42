import { durationText, roughDurationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskRecoveryPoint } from '#src/model/backup-vaults.ts';
import { common } from '#src/strings/common.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { instance } from '#src/strings/instance.ts';
import { type GridColumn, MOMENT_PX } from '#src/ui/grid/column.ts';
import { pointRestoreColumn, pointTimeColumn } from '#src/ui/instance/point-columns.tsx';
import { Moment } from '#src/ui/Moment.tsx';
import { TwoLines } from '#src/ui/TwoLines.tsx';

const words = diskPages.instance.points;

export interface PointColumnsContext {
  readonly now: Instant;
  /** The disk's address, for the way to the wizard. */
  readonly address: string;
}

/** The columns of the points of a disk. */
export function diskPointColumns(context: PointColumnsContext): GridColumn<DiskRecoveryPoint>[] {
  const { now, address } = context;
  return [
    pointTimeColumn(words.heads.time, { least: MOMENT_PX, share: 1 }, now),
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
      width: { least: MOMENT_PX, share: 1 },
      place: 'line',
      cell: ({ expiresAt }) =>
        expiresAt === null ? (
          common.notReported
        ) : (
          <TwoLines
            first={<Moment at={expiresAt} />}
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
    pointRestoreColumn(words.heads.restore, { search: { instance: address } }),
  ];
}
