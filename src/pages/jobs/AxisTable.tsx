import { gibOf } from '#src/lib/bytes.ts';
import { roughDurationText, timeText } from '#src/lib/format.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import { type AxisRow, clockText, rateText } from '#src/pages/jobs/LaneCells.tsx';
import { shortRangeText } from '#src/progress/live/progress-text.ts';
import { outlineOfJob } from '#src/progress/live/restore-names.ts';
import { kindText } from '#src/progress/live/running-restores.tsx';
import { rateOf, type ReadJob } from '#src/progress/live/running.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { running as words } from '#src/strings/progress.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { Name } from '#src/ui/text.tsx';

/** The restores in progress as a table: what the axis draws, and what it has no room for. */

/** The same as a table. */
export function AxisTable({
  rows,
  at,
}: {
  readonly rows: readonly AxisRow[];
  readonly at: Instant;
}) {
  const { table, heads } = words;
  const columns: readonly Column<AxisRow>[] = [
    { head: heads.restore, cell: ({ title }) => <Name>{title}</Name> },
    {
      head: table.kind,
      cell: ({ job, read }) => kindText(job, outlineOfJob(job.id, read?.job), true),
    },
    {
      head: table.started,
      cell: ({ lane }) => (lane.from === null ? common.absence.notReported : timeText(lane.from)),
    },
    {
      head: table.phase,
      cell: ({ read }) =>
        read ? (
          <Name>{read.progress.phase?.name ?? common.absence.notReported}</Name>
        ) : (
          common.absence.notRead
        ),
    },
    {
      head: table.percent,
      isNumber: true,
      cell: ({ read }) =>
        read
          ? read.progress.percent === null
            ? common.absence.notReported
            : pages.job.percent(read.progress.percent.value)
          : common.absence.notRead,
    },
    {
      head: heads.transferred,
      isNumber: true,
      cell: ({ read }) =>
        read
          ? read.progress.bytes === null
            ? common.absence.notReported
            : gibOf(read.progress.bytes, words.bytes)
          : common.absence.notRead,
    },
    { head: table.rate, isNumber: true, cell: ({ read }) => rateCell(read) },
    {
      head: table.ready,
      cell: ({ lane }) => (lane.ready === null ? words.notKnown : clockText(lane.ready)),
    },
    {
      head: table.left,
      cell: ({ read }) =>
        read?.progress.eta.kind === 'range' ? shortRangeText(read.progress.eta) : words.notKnown,
    },
    {
      head: table.usual,
      cell: ({ lane }) => (lane.usual === null ? words.notKnown : clockText(lane.usual)),
    },
    {
      head: table.cancel,
      cell: ({ lane }) =>
        lane.cancel === null ? words.notKnown : timeText(instant(lane.cancel.lowMs)),
    },
    {
      head: table.read,
      cell: ({ read }) =>
        read?.facts.observations
          ? words.readAgo(roughDurationText(at - read.facts.observations.latest.at))
          : common.absence.notRead,
    },
  ];
  return (
    <DataTable label={table.title} columns={columns} rows={rows} rowKey={({ job }) => job.id} />
  );
}

function rateCell(read: ReadJob): string {
  if (!read) return common.absence.notRead;
  const rate = rateOf(read);
  if (rate === null) return words.notKnown;
  return rate.isMean ? words.mean(rateText(rate.bytesPerMs)) : rateText(rate.bytesPerMs);
}
