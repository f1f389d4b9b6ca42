import { gibOf } from '#src/lib/bytes.ts';
import { roughDurationText, timeText } from '#src/lib/format.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import type { AxisRow } from '#src/pages/jobs/LaneCells.tsx';
import type { JobAtMoment } from '#src/progress/live/live.tsx';
import { momentsText, rateText, shortRangeText } from '#src/progress/live/progress-text.ts';
import { outlineOfJob } from '#src/progress/live/restore-names.ts';
import { kindText } from '#src/progress/live/running-restores.tsx';
import { rateOf, type ReadJob } from '#src/progress/live/running.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { running as words } from '#src/strings/progress.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { Name } from '#src/ui/text.tsx';

/** The restores in progress as a table: what the axis draws, and what it has no room for. */

interface AxisTableProps {
  readonly rows: readonly AxisRow[];
  readonly at: Instant;
}

/** What the latest read says; `text`: null where it was left out. */
function whenRead(read: ReadJob, text: (read: JobAtMoment) => string | null): string {
  return read ? (text(read) ?? common.absence.notReported) : common.absence.notRead;
}

const { table, heads } = words;

export function AxisTable({ rows, at }: AxisTableProps) {
  return (
    <DataTable
      label={table.title}
      columns={columnsAt(at)}
      rows={rows}
      rowKey={({ job }) => job.id}
    />
  );
}

function columnsAt(at: Instant): readonly Column<AxisRow>[] {
  return [
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
      cell: ({ read }) => (
        <Name>{whenRead(read, ({ progress }) => progress.phase?.name ?? null)}</Name>
      ),
    },
    {
      head: table.percent,
      isNumber: true,
      cell: ({ read }) =>
        whenRead(read, ({ progress: { percent } }) => percent && pages.job.percent(percent.value)),
    },
    {
      head: heads.transferred,
      isNumber: true,
      cell: ({ read }) =>
        whenRead(read, ({ progress: { bytes } }) => bytes && gibOf(bytes, words.bytes)),
    },
    { head: table.rate, isNumber: true, cell: ({ read }) => whenRead(read, rateCell) },
    {
      head: table.ready,
      cell: ({ lane }) => (lane.ready === null ? words.noEstimate : momentsText(lane.ready, at)),
    },
    {
      head: table.left,
      cell: ({ read }) =>
        whenRead(read, ({ progress: { eta } }) =>
          eta.kind === 'range' ? shortRangeText(eta) : words.noEstimate,
        ),
    },
    {
      head: table.usual,
      cell: ({ lane }) => (lane.usual === null ? words.noEstimate : momentsText(lane.usual, at)),
    },
    {
      head: table.cancel,
      cell: ({ lane }) =>
        lane.cancel === null ? common.absence.notReported : timeText(instant(lane.cancel.lowMs)),
    },
    {
      head: table.read,
      cell: ({ read }) =>
        whenRead(
          read,
          ({ facts: { observations } }) =>
            observations && words.readAgo(roughDurationText(at - observations.latest.at)),
        ),
    },
  ];
}

function rateCell(read: JobAtMoment): string {
  const rate = rateOf(read);
  if (rate === null) return common.absence.notReported;
  return rate.isMean ? words.mean(rateText(rate.bytesPerMs)) : rateText(rate.bytesPerMs);
}
