import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueries, useQuery } from '@tanstack/react-query';
import { jobAddress } from '#src/api/arm/address.ts';
import { jobQuery } from '#src/api/queries/jobs.ts';
import { gibOf } from '#src/lib/bytes.ts';
import { timeText } from '#src/lib/format.ts';
import type { RowRange } from '#src/lib/list.ts';
import type { RestoreOutline } from '#src/model/lost-restore.ts';
import { isRestore, type Job, type JobWithErrors } from '#src/model/jobs.ts';
import { withCode } from '#src/model/problem.ts';
import { type JobAtMoment, RowProgress, useJobNow } from '#src/progress/live/live.tsx';
import { leftText, targetText } from '#src/progress/live/progress-text.ts';
import { reportedOutline } from '#src/progress/observe.ts';
import { common } from '#src/strings/common.ts';
import { jobs as words } from '#src/strings/jobs.ts';
import { pages } from '#src/strings/pages.ts';
import { stalled } from '#src/strings/progress.ts';
import type { GridColumn } from '#src/ui/grid/columns.ts';
import { jobTimeColumns } from '#src/ui/grid/own-columns.tsx';
import { NameLink } from '#src/ui/links.tsx';
import { SearchMarked } from '#src/ui/Marked.tsx';
import { JobStatusBadge } from '#src/ui/Status.tsx';
import { Name, TwoLines } from '#src/ui/text.tsx';
import { sentOutline } from '#src/wizard/draft/sent.ts';

/** The columns of the list of jobs, and what only the jobs in view say of themselves. */

const { heads } = words;

/** Past jobs have many rows, so only jobs in progress are read again and again. */
const runs = ({ status }: Job): boolean => status === 'inProgress' || status === 'cancelling';

export const jobColumns: readonly GridColumn<JobWithErrors>[] = [
  {
    head: heads.status,
    width: { least: 128 },
    sortBy: 'status',
    place: 'end',
    cell: (job) =>
      runs(job) ? (
        <RunningStatus job={job} />
      ) : (
        <JobStatusBadge status={job.status} word={job.statusWord} />
      ),
  },
  {
    head: heads.instance,
    width: { least: 96, share: 1.2 },
    sortBy: 'instance',
    place: 'name',
    cell: (job) => {
      const { id, itemName, operation } = job;
      const instance = itemName || common.notReported;
      const name = <SearchMarked text={instance} />;
      if (id === '') return name;
      return (
        <TwoLines
          first={
            // Enter on the row opens it: the link is for the mouse, and for those who read by links.
            <NameLink
              to="/jobs/$jobId"
              params={{ jobId: jobAddress(id) }}
              aria-label={pages.jobs.jobOf(operation || common.job, instance)}
              tabIndex={-1}
            >
              {name}
            </NameLink>
          }
        />
      );
    },
  },
  {
    head: heads.operation,
    width: { least: 92, share: 0.6 },
    leaves: 3,
    sortBy: 'operation',
    place: 'line',
    cell: ({ operation }) => operation || common.notReported,
  },
  {
    head: heads.result,
    width: { least: 176, share: 2.4 },
    place: 'line',
    cell: (job) => (job.id === '' ? null : runs(job) ? <SoFar job={job} /> : <Result job={job} />),
  },
  {
    head: heads.vault,
    width: { least: 96, share: 1 },
    leaves: 2,
    sortBy: 'vault',
    place: 'line',
    cell: ({ vaultName }) => <SearchMarked text={vaultName || common.notReported} />,
  },
  ...jobTimeColumns<JobWithErrors>({ leaves: 4, sortBy: 'started' }),
];

/**
 * Follows the running jobs in view, as often as the budget of reads allows, and reads restores that have
 * ended once; their cells draw them.
 */
export function useLiveRows(rowAt: (index: number) => Job | undefined, range: RowRange): void {
  const rows = Array.from({ length: range.last - range.first + 1 }, (_, at) =>
    rowAt(range.first + at),
  );
  useQueries({
    queries: rows.flatMap((job) => (job === undefined || job.id === '' ? [] : readsOf(job))),
    // What is read concerns a cell alone: the page is not drawn again for it.
    combine: nothing,
  });
}

function readsOf(job: Job) {
  if (job.status === 'inProgress') return [jobQuery(job.id)];
  return isRestore(job) ? [{ ...jobQuery(job.id), staleTime: Infinity }] : [];
}

const nothing = () => null;

interface CellProps {
  readonly job: JobWithErrors;
}

/** The state of a job that ran when the list was read: the job itself may know better. */
function RunningStatus({ job }: CellProps) {
  const read = useJobNow(job.id, 'listen')?.job ?? job;
  const { status, statusWord, ownWord } = read.status === 'inProgress' ? job : read;
  return <JobStatusBadge status={status} word={statusWord} own={ownWord} />;
}

const useStyles = makeStyles({
  soFar: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    maxWidth: '100%',
    // Too narrow for all of it, the end is cut.
    '@media (max-width: 639px)': { flexWrap: 'wrap' },
  },
  bar: { width: '72px' },
});

/** How far a running job is, read from the job itself: lists do not hold it. */
function SoFar({ job }: CellProps) {
  const styles = useStyles();
  const read = useJobNow(job.id, 'listen');
  if (job.status !== 'inProgress') return null;
  if (read === null || read === undefined) return common.notRead;
  if (read.job.status !== 'inProgress') return null;
  const { percent } = read.progress;
  const figures = figuresOf(read);
  if (percent === null) return figures.join(', ') || common.notReported;
  return (
    <span className={styles.soFar}>
      <RowProgress
        className={styles.bar}
        label={pages.jobs.progressOf(job.itemName)}
        progress={read.progress}
      />
      {figures.length > 0 && <span>{figures.join(', ')}</span>}
    </span>
  );
}

/** How much longer it takes or since when it stands, and how much of its bytes is there. */
function figuresOf({ job, progress: { eta, stall } }: JobAtMoment): readonly string[] {
  // Only restores are compared with past ones.
  const isEstimated = eta.kind === 'range' || /restore/i.test(job.operation);
  const left = isEstimated ? [leftText(eta)] : [];
  return [
    ...(stall === null ? left : [stalled.title(timeText(stall.since))]),
    ...(job.bytes === null ? [] : [gibOf(job.bytes, pages.job.bytesOf)]),
  ];
}

/** What came of a job that has ended, by its list or an earlier read; nothing where neither says. */
function Result({ job }: CellProps) {
  // The list reads the restores in view: a row takes what it has read.
  const { data } = useQuery({ ...jobQuery(job.id), enabled: false });
  const [error] = [...job.errors, ...(data?.errors ?? [])];
  const outline = isRestore(job) ? ((data && reportedOutline(data)) ?? sentOutline(job.id)) : null;
  const text = [
    // Of one that failed the reason comes first: nothing of its target is there.
    job.status === 'failed' && error !== undefined ? null : outline && resultText(outline),
    error === undefined ? null : withCode(error.message, error.code),
  ].filter((part) => part !== null);
  return text.length === 0 ? null : <Name isName>{text.join('. ')}</Name>;
}

function resultText(outline: RestoreOutline): string {
  const target = outline.kind === 'replaceDisks' ? words.toSource : targetWords(outline);
  return outline.kind === null ? target : words.result(words.kinds[outline.kind], target);
}

function targetWords(outline: RestoreOutline): string {
  const target = targetText(outline);
  return target === null ? words.toUnknown : words.to(target);
}
