import type { CommvaultJob } from '#src/api/commvault/jobs.ts';
import { durationText } from '#src/lib/format.ts';
import { commvaultLists } from '#src/strings/commvault/lists.ts';
import { common } from '#src/strings/common.ts';
import { jobs as shared } from '#src/strings/jobs.ts';
import { pages } from '#src/strings/pages.ts';
import { type GridColumn, MOMENT_PX } from '#src/ui/grid/column.ts';
import type { ColumnsContext } from '#src/ui/grid/own-columns.tsx';
import { SearchMarked } from '#src/ui/grid/SearchMarked.tsx';
import { JobStatusBadge } from '#src/ui/JobStatusBadge.tsx';
import { TwoLines } from '#src/ui/TwoLines.tsx';
import { Moment } from '#src/ui/Moment.tsx';

const words = commvaultLists.jobs;
const { heads } = shared;

/** The columns of the list of jobs: what the lists of a CommServe report. */
export const jobColumns = ({ linkTo }: ColumnsContext): GridColumn<CommvaultJob>[] => [
  {
    head: words.heads.job,
    width: { least: 96 },
    place: 'name',
    cell: ({ id, number }) =>
      id === '' ? (
        common.notReported
      ) : (
        <TwoLines first={linkTo(id, <SearchMarked text={number} />)} />
      ),
  },
  {
    head: heads.operation,
    width: { least: 96, share: 1 },
    place: 'line',
    cell: ({ operation }) => <SearchMarked text={operation || common.notReported} />,
  },
  {
    head: words.heads.group,
    width: { least: 112, share: 1.2 },
    leaves: 2,
    place: 'line',
    cell: ({ itemName }) => <SearchMarked text={itemName || common.notReported} />,
  },
  {
    head: heads.status,
    width: { least: 160, share: 1 },
    place: 'end',
    cell: ({ status, statusWord, ownWord }) => (
      <JobStatusBadge status={status} word={statusWord} own={ownWord} />
    ),
  },
  {
    head: heads.started,
    width: { least: MOMENT_PX },
    leaves: 3,
    isNumber: true,
    place: 'line',
    cell: ({ startedAt }) => <Moment at={startedAt} />,
  },
  {
    head: heads.duration,
    width: { least: 96 },
    leaves: 1,
    isNumber: true,
    place: 'line',
    cell: ({ durationMs }) => (durationMs === null ? common.notReported : durationText(durationMs)),
  },
  {
    head: heads.progress,
    width: { least: 96 },
    isNumber: true,
    place: 'line',
    cell: ({ percent }) => (percent === null ? common.notReported : pages.job.percent(percent)),
  },
];
