import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { jobCountsQuery, notableJobsQuery } from '#src/api/queries/overview.ts';
import { problemOf } from '#src/api/queries/query.ts';
import type { JobCancel } from '#src/datasources/job.ts';
import { JOB_SPECS, ownerOf } from '#src/datasources/registry.ts';
import { gib, gibOf } from '#src/lib/bytes.ts';
import { now } from '#src/lib/clock.ts';
import { countText, durationText, roughDurationText, timeText } from '#src/lib/format.ts';
import type { RestoreOutline } from '#src/model/lost-restore.ts';
import { isTerminal, type Job, secondaryJobOf } from '#src/model/jobs.ts';
import {
  allCounts,
  allNotable,
  type JobsLeftOut,
  runningIn,
  useJobsElsewhere,
} from '#src/progress/live/all-jobs.ts';
import { cancelAnswer, CancelCommand, cancelShort, useCancel } from '#src/progress/live/cancel.tsx';
import { HeldReads, type JobAtMoment, useJobsNow } from '#src/progress/live/live.tsx';
import { leftText, rangeText, clockRangeText } from '#src/progress/live/progress-text.ts';
import { ageOf, rateOf, type ReadJob, type Totals, totalsOf } from '#src/progress/live/running.ts';
import {
  namesApart,
  outlineOfJob,
  restoreNamed,
  targetNamed,
} from '#src/progress/live/restore-names.ts';
import { common } from '#src/strings/common.ts';
import { jobs as jobWords } from '#src/strings/jobs.ts';
import { pages } from '#src/strings/pages.ts';
import { canceling, running as words } from '#src/strings/progress.ts';
import { useLoaded } from '#src/ui/hooks.ts';
import { useCaveat } from '#src/ui/caveats.ts';
import { NameLink, RouterLink } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { Loaded, SkeletonRows } from '#src/ui/states.tsx';
import { Status } from '#src/ui/Status.tsx';
import { Name, TwoLines } from '#src/ui/text.tsx';

/** The restores that run in any region and with any service, pinned above what else a page shows. */

// Rows and figures come first: the drawing has its place from the start.
const JobLine = lazyPart(
  () => import('#src/progress/live/JobLine.tsx'),
  (code) => code.JobLine,
);

/** The list of jobs that holds them: it names those of other regions and services, and leads there. */
const RUNNING = { operation: 'Restore', status: 'inProgress,cancelling', range: '7d' };
/** Each line reads its own job, so only the newest are shown. */
const MOST = 5;

// Beside the rail a row has no room for all its cells before that.
const NARROW = '@media (max-width: 799px)';
/** No room for all columns: the rate goes first, then the bytes. */
const NO_RATE = '@container band (max-width: 1000px)';
const NO_BYTES = '@container band (max-width: 700px)';

const useStyles = makeStyles({
  root: {
    containerType: 'inline-size',
    containerName: 'band',
    // Under 640 a line is an item of a few lines, whatever its width.
    [NARROW]: { containerName: 'none', paddingInline: tokens.spacingHorizontalL },
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalXL,
    minHeight: '24px',
    fontVariantNumeric: 'tabular-nums',
  },
  totals: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalXL,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    // A line of its own, which it has from the start.
    [NARROW]: {
      order: 1,
      flexBasis: '100%',
      height: '20px',
      columnGap: tokens.spacingHorizontalM,
      fontSize: tokens.fontSizeBase200,
    },
  },
  heading: { display: 'inline-flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  second: { color: tokens.colorNeutralForeground2 },
  end: { marginInlineStart: 'auto', fontSize: tokens.fontSizeBase200 },
  line: { margin: 0 },
  table: { fontVariantNumeric: 'tabular-nums' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 292px 152px 88px 112px 172px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    minHeight: '44px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '--white-space-of-lines': 'nowrap',
    [NO_RATE]: { gridTemplateColumns: 'minmax(0, 1fr) 292px 152px 112px 172px' },
    [NO_BYTES]: { gridTemplateColumns: 'minmax(0, 1fr) 292px 112px 156px' },
    [NARROW]: {
      // At most two times of the clock with AM and PM; the names get the rest.
      gridTemplateColumns: 'minmax(0, 1fr) fit-content(132px)',
      // Lines have their heights before they are read.
      gridTemplateRows: '36px 20px minmax(44px, auto)',
      rowGap: tokens.spacingVerticalXS,
      paddingBlock: tokens.spacingVerticalS,
    },
  },
  withoutCancel: {
    gridTemplateColumns: 'minmax(0, 1fr) 292px 152px 112px',
    [NO_RATE]: { gridTemplateColumns: 'minmax(0, 1fr) 292px 152px 112px' },
    [NO_BYTES]: { gridTemplateColumns: 'minmax(0, 1fr) 292px 112px' },
    [NARROW]: {
      gridTemplateColumns: 'minmax(0, 1fr) fit-content(132px)',
      gridTemplateRows: '36px 20px 20px',
    },
  },
  headRow: { minHeight: '28px', [NARROW]: { display: 'none' } },
  columnHead: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  number: { textAlign: 'end', whiteSpace: 'nowrap' },
  rate: { [NO_RATE]: { display: 'none' }, [NARROW]: { display: 'none' } },
  bytes: {
    [NO_BYTES]: { display: 'none' },
    [NARROW]: { display: 'block', gridArea: '3 / 1', textAlign: 'start' },
  },
  name: { minWidth: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  progress: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    fontWeight: tokens.fontWeightSemibold,
    [NARROW]: { gridArea: '2 / 1 / auto / -1' },
  },
  drawing: {
    position: 'relative',
    display: 'block',
    flexShrink: 0,
    width: '234px',
    height: '18px',
  },
  /** Over the bar of the drawing. */
  bar: { position: 'absolute', left: '65px', width: '94px', top: '6px', height: '6px' },
  ready: {
    fontWeight: tokens.fontWeightSemibold,
    [NARROW]: { gridArea: '1 / 2' },
  },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  wraps: { whiteSpace: 'normal', display: 'inline-block', textAlign: 'start' },
  until: {
    flex: '1 1 0',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: 'end',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  // Empty it takes no place.
  answer: {
    flexBasis: '100%',
    fontSize: tokens.fontSizeBase200,
    ':empty': { position: 'absolute' },
  },
  cancel: {
    display: 'flex',
    flexWrap: 'wrap',
    minWidth: 0,
    alignItems: 'center',
    justifyContent: 'flex-end',
    columnGap: tokens.spacingHorizontalM,
    // On the line of the bytes, which are short.
    [NARROW]: {
      gridArea: '3 / 1 / auto / -1',
      justifySelf: 'end',
      maxWidth: 'calc(100% - 136px)',
      '& button': { minHeight: '44px' },
    },
  },
});

/** Those of the running restores that are shown. */
const shownOf = (jobs: Parameters<typeof allNotable>[0], elsewhere: JobsLeftOut): readonly Job[] =>
  allNotable(jobs, elsewhere, now())
    .filter(({ status }) => !isTerminal(status))
    .slice(0, MOST);

interface RunningBandProps {
  /** Whether jobs can be canceled here, and how fast they are is shown. */
  readonly isFull: boolean;
  /** A link to all of them; left out where the page has them below. */
  readonly hasLink?: boolean;
}

/** The restores that run in any region, each read from its own job; nothing where none runs. */
export function RunningBand({ isFull, hasLink = false }: RunningBandProps) {
  const styles = useStyles();
  const jobs = useQuery(notableJobsQuery());
  const counts = useQuery(jobCountsQuery()).data;
  const elsewhere = useJobsElsewhere();
  const { unread, isReading } = elsewhere;
  const shown = shownOf(jobs.data ?? [], elsewhere);
  const isNone = jobs.data !== undefined && shown.length === 0;
  if (isNone && !isReading && unread.length === 0) return null;
  // The list below says why nothing could be read.
  if (isFull && jobs.data === undefined && jobs.error !== null) return null;
  const counted = counts === undefined ? 0 : runningIn(allCounts(counts, elsewhere));
  const all = Math.max(counted, shown.length);
  return (
    <section className={styles.root} aria-label={words.title}>
      <Loaded query={jobs} problemOf={problemOf} what={words.what} rows={3}>
        {() => {
          if (isNone && isReading) return <SkeletonRows what={words.what} rows={1} />;
          if (isNone) return <p className={styles.line}>{words.noneRead}</p>;
          return <BandRows {...{ shown, all, isFull, hasLink }} />;
        }}
      </Loaded>
      {unread.map((line) => (
        <UnreadLine key={line} text={line} />
      ))}
    </section>
  );
}

/** What of the restores in progress wasn't read, above a list that shows those in progress itself; nothing where all was. */
export function UnreadElsewhere() {
  const styles = useStyles();
  const { unread } = useJobsElsewhere();
  if (unread.length === 0) return null;
  return (
    <section className={styles.root} aria-label={words.title}>
      {unread.map((line) => (
        <UnreadLine key={line} text={line} />
      ))}
    </section>
  );
}

/** What wasn't read: a list below lacks it, too. */
function UnreadLine({ text }: { readonly text: string }) {
  const styles = useStyles();
  useCaveat(text);
  return <p className={styles.line}>{text}</p>;
}

interface BandRowsProps extends Required<RunningBandProps> {
  readonly shown: readonly Job[];
  /** How many run. */
  readonly all: number;
}

function BandRows({ shown, all, isFull, hasLink }: BandRowsProps) {
  const styles = useStyles();
  const reads = useJobsNow(
    shown.map(({ id }) => id),
    'follow',
  );
  // Not every service's lists name what is restored.
  const titles = namesApart(
    shown.map((job, index) => ({
      name: restoreNamed(
        reads[index]?.job.itemName ?? job.itemName,
        outlineOfJob(job.id, reads[index]?.job),
      ),
      startedAt: job.startedAt,
    })),
    words.started,
  );
  const more = all - shown.length;
  const row = mergeClasses(styles.row, !isFull && styles.withoutCancel);
  const heads = [
    [words.heads.restore],
    [words.heads.progress],
    [words.heads.transferred, styles.number, styles.bytes],
    ...(isFull ? [[words.heads.rate, styles.number, styles.rate]] : []),
    [words.heads.ready, styles.number],
    ...(isFull ? [[words.heads.cancel, styles.number]] : []),
  ] as const;
  return (
    <>
      <div className={styles.head}>
        <span className={styles.heading}>
          <SectionHeading level={2}>{words.title}</SectionHeading>
          <span className={styles.second}>{countText(all)}</span>
        </span>
        <TotalTexts totals={totalsOf(reads, all)} isFull={isFull} />
        <HeldReads ids={shown.map(({ id }) => id)} />
        {(hasLink || more > 0) && (
          <span className={styles.end}>
            {more > 0 ? (
              <RouterLink to="/jobs" search={RUNNING}>
                {words.more(countText(more))}
              </RouterLink>
            ) : (
              <RouterLink to="/jobs" search={RUNNING} aria-label={words.allLabel}>
                {words.all}
              </RouterLink>
            )}
          </span>
        )}
      </div>
      <div role="table" aria-label={words.title} className={styles.table}>
        <div role="rowgroup">
          <div role="row" className={mergeClasses(row, styles.headRow)}>
            {heads.map(([head = '', ...look]) => (
              <div
                key={head}
                role="columnheader"
                className={mergeClasses(styles.columnHead, ...look)}
              >
                {head}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup">
          {shown.map((job, index) => (
            <BandRow
              key={job.id}
              {...{ job, isFull }}
              read={reads[index]}
              title={titles[index] ?? job.itemName}
              className={row}
            />
          ))}
        </div>
      </div>
    </>
  );
}

/** What they have come to together, and of how many that is. */
function TotalTexts({ totals, isFull }: { readonly totals: Totals; readonly isFull: boolean }) {
  const styles = useStyles();
  const { read, of, open, bytes, rate, ready } = totals;
  /** A sum, and of how many restores it is where not all that run have it. */
  const sumText = (text: string, count: number): string =>
    count === open ? text : words.sumOf(text, countText(count), countText(open));
  const texts = [
    bytes && sumText(gibOf(bytes, words.bytes), bytes.of),
    !isFull || rate === null ? null : sumText(rateText(rate.bytesPerMs), rate.of),
    ready && words.allReady(words.between(timeText(ready.low), timeText(ready.high))),
    read === of ? null : words.read(countText(read), countText(of)),
  ].filter((text) => text !== null);
  return (
    <span className={styles.totals}>
      {texts.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </span>
  );
}

const MINUTE_MS = 60_000;
const rateText = (bytesPerMs: number): string => words.rate(gib(bytesPerMs * MINUTE_MS));

interface BandCellProps {
  readonly job: Job;
  /** Null: it couldn't be read, undefined: not yet. */
  readonly read: ReadJob;
}

interface BandRowProps extends BandCellProps {
  /** What it is called, apart from the others. */
  readonly title: string;
  readonly isFull: boolean;
  readonly className: string;
}

/** One restore: its line, and its figures as of its latest read. */
function BandRow({ job, read, title, isFull, className }: BandRowProps) {
  const styles = useStyles();
  const outline = outlineOfJob(job.id, read?.job);
  const bytes = read?.progress.bytes ?? null;
  const rate = read ? rateOf(read) : null;
  return (
    <div role="row" className={className}>
      <div role="cell" className={styles.name}>
        <RestoreName {...{ job, title, outline, isFull }} />
      </div>
      <div role="cell" className={styles.progress}>
        <LineProgress job={job} read={read} outline={outline} />
      </div>
      <div role="cell" className={mergeClasses(styles.number, styles.bytes)}>
        {read ? (bytesText(bytes) ?? common.absence.notReported) : null}
      </div>
      {isFull && (
        <div role="cell" className={mergeClasses(styles.number, styles.rate)}>
          {rate !== null && rateText(rate)}
        </div>
      )}
      <div role="cell" className={mergeClasses(styles.number, styles.ready)}>
        {read ? <ReadyText {...read} /> : null}
      </div>
      {isFull && (
        <div role="cell" className={styles.cancel}>
          {read ? <CancelCell read={read} /> : null}
        </div>
      )}
    </div>
  );
}

const bytesText = (bytes: JobAtMoment['progress']['bytes']): string | null =>
  bytes && gibOf(bytes, words.bytes);

interface OutlinedProps extends BandCellProps {
  /** What it restores to; null: not known. */
  readonly outline: RestoreOutline | null;
}

interface RestoreNameProps extends Pick<OutlinedProps, 'job' | 'outline'> {
  readonly title: string;
  readonly isFull: boolean;
}

/** What is restored to what, and how. */
function RestoreName({ job, title, outline, isFull }: RestoreNameProps) {
  const styles = useStyles();
  const kind = outline?.kind ?? null;
  return (
    <TwoLines
      first={
        <NameLink
          className={styles.strong}
          to="/jobs/$jobId"
          params={{ jobId: jobAddress(job.id) }}
        >
          {title}
        </NameLink>
      }
      second={words.kindIn(
        kind === null ? words.kindUnknown : jobWords.kinds[kind],
        isFull ? job.vaultName : '',
        secondaryJobOf(job.id)?.place.region ?? null,
      )}
    />
  );
}

/** How far it is, drawn and as a figure; with when that was read, where it is a while ago. */
function LineProgress({ job, read, outline }: OutlinedProps) {
  const styles = useStyles();
  const status = read?.job.status ?? job.status;
  const percent = read?.progress.percent ?? null;
  const age = read ? ageOf(read) : null;
  const line = (
    <Part what={words.what} waiting={<span className={styles.drawing} />}>
      <JobLine {...{ job, read }} target={outline && targetNamed(outline)} />
    </Part>
  );
  if (read === null) return common.absence.notRead;
  if (read === undefined) return <span className={styles.small}>{unreadText(job)}</span>;
  if (isTerminal(status)) return read.job.ownWord ?? pages.jobStatus[status];
  return (
    <>
      <span className={styles.drawing}>
        {line}
        {percent !== null && (
          <span
            role="progressbar"
            aria-label={words.progressOf(job.itemName)}
            aria-valuemin={0}
            aria-valuemax={1}
            aria-valuenow={percent.value / 100}
            className={styles.bar}
          />
        )}
      </span>
      <span>
        {percent === null ? (
          <span className={styles.small}>{common.absence.notReported}</span>
        ) : (
          pages.job.percent(percent.value)
        )}
        {age !== null && (
          <div className={styles.small}>{words.readAgo(roughDurationText(age))}</div>
        )}
      </span>
    </>
  );
}

/** Of a restore whose job isn't read yet: what its list says. */
function unreadText({ status, ownWord, startedAt }: Job): string {
  const word = ownWord ?? pages.jobStatus[status];
  return startedAt === null ? word : words.statusFor(word, durationText(now() - startedAt));
}

/** At what time it will be ready, or since when it stands still. */
function ReadyText({ job, progress: { eta, stall }, at }: JobAtMoment) {
  const styles = useStyles();
  if (isTerminal(job.status)) return null;
  const small = mergeClasses(styles.small, styles.wraps);
  if (stall !== null) {
    return (
      <span className={small}>
        <Status tone="warning">{words.noProgress(timeText(stall.since))}</Status>
      </span>
    );
  }
  if (eta.kind === 'unknown') return <span className={small}>{leftText(eta)}</span>;
  return <span title={rangeText(eta)}>{clockRangeText(eta, at)}</span>;
}

/** Until when it can be canceled, and the command; what knows how it is canceled is loaded for it. */
function CancelCell({ read }: { readonly read: JobAtMoment }) {
  const datasource = ownerOf(read.job.id);
  const loaded = useLoaded(JOB_SPECS, datasource?.id ?? '');
  if (isTerminal(read.job.status)) return null;
  if (loaded.state === 'failed') return common.absence.notRead;
  if (loaded.state !== 'loaded' || datasource === undefined) return null;
  return (
    <CancelLoaded
      read={read}
      cancel={loaded.code.cancelOf(read.job.id)}
      service={datasource.serviceName}
    />
  );
}

interface CancelLoadedProps {
  readonly read: JobAtMoment;
  readonly cancel: JobCancel;
  readonly service: string;
}

function CancelLoaded({ read: { job, progress, at }, cancel, service }: CancelLoadedProps) {
  const styles = useStyles();
  const reasonId = useId();
  const { line, offered, request } = useCancel(job, cancel, progress, service);
  return (
    <>
      <span id={reasonId} className={styles.until}>
        <Name isName>{cancelShort(offered, at)}</Name>
      </span>
      <CancelCommand
        machine={job.itemName}
        cancel={line}
        reasonId={reasonId}
        name={job.itemName}
        onConfirm={() => request.mutate()}
      />
      <span role="status" aria-label={canceling.heading} className={styles.answer}>
        {cancelAnswer(service, job, request)}
      </span>
    </>
  );
}
