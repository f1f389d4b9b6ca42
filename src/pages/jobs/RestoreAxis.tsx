import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons/svg/info';
import { type ReactNode, useId, useState } from 'react';
import { problemOf } from '#src/api/queries/query.ts';
import { gibCount, gibOf } from '#src/lib/bytes.ts';
import { countText, timeText } from '#src/lib/format.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import { listText } from '#src/lib/wording.ts';
import type { Job } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { AxisTable } from '#src/pages/jobs/AxisTable.tsx';
import {
  type AxisRow,
  LaneCells,
  laneText,
  MIDDLE,
  NARROW,
  useLaneStyles,
} from '#src/pages/jobs/LaneCells.tsx';
import {
  axisOf,
  isWithin,
  type Lane,
  laneOf,
  laneOrder,
  rateSpansOf,
  stackedRates,
} from '#src/progress/live/axis.ts';
import { useJobsElsewhere } from '#src/progress/live/all-jobs.ts';
import { outlineOfJob } from '#src/progress/live/restore-names.ts';
import { HeldReads, useJobsNow } from '#src/progress/live/live.tsx';
import { momentsText, rateText, shortRangeText } from '#src/progress/live/progress-text.ts';
import {
  RUNNING,
  titlesOf,
  UnreadLine,
  useRunningRestores,
} from '#src/progress/live/running-restores.tsx';
import { sumText, totalsOf } from '#src/progress/live/running.ts';
import { running as words } from '#src/strings/progress.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import type { TimeAxis } from '#src/ui/picture/TimeAxis.tsx';
import { Popover } from '#src/ui/Popover.tsx';
import { Status } from '#src/ui/Status.tsx';
import { useNow, useWidth } from '#src/ui/hooks.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { Loaded, SkeletonRows } from '#src/ui/states.tsx';
import { UNSEEN } from '#src/ui/styles.ts';
import { Name } from '#src/ui/text.tsx';

/** The restores that run, of all datasources and regions, on one axis of time above the list of jobs. */

/** Each lane reads its own job, so the others are in the list alone. */
const MOST = 8;
/** More of them are drawn lower, with their names and figures alone. */
const MOST_HIGH = 4;
/** The axis goes on by itself. */
const EVERY_MS = 15_000;
const MINUTE_MS = 60_000;
/** Of the axis in a window of 1440, before it is measured. */
const USUAL_WIDTH = 480;

// Rows and figures come first: the drawing has its place from the start.
const timeAxis = () => import('#src/ui/picture/TimeAxis.tsx');
const LaneDrawing = lazyPart(timeAxis, (code) => code.LaneDrawing);
const RateDrawing = lazyPart(timeAxis, (code) => code.RateDrawing);
const Times = lazyPart(timeAxis, (code) => code.Times);
const NowChip = lazyPart(timeAxis, (code) => code.NowChip);
const Hatch = lazyPart(timeAxis, (code) => code.Hatch);
const Marks = lazyPart(timeAxis, (code) => code.Marks);

/** No room for four figures side by side. */
const TWO_LINES = '@container axis (min-width: 640px) and (max-width: 919px)';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    containerType: 'inline-size',
    containerName: 'axis',
    fontVariantNumeric: 'tabular-nums',
  },
  place: {
    padding: `0 ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXS}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground2,
    [NARROW]: { paddingInline: tokens.spacingHorizontalL },
  },
  line: { margin: 0, paddingBlock: tokens.spacingVerticalS },
  // As high before the restores are read as after.
  figures: {
    display: 'flex',
    columnGap: '56px',
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    [TWO_LINES]: { display: 'grid', gridTemplateColumns: '1fr 1fr' },
    [NARROW]: { display: 'block', paddingInline: tokens.spacingHorizontalL },
  },
  figure: {
    minWidth: 0,
    whiteSpace: 'nowrap',
    [NARROW]: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      columnGap: tokens.spacingHorizontalXS,
    },
  },
  term: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  value: {
    margin: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    [NARROW]: { fontSize: tokens.fontSizeBase300 },
  },
  added: {
    marginInlineStart: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  limit: { color: tokens.colorStatusWarningForeground3 },
  wraps: { whiteSpace: 'normal' },
  head: {
    position: 'absolute',
    insetInlineStart: 0,
    top: 0,
    display: 'flex',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    height: '28px',
    [MIDDLE]: { position: 'static' },
    [NARROW]: UNSEEN,
  },
  second: { color: tokens.colorNeutralForeground2 },
  table: { position: 'relative' },
  headRow: {
    minHeight: '28px',
    borderBottom: 'none',
    [NARROW]: { minHeight: '20px', paddingBlock: 0 },
  },
  columnHead: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    [NARROW]: UNSEEN,
  },
  unseen: UNSEEN,
  plotHead: { [NARROW]: { height: '20px' } },
  narrowTimes: { display: 'none', [NARROW]: { display: 'block' } },
  cancelHead: { gridArea: 'cancel', textAlign: 'end' },
  rates: { minHeight: '48px', borderBottom: 'none', [NARROW]: { display: 'none' } },
  rateName: { gridArea: 'name', fontWeight: tokens.fontWeightSemibold },
  ratePlot: { height: '44px' },
  most: {
    position: 'absolute',
    insetInlineEnd: 'calc(100% + 8px)',
    top: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  times: { minHeight: '20px', borderBottom: 'none', [NARROW]: { display: 'none' } },
  // On the line of the times, where there is one.
  commands: {
    display: 'flex',
    justifyContent: 'flex-end',
    marginTop: '-24px',
    [NARROW]: { marginTop: 0 },
  },
});

/** The restores that run, each read from its own job; of none a line that says so. */
export function RestoreAxis() {
  const styles = useStyles();
  const { jobs, elsewhere, listed, all } = useRunningRestores();
  const { unread, isReading } = elsewhere;
  const isNone = jobs.data !== undefined && listed.length === 0;
  // The list below says why nothing could be read.
  if (jobs.data === undefined && jobs.error !== null) return null;
  return (
    <section className={styles.root} aria-label={words.title}>
      <Loaded query={jobs} problemOf={problemOf} what={words.what} rows={3}>
        {() => {
          if (isNone && isReading) return <SkeletonRows what={words.what} rows={1} />;
          if (isNone)
            return <NoneRunning isAll={unread.length === 0} at={instant(jobs.dataUpdatedAt)} />;
          return <Lanes listed={listed} all={all} isAll={unread.length === 0} />;
        }}
      </Loaded>
      {unread.length > 0 && (
        <div className={styles.place}>
          {unread.map((line) => (
            <UnreadLine key={line} text={line} />
          ))}
        </div>
      )}
    </section>
  );
}

/** What of the restores in progress wasn't read, above a list that shows those in progress itself; nothing where all was. */
export function UnreadElsewhere() {
  const styles = useStyles();
  const { unread } = useJobsElsewhere();
  if (unread.length === 0) return null;
  return (
    <section className={mergeClasses(styles.root, styles.place)} aria-label={words.title}>
      {unread.map((line) => (
        <UnreadLine key={line} text={line} />
      ))}
    </section>
  );
}

function NoneRunning({ isAll, at }: { readonly isAll: boolean; readonly at: Instant }) {
  const styles = useStyles();
  return (
    <div className={styles.place}>
      <p className={styles.line}>
        {isAll ? <Status tone="done">{words.none(timeText(at))}</Status> : words.noneRead}
      </p>
    </div>
  );
}

interface LanesProps {
  readonly listed: readonly Job[];
  /** How many run. */
  readonly all: number;
  /** Whether the lists of all regions and services were read. */
  readonly isAll: boolean;
}

/** Reads the restores, and draws those that are shown. */
function Lanes({ listed, all, isAll }: LanesProps) {
  const styles = useStyles();
  const at = useNow(EVERY_MS);
  const shown = listed.slice(0, MOST);
  const ids = shown.map(({ id }) => id);
  const reads = useJobsNow(ids, 'follow');
  const titles = titlesOf(shown, reads);
  const rows = useSteadyOrder(
    shown.map((job, index): AxisRow => {
      const read = reads[index];
      return { job, read, title: titles[index] ?? job.itemName, lane: laneOf(job, read, at) };
    }),
  );
  const more = all - shown.length;
  return (
    <>
      <Figures rows={rows} all={all} isAll={isAll} />
      <div className={styles.place}>
        <HeldReads ids={ids} />
        <LaneRows rows={rows} all={all} at={at} />
        {more > 0 && (
          <RouterLink to="/jobs" search={RUNNING}>
            {words.more(countText(more))}
          </RouterLink>
        )}
      </div>
    </>
  );
}

interface LaneRowsProps {
  readonly rows: readonly AxisRow[];
  readonly all: number;
  readonly at: Instant;
}

/** The lanes as a table whose second column is the axis; below it the rates of all, and the times. */
function LaneRows({ rows, all, at }: LaneRowsProps) {
  const styles = useStyles();
  const places = useLaneStyles();
  const hatch = useId();
  const measured = useWidth();
  const axis = useSteadyAxis(
    rows.map(({ lane }) => lane),
    at,
  );
  const on = { axis, now: at, width: measured.width === 0 ? USUAL_WIDTH : measured.width };
  const isLow = rows.length > MOST_HIGH;
  return (
    <div className={styles.table}>
      <Drawn>
        <Hatch id={hatch} />
      </Drawn>
      <div className={styles.head}>
        <SectionHeading level={2}>{words.title}</SectionHeading>
        <span className={styles.second}>{countText(all)}</span>
      </div>
      <div role="table" aria-label={words.title}>
        <div role="rowgroup">
          <div role="row" className={mergeClasses(places.row, styles.headRow)}>
            <div role="columnheader" className={styles.unseen}>
              {words.heads.restore}
            </div>
            <div
              role="columnheader"
              aria-label={words.heads.time}
              ref={measured.attach}
              className={mergeClasses(places.plot, styles.plotHead)}
            >
              <Drawn>
                <div className={styles.narrowTimes}>
                  <Times {...on} isAbove />
                </div>
                <NowChip {...on} />
              </Drawn>
            </div>
            <div role="columnheader" className={mergeClasses(places.moved, styles.columnHead)}>
              {words.heads.transferred}
            </div>
            <div role="columnheader" className={mergeClasses(places.ready, styles.columnHead)}>
              {words.heads.ready}
            </div>
            <div role="columnheader" className={mergeClasses(styles.cancelHead, styles.columnHead)}>
              {words.heads.cancel}
            </div>
          </div>
        </div>
        <div role="rowgroup">
          {rows.map((one) => (
            <div
              key={one.job.id}
              role="row"
              className={mergeClasses(places.row, isLow ? places.low : places.high)}
            >
              <LaneCells {...one} isLow={isLow}>
                <Drawn>
                  <LaneDrawing {...on} hatch={hatch} lane={one.lane} label={laneText(one, at)} />
                </Drawn>
              </LaneCells>
            </div>
          ))}
        </div>
      </div>
      <Rates rows={rows} on={on} />
      <div className={mergeClasses(places.row, styles.times)}>
        <div className={places.plot}>
          <Drawn>
            <Times {...on} isAbove={false} />
          </Drawn>
        </div>
      </div>
      <InWords rows={rows} at={at} hatch={hatch} />
    </div>
  );
}

/** A part of the drawing, whose code comes after the rows. */
function Drawn({ children }: { readonly children: ReactNode }) {
  return (
    <Part what={words.what} waiting={null}>
      {children}
    </Part>
  );
}

interface RatesProps {
  readonly rows: readonly AxisRow[];
  readonly on: { readonly axis: TimeAxis; readonly now: Instant; readonly width: number };
}

/** How fast all of them are together; nothing before bytes were read. */
function Rates({ rows, on }: RatesProps) {
  const styles = useStyles();
  const places = useLaneStyles();
  const blocks = stackedRates(
    rows
      .toSorted((one, other) => (one.lane.from ?? 0) - (other.lane.from ?? 0))
      .map(({ read }) => rateSpansOf(read)),
  );
  const most = Math.max(0, ...blocks.map(({ base, bytesPerMs }) => base + bytesPerMs));
  return (
    <div className={mergeClasses(places.row, styles.rates)}>
      <div className={styles.rateName}>{words.rateUnit}</div>
      <div className={mergeClasses(places.plot, styles.ratePlot)}>
        <span className={styles.most} aria-hidden>
          {most > 0 && gibCount(most * MINUTE_MS)}
        </span>
        <Drawn>
          <RateDrawing {...on} blocks={blocks} label={words.rateTitle} />
        </Drawn>
      </div>
    </div>
  );
}

interface InWordsProps extends Omit<LaneRowsProps, 'all'> {
  readonly hatch: string;
}

/** What the marks mean, and all of it as a table. */
function InWords({ rows, at, hatch }: InWordsProps) {
  const styles = useStyles();
  const id = useId();
  const [isTable, setIsTable] = useState(false);
  return (
    <>
      <div className={styles.commands}>
        <Button
          size="small"
          appearance="subtle"
          icon={<Info16Regular />}
          aria-label={words.marks.open}
          title={words.marks.open}
          popoverTarget={id}
        />
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={isTable}
          onClick={() => setIsTable(!isTable)}
        >
          {isTable ? words.table.hide : words.table.show}
        </Button>
      </div>
      {isTable && <AxisTable rows={rows} at={at} />}
      <Popover id={id} label={words.marks.title}>
        {() => (
          <Drawn>
            <Marks hatch={hatch} />
          </Drawn>
        )}
      </Popover>
    </>
  );
}

/** The axis changes its scale only when restores come and go, or an end leaves it. */
function useSteadyAxis(lanes: readonly Lane[], at: Instant): TimeAxis {
  const ids = lanes.map(({ id }) => id).join();
  const [last, setLast] = useState({ ids, axis: axisOf(lanes, at) });
  if (last.ids === ids && isWithin(last.axis, lanes, at)) return last.axis;
  const next = { ids, axis: axisOf(lanes, at) };
  setLast(next);
  return next.axis;
}

/** Rows change places only when restores come and go: nothing moves when one is read. */
function useSteadyOrder(rows: readonly AxisRow[]): readonly AxisRow[] {
  const key = rows
    .map(({ job }) => job.id)
    .toSorted()
    .join();
  const [last, setLast] = useState<{
    readonly key: string;
    readonly ids: readonly ResourceId[];
  } | null>(null);
  const ids = last?.key === key ? last.ids : laneOrder(rows.map(({ lane }) => lane));
  if (last?.key !== key) setLast({ key, ids });
  return rows.toSorted((one, other) => ids.indexOf(one.job.id) - ids.indexOf(other.job.id));
}

interface FiguresProps extends Pick<LanesProps, 'all' | 'isAll'> {
  readonly rows: readonly AxisRow[];
}

/** What they have come to together, and of how many that is; and what a person has to decide next. */
function Figures({ rows, all, isAll }: FiguresProps) {
  const styles = useStyles();
  const { read, of, open, bytes, rate, ready } = totalsOf(
    rows.map((one) => one.read),
    all,
  );
  const [next] = rows
    .flatMap(({ job, read: latest, title, lane: { cancel } }) => {
      const outline = outlineOfJob(job.id, latest?.job);
      const target = outline?.kind === 'replaceDisks' ? null : outline?.name;
      return cancel === null ? [] : [{ title: target ?? title, at: cancel.lowMs }];
    })
    .toSorted((one, other) => one.at - other.at);
  const at = rows[0]?.read?.at;
  const notYet = rows.some((one) => one.read === undefined) ? words.notYet : words.notKnown;
  const figures = [
    ready === null || at === undefined
      ? [words.figures.ready, notYet]
      : [
          words.figures.ready,
          momentsText({ lowMs: ready.low, highMs: ready.high }, at),
          listText([
            words.inTime(shortRangeText({ lowMs: ready.low - at, highMs: ready.high - at })),
            ...(isAll ? [] : [words.ofLists]),
          ]),
        ],
    (bytes && [
      words.figures.transferred,
      sumText(gibOf(bytes, words.bytes), bytes.of, open),
      read === of ? '' : words.read(countText(read), countText(of)),
    ]) ?? [words.figures.transferred, notYet],
    [words.figures.rate, rate ? sumText(rateText(rate.bytesPerMs), rate.of, open) : notYet],
    next
      ? [words.figures.next, next.title, words.limit(timeText(instant(next.at)))]
      : [words.figures.next, notYet === words.notYet ? notYet : words.noLimit],
  ];
  return (
    <dl className={styles.figures}>
      {figures.map((figure) => {
        const [term = '', value = '', added = ''] = figure;
        return (
          <div key={term} className={styles.figure}>
            <dt className={styles.term}>{term}</dt>
            <dd
              className={mergeClasses(
                styles.value,
                term === words.figures.next && added !== '' && styles.limit,
                !isAll && styles.wraps,
              )}
            >
              <Name isName={term === words.figures.next}>{value}</Name>
              {added !== '' && <span className={styles.added}>{added}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
