import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { problemOf } from '#src/api/queries/query.ts';
import { gibOf, type TransferredBytes } from '#src/lib/bytes.ts';
import { countText, roughDurationText, timeText } from '#src/lib/format.ts';
import { isTerminal, type Job } from '#src/model/jobs.ts';
import type { RestoreOutline } from '#src/model/lost-restore.ts';
import { HeldReads, useJobsNow } from '#src/progress/live/live.tsx';
import { outlineOfJob, targetNamed } from '#src/progress/live/restore-names.ts';
import { ageOf, type ReadJob, sumText, type Totals, totalsOf } from '#src/progress/live/running.ts';
import {
  ReadyText,
  RUNNING,
  RestoreName,
  titlesOf,
  UnreadLine,
  unreadText,
  useRunningRestores,
} from '#src/progress/live/running-restores.tsx';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { running as words } from '#src/strings/progress.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { Loaded, SkeletonRows } from '#src/ui/states.tsx';

/** The restores that run in any region and with any service, pinned above what else Overview shows. */

// Rows and figures come first: the drawing has its place from the start.
const JobLine = lazyPart(
  () => import('#src/progress/live/JobLine.tsx'),
  (code) => code.JobLine,
);

/** Each line reads its own job, so only the newest are shown. */
const MOST = 5;

// Beside the rail a row has no room for all its cells before that.
const NARROW = '@media (max-width: 799px)';
/** No room for all columns. */
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
    gridTemplateColumns: 'minmax(0, 1fr) 292px 152px 112px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    minHeight: '44px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '--white-space-of-lines': 'nowrap',
    [NO_BYTES]: { gridTemplateColumns: 'minmax(0, 1fr) 292px 112px' },
    [NARROW]: {
      // At most two times of the clock with AM and PM; the names get the rest.
      gridTemplateColumns: 'minmax(0, 1fr) fit-content(132px)',
      // Lines have their heights before they are read.
      gridTemplateRows: '36px 20px 20px',
      rowGap: tokens.spacingVerticalXS,
      paddingBlock: tokens.spacingVerticalS,
    },
  },
  headRow: { minHeight: '28px', [NARROW]: { display: 'none' } },
  columnHead: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  number: { textAlign: 'end', whiteSpace: 'nowrap' },
  bytes: {
    [NO_BYTES]: { display: 'none' },
    [NARROW]: { display: 'block', gridArea: '3 / 1', textAlign: 'start' },
  },
  name: { minWidth: 0 },
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
});

/** The restores that run in any region, each read from its own job; nothing where none runs. */
export function RunningBand() {
  const styles = useStyles();
  const { jobs, elsewhere, listed, all } = useRunningRestores();
  const { unread, isReading } = elsewhere;
  const shown = listed.slice(0, MOST);
  const isNone = jobs.data !== undefined && shown.length === 0;
  if (isNone && !isReading && unread.length === 0) return null;
  return (
    <section className={styles.root} aria-label={words.title}>
      <Loaded query={jobs} problemOf={problemOf} what={words.what} rows={3}>
        {() => {
          if (isNone && isReading) return <SkeletonRows what={words.what} rows={1} />;
          if (isNone) return <p className={styles.line}>{words.noneRead}</p>;
          return <BandRows {...{ shown, all }} />;
        }}
      </Loaded>
      {unread.map((line) => (
        <UnreadLine key={line} text={line} />
      ))}
    </section>
  );
}

interface BandRowsProps {
  readonly shown: readonly Job[];
  /** How many run. */
  readonly all: number;
}

function BandRows({ shown, all }: BandRowsProps) {
  const styles = useStyles();
  const reads = useJobsNow(
    shown.map(({ id }) => id),
    'follow',
  );
  const titles = titlesOf(shown, reads);
  const more = all - shown.length;
  const heads = [
    [words.heads.restore],
    [words.heads.progress],
    [words.heads.transferred, styles.number, styles.bytes],
    [words.heads.ready, styles.number],
  ] as const;
  return (
    <>
      <div className={styles.head}>
        <span className={styles.heading}>
          <SectionHeading level={2}>{words.title}</SectionHeading>
          <span className={styles.second}>{countText(all)}</span>
        </span>
        <TotalTexts totals={totalsOf(reads, all)} />
        <HeldReads ids={shown.map(({ id }) => id)} />
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
      </div>
      <div role="table" aria-label={words.title} className={styles.table}>
        <div role="rowgroup">
          <div role="row" className={mergeClasses(styles.row, styles.headRow)}>
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
              job={job}
              read={reads[index]}
              title={titles[index] ?? job.itemName}
            />
          ))}
        </div>
      </div>
    </>
  );
}

/** What they have come to together, and of how many that is. */
function TotalTexts({ totals }: { readonly totals: Totals }) {
  const styles = useStyles();
  const { read, of, open, bytes, ready } = totals;
  const texts = [
    bytes && sumText(gibOf(bytes, words.bytes), bytes.of, open),
    // Of fewer than all there is no room to say of how many.
    ready?.of === open && read === of
      ? words.allReady(words.between(timeText(ready.low), timeText(ready.high)))
      : null,
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

interface BandCellProps {
  readonly job: Job;
  /** Null: it couldn't be read, undefined: not yet. */
  readonly read: ReadJob;
}

interface BandRowProps extends BandCellProps {
  /** What it is called, apart from the others. */
  readonly title: string;
}

/** One restore: its line, and its figures as of its latest read. */
function BandRow({ job, read, title }: BandRowProps) {
  const styles = useStyles();
  const outline = outlineOfJob(job.id, read?.job);
  const bytes = read?.progress.bytes ?? null;
  return (
    <div role="row" className={styles.row}>
      <div role="cell" className={styles.name}>
        <RestoreName {...{ job, title, outline }} hasVault={false} />
      </div>
      <div role="cell" className={styles.progress}>
        <LineProgress job={job} read={read} outline={outline} />
      </div>
      <div role="cell" className={mergeClasses(styles.number, styles.bytes)}>
        {read ? (bytesText(bytes) ?? common.absence.notReported) : null}
      </div>
      <div role="cell" className={mergeClasses(styles.number, styles.ready)}>
        {read ? <ReadyText {...read} /> : null}
      </div>
    </div>
  );
}

const bytesText = (bytes: TransferredBytes | null): string | null =>
  bytes && gibOf(bytes, words.bytes);

interface OutlinedProps extends BandCellProps {
  /** What it restores to; null: not known. */
  readonly outline: RestoreOutline | null;
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
