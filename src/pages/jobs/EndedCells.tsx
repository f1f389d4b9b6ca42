import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { QuestionCircle16Regular } from '@fluentui/react-icons/svg/question-circle';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { jobQuery } from '#src/api/queries/jobs.ts';
import { gib } from '#src/lib/bytes.ts';
import { countText, durationText, momentText } from '#src/lib/format.ts';
import { now } from '#src/lib/clock.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { isBackup, type JobDetails, type JobError, type JobWithErrors } from '#src/model/jobs.ts';
import {
  type EndedJob,
  type EndedRow,
  isLong,
  isRestoring,
  type Streak,
} from '#src/pages/jobs/ended.ts';
import { foldTurned, SHOWN } from '#src/pages/jobs/search.ts';
import {
  listedName,
  otherServiceOf,
  outlineOfJob,
  placeOf,
  restoreNamed,
} from '#src/progress/live/restore-names.ts';
import { pointTimeOf, shortRangeText } from '#src/progress/live/progress-text.ts';
import { common } from '#src/strings/common.ts';
import { jobs as jobWords } from '#src/strings/jobs.ts';
import { pages } from '#src/strings/pages.ts';
import { type GridColumn, MOMENT_PX, useRowTabIndex } from '#src/ui/grid/columns.ts';
import { NameLink } from '#src/ui/links.tsx';
import { SearchMarked } from '#src/ui/Marked.tsx';
import { JobStatusBadge } from '#src/ui/Status.tsx';
import { Moment, Name, TwoLines } from '#src/ui/text.tsx';

const route = getRouteApi('/jobs');

const { ended: words, heads } = jobWords;
const NARROW = '@media (max-width: 639px)';

const useStyles = makeStyles({
  // Two lines fit a row of 36 pixels.
  status: {
    display: 'block',
    whiteSpace: 'normal',
    lineHeight: '17px',
    // Beside what it means.
    [NARROW]: { lineHeight: '20px' },
  },
  // Along the row's edge: it repeats the status.
  edge: {
    position: 'absolute',
    insetInlineStart: `calc(-1 * ${tokens.spacingHorizontalXXL})`,
    top: '2px',
    bottom: '2px',
    width: '3px',
    [NARROW]: { insetInlineStart: `calc(-1 * ${tokens.spacingHorizontalL})` },
  },
  // In two lines with wider letters, too.
  longStatus: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  failed: { backgroundColor: tokens.colorStatusDangerForeground1 },
  warning: { backgroundColor: tokens.colorStatusWarningForeground1 },
  job: { display: 'block', lineHeight: '18px' },
  meaning: {
    // Two lines; the title has the rest.
    display: 'block',
    maxHeight: '2lh',
    overflow: 'hidden',
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    [NARROW]: { display: 'inline', lineHeight: '20px' },
  },
  // There a row has three lines, and its end says when.
  wide: { [NARROW]: { display: 'none' } },
  action: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
  },
  fold: {
    minWidth: 0,
    paddingInline: 0,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorBrandForegroundLink,
  },
  bars: {
    display: 'flex',
    alignItems: 'flex-end',
    columnGap: '1px',
    height: '16px',
  },
  // Thinner than a pixel they make one outline.
  manyBars: { columnGap: 0 },
  bar: {
    flex: '0 1 2px',
    minWidth: 0,
    backgroundColor: tokens.colorNeutralForeground3,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
});

/** What is stored of a job that was read before; the list itself reads none. */
function useStored({ id }: JobWithErrors): JobDetails | undefined {
  return useQuery({ ...jobQuery(id), enabled: false }).data;
}

/** What a job is called in the list: what is restored, and to what. */
export function titleOf(job: JobWithErrors, stored: JobDetails | undefined): string {
  const source = stored?.itemName || listedName(job) || common.absence.notReported;
  return restoreNamed(source, isRestoring(job) ? outlineOfJob(job.id, stored) : null);
}

/** How it is done and where. */
function methodOf(job: JobWithErrors, stored: JobDetails | undefined): string {
  const kind = isRestoring(job) ? (outlineOfJob(job.id, stored)?.kind ?? null) : null;
  const operation = kind === null ? job.operation : jobWords.kinds[kind];
  return words.placed(
    operation || common.absence.notReported,
    placeOf(job) || common.absence.notReported,
  );
}

/** What is known of an error in fewer words than its message has. */
function causeOf({ code, title, message }: JobError): string {
  const known = new Map(Object.entries(words.causes));
  const cause = known.get(title.toLowerCase()) ?? known.get(code.toLowerCase());
  return cause ?? message.replace(/\.$/, '');
}

function streakText({ runs, isWhole, isNightly }: Streak): string {
  const of = isNightly ? words.nights : words.runs;
  return isWhole ? of.whole(runs) : of.least(runs);
}

/** What the list and what is stored say of a job; empty: no more than its other columns. */
export function meaningOf(row: EndedJob, stored: JobDetails | undefined): string {
  const { job, streak, usual, openSteps, news } = row;
  const [error] = [...job.errors, ...(stored?.errors ?? [])];
  const pointTime = stored && pointTimeOf(stored);
  const bytes = stored?.bytes?.total;
  const hasSource = otherServiceOf(job) !== null && !isBackup(job) && stored === undefined;
  const parts = [
    news,
    openSteps > 0 ? words.openSteps(openSteps) : null,
    // Night after night the reason is the same, and stands in the job.
    streak === null ? error && causeOf(error) : streakText(streak),
    hasSource && job.itemName !== '' ? words.from(job.itemName) : null,
    pointTime ? words.asOf(momentText(pointTime, now())) : null,
    bytes ? gib(bytes) : null,
    usual === null ? null : words.usually(shortRangeText(usual)),
  ].filter((part) => part !== null && part !== undefined);
  return parts.join('. ');
}

interface JobCellProps {
  readonly row: EndedJob;
}

function JobName({ row: { job } }: JobCellProps) {
  const styles = useStyles();
  const stored = useStored(job);
  const title = titleOf(job, stored);
  const name = <SearchMarked text={title} />;
  return (
    <span className={styles.job}>
      <TwoLines
        first={
          job.id === '' ? (
            name
          ) : (
            // Enter on the row opens it: the link is for the mouse, and for those who read by links.
            <NameLink
              to="/jobs/$jobId"
              params={{ jobId: jobAddress(job.id) }}
              aria-label={pages.jobs.jobOf(job.operation || common.job, title)}
              tabIndex={-1}
            >
              {name}
            </NameLink>
          )
        }
        second={<SearchMarked text={methodOf(job, stored)} />}
      />
    </span>
  );
}

function Meaning({ row }: JobCellProps) {
  const styles = useStyles();
  const text = meaningOf(row, useStored(row.job));
  if (text === '') return null;
  return (
    <span className={styles.meaning} title={textInSentence(text)}>
      <Name isName>{text}</Name>
    </span>
  );
}

/** The way to what only a read of a restore tells. */
function ReadIt({ row: { job } }: JobCellProps) {
  const styles = useStyles();
  const tabIndex = useRowTabIndex();
  const stored = useStored(job);
  if (!isRestoring(job) || stored !== undefined || job.id === '') return null;
  return (
    <span className={styles.action}>
      <span title={words.unread} className={styles.action}>
        <QuestionCircle16Regular aria-hidden />
      </span>
      <NameLink
        to="/jobs/$jobId"
        params={{ jobId: jobAddress(job.id) }}
        aria-label={words.readJob(titleOf(job, stored))}
        tabIndex={tabIndex}
      >
        {words.read}
      </NameLink>
    </span>
  );
}

/** Statuses of services that are longer take two lines. */
const ONE_LINE = 18;

function EndedStatus({ row: { job } }: JobCellProps) {
  const styles = useStyles();
  const isLongStatus =
    (job.ownWord ?? '').length > ONE_LINE || job.status === 'completedWithWarnings';
  const edge =
    job.status === 'failed'
      ? styles.failed
      : job.status === 'completedWithWarnings'
        ? styles.warning
        : null;
  return (
    <span className={mergeClasses(styles.status, isLongStatus && styles.longStatus)}>
      {edge !== null && <span aria-hidden className={mergeClasses(styles.edge, edge)} />}
      <JobStatusBadge status={job.status} word={job.statusWord} own={job.ownWord} />
    </span>
  );
}

function Took({ row }: JobCellProps) {
  const styles = useStyles();
  const { durationMs } = row.job;
  const text = durationMs === null ? common.absence.notReported : durationText(durationMs);
  return <span className={styles.wide}>{isLong(row) ? <strong>{text}</strong> : text}</span>;
}

/** So many bars have room for a pixel between them. */
const GAPPED = 45;

/** How long each of the folded backups took, the latest first, against the longest of them. */
function Bars({ jobs }: { readonly jobs: readonly EndedJob[] }) {
  const styles = useStyles();
  const took = jobs.flatMap(({ job }) => job.durationMs ?? []);
  const [lowMs, highMs] = [Math.min(...took), Math.max(...took)];
  if (took.length === 0) return null;
  const label = words.foldDurations(countText(took.length), shortRangeText({ lowMs, highMs }));
  return (
    <div
      role="img"
      aria-label={label}
      title={label}
      className={mergeClasses(styles.bars, jobs.length > GAPPED && styles.manyBars, styles.wide)}
    >
      {jobs.map(({ id, job }) => (
        <span
          key={id}
          className={styles.bar}
          style={{ height: `${String(Math.max(8, ((job.durationMs ?? 0) / highMs) * 100))}%` }}
        />
      ))}
    </div>
  );
}

/** How many are folded, and what opens them, or folds them again. */
function Fold({ count }: { readonly count: number }) {
  const styles = useStyles();
  const tabIndex = useRowTabIndex();
  const { backups } = route.useSearch();
  const navigate = route.useNavigate();
  const isOpen = backups === SHOWN;
  const verb = isOpen ? words.hide : words.show;
  const text = words.fold(countText(count));
  return (
    <>
      {`${text} `}
      <Button
        size="small"
        appearance="transparent"
        className={styles.fold}
        aria-expanded={isOpen}
        aria-label={`${verb}: ${text}`}
        tabIndex={tabIndex}
        onClick={() => void navigate({ search: foldTurned, resetScroll: false })}
      >
        {verb}
      </Button>
    </>
  );
}

/** Draws a job, or the fold. */
const cellOf =
  (
    ofJob: (row: EndedJob) => ReactNode,
    ofFold: (jobs: readonly EndedJob[]) => ReactNode = () => null,
  ) =>
  (row: EndedRow): ReactNode =>
    row.kind === 'job' ? ofJob(row) : ofFold(row.jobs);

/** The columns of what has ended. */
export const endedColumns: readonly GridColumn<EndedRow>[] = [
  {
    head: heads.status,
    width: { least: 152, share: 0.6 },
    sortBy: 'status',
    place: 'line',
    isTight: true,
    isAlwaysShown: true,
    cell: cellOf(
      (row) => <EndedStatus row={row} />,
      () => <JobStatusBadge status="completed" />,
    ),
  },
  {
    head: words.heads.job,
    width: { least: 132, share: 1.5 },
    sortBy: 'instance',
    place: 'name',
    isTight: true,
    cell: cellOf(
      (row) => <JobName row={row} />,
      (jobs) => <Fold count={jobs.length} />,
    ),
  },
  {
    head: words.heads.meaning,
    width: { least: 120, share: 1.7 },
    leaves: 3,
    place: 'line',
    isTight: true,
    isAlwaysShown: true,
    cell: cellOf((row) => <Meaning row={row} />),
  },
  {
    head: heads.duration,
    width: { least: 92 },
    leaves: 1,
    sortBy: 'duration',
    place: 'line',
    isAlwaysShown: true,
    cell: cellOf(
      (row) => <Took row={row} />,
      (jobs) => <Bars jobs={jobs} />,
    ),
  },
  {
    head: words.heads.ended,
    width: { least: MOMENT_PX },
    sortBy: 'ended',
    place: 'end',
    isAlwaysShown: true,
    cell: cellOf(({ job }) => <Moment at={job.endedAt} />),
  },
  {
    head: words.heads.action,
    width: { least: 92 },
    // The name leads there as well.
    leaves: 2,
    isNumber: true,
    place: 'line',
    isAlwaysShown: true,
    cell: cellOf((row) => <ReadIt row={row} />),
  },
];
