import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment, useId, useState } from 'react';
import { problemOf } from '#src/api/queries/query.ts';
import { gibCount, gibOf } from '#src/lib/bytes.ts';
import { countText, timeText } from '#src/lib/format.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import { listText } from '#src/lib/wording.ts';
import type { Job } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import {
  Hatch,
  LaneDrawing,
  Mark,
  MARKS,
  placeOn,
  RateDrawing,
  ticksOf,
  Times,
} from '#src/pages/jobs/AxisDrawing.tsx';
import { AxisTable } from '#src/pages/jobs/AxisTable.tsx';
import {
  type AxisRow,
  LaneCells,
  laneText,
  MIDDLE,
  NARROW,
  rateText,
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
  type TimeAxis,
} from '#src/progress/live/axis.ts';
import { HeldReads, useJobsNow } from '#src/progress/live/live.tsx';
import { shortRangeText } from '#src/progress/live/progress-text.ts';
import { titlesOf, UnreadLine, useRunningRestores } from '#src/progress/live/running-restores.tsx';
import { sumText, totalsOf } from '#src/progress/live/running.ts';
import { running as words } from '#src/strings/progress.ts';
import { Popover } from '#src/ui/Popover.tsx';
import { Status } from '#src/ui/Status.tsx';
import { useNow, useWidth } from '#src/ui/hooks.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import { Loaded, SkeletonRows } from '#src/ui/states.tsx';
import { UNSEEN } from '#src/ui/styles.ts';
import { Name } from '#src/ui/text.tsx';

/** The restores that run, of all datasources and regions, on one axis of time above the list of jobs. */

/** Each lane reads its own job, so the others wait until they are asked for. */
const MOST = 8;
/** More of them are drawn lower, with their names and figures alone. */
const MOST_HIGH = 4;
/** The axis goes on by itself. */
const EVERY_MS = 15_000;
const MINUTE_MS = 60_000;

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    containerType: 'inline-size',
    containerName: 'axis',
    fontVariantNumeric: 'tabular-nums',
  },
  place: {
    padding: `0 ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXS}`,
    [NARROW]: { paddingInline: tokens.spacingHorizontalL },
  },
  line: { margin: 0, paddingBlock: tokens.spacingVerticalS },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '56px',
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    [NARROW]: {
      columnGap: tokens.spacingHorizontalM,
      paddingInline: tokens.spacingHorizontalL,
      backgroundColor: 'inherit',
    },
  },
  figure: {
    [NARROW]: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalXS },
  },
  term: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  value: {
    margin: 0,
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
  chip: {
    position: 'absolute',
    bottom: 0,
    transform: 'translateX(-50%)',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForegroundInverted,
    backgroundColor: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
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
  command: { gridColumn: '3 / -1', gridRow: 1, justifySelf: 'end' },
  times: { minHeight: '20px', borderBottom: 'none', [NARROW]: { display: 'none' } },
  foot: {
    display: 'none',
    [NARROW]: { display: 'flex', justifyContent: 'flex-end', columnGap: tokens.spacingHorizontalM },
  },
  marks: {
    display: 'grid',
    gridTemplateColumns: '56px 1fr',
    gap: tokens.spacingVerticalS,
    margin: 0,
    maxWidth: '420px',
  },
  mark: { height: '20px' },
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

function Lanes({ listed, all, isAll }: LanesProps) {
  const styles = useStyles();
  const lane = useLaneStyles();
  const [isOpen, setIsOpen] = useState(false);
  const [isTable, setIsTable] = useState(false);
  const marksId = useId();
  const hatch = useId();
  const place = useWidth();
  const at = useNow(EVERY_MS);
  const followed = listed.slice(0, MOST);
  const others = isOpen ? listed.slice(MOST) : [];
  const reads = [
    ...useJobsNow(
      followed.map(({ id }) => id),
      'follow',
    ),
    ...useJobsNow(
      others.map(({ id }) => id),
      'listen',
    ),
  ];
  const shown = [...followed, ...others];
  const titles = titlesOf(shown, reads);
  const rows = shown.map((job, index): AxisRow => {
    const read = reads[index];
    return { job, read, title: titles[index] ?? job.itemName, lane: laneOf(job, read, at) };
  });
  const lanes = rows.map(({ lane }) => lane);
  const axis = useKeptAxis(lanes, at);
  const ordered = useKeptOrder(rows);
  const ticks = ticksOf(axis, place.width === 0 ? 480 : place.width);
  const on = { axis, ticks, now: at };
  const isLow = shown.length > MOST_HIGH;
  const more = listed.length - followed.length;
  const x = placeOn(axis);
  const blocks = stackedRates(
    rows
      .toSorted((one, other) => (one.lane.from ?? 0) - (other.lane.from ?? 0))
      .map(({ read }) => rateSpansOf(read)),
  );
  const most = Math.max(0, ...blocks.map(({ base, bytesPerMs }) => base + bytesPerMs));
  const row = mergeClasses(lane.row, isLow && lane.low);
  const commands = (
    <>
      <Button size="small" appearance="subtle" popoverTarget={marksId}>
        {words.marks.open}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        aria-expanded={isTable}
        onClick={() => setIsTable(!isTable)}
      >
        {isTable ? words.table.hide : words.table.show}
      </Button>
    </>
  );
  return (
    <>
      <Figures rows={rows} all={all} isAll={isAll} />
      <div className={styles.place}>
        <HeldReads ids={followed.map(({ id }) => id)} />
        <Hatch id={hatch} />
        <div className={styles.table}>
          <div className={styles.head}>
            <SectionHeading level={2}>{words.title}</SectionHeading>
            <span className={styles.second}>{countText(all)}</span>
          </div>
          <div role="table" aria-label={words.title}>
            <div role="rowgroup">
              <div role="row" className={mergeClasses(lane.row, styles.headRow)}>
                <div role="columnheader" className={styles.unseen}>
                  {words.heads.restore}
                </div>
                <div
                  role="columnheader"
                  aria-label={words.heads.time}
                  ref={place.attach}
                  className={mergeClasses(lane.plot, styles.plotHead)}
                >
                  <div className={styles.narrowTimes}>
                    <Times {...on} besideNow={0.15} />
                  </div>
                  <span className={styles.chip} style={{ left: x(at) }}>
                    {words.now(timeText(at))}
                  </span>
                </div>
                <div role="columnheader" className={mergeClasses(lane.moved, styles.columnHead)}>
                  {words.heads.transferred}
                </div>
                <div role="columnheader" className={mergeClasses(lane.ready, styles.columnHead)}>
                  {words.heads.ready}
                </div>
                <div
                  role="columnheader"
                  className={mergeClasses(styles.cancelHead, styles.columnHead)}
                >
                  {words.heads.cancel}
                </div>
              </div>
            </div>
            <div role="rowgroup">
              {ordered.map((one) => (
                <div key={one.job.id} role="row" className={row}>
                  <LaneCells {...one} isLow={isLow}>
                    <LaneDrawing {...on} hatch={hatch} lane={one.lane} label={laneText(one, at)} />
                  </LaneCells>
                </div>
              ))}
            </div>
          </div>
          {blocks.length > 0 && (
            <div className={mergeClasses(lane.row, styles.rates)}>
              <div className={styles.rateName}>{words.rateUnit}</div>
              <div className={mergeClasses(lane.plot, styles.ratePlot)}>
                <span className={styles.most} aria-hidden>
                  {gibCount(most * MINUTE_MS)}
                </span>
                <RateDrawing {...on} blocks={blocks} label={words.rateTitle} />
              </div>
            </div>
          )}
          <div className={mergeClasses(lane.row, styles.times)}>
            <div className={lane.plot}>
              <Times {...on} />
            </div>
            <div className={styles.command}>{commands}</div>
          </div>
          <div className={styles.foot}>{commands}</div>
          {more > 0 && (
            <Button size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {isOpen ? words.fewer : words.more(countText(more))}
            </Button>
          )}
        </div>
        {isTable && <AxisTable rows={ordered} at={at} />}
        <Popover id={marksId} label={words.marks.title}>
          {() => <Marks hatch={hatch} />}
        </Popover>
      </div>
    </>
  );
}

/** The axis changes its scale only when restores come and go, or an end leaves it. */
function useKeptAxis(lanes: readonly Lane[], at: Instant): TimeAxis {
  const ids = lanes.map(({ id }) => id).join();
  const [kept, setKept] = useState({ ids, axis: axisOf(lanes, at) });
  if (kept.ids === ids && isWithin(kept.axis, lanes, at)) return kept.axis;
  const next = { ids, axis: axisOf(lanes, at) };
  setKept(next);
  return next.axis;
}

/** Rows change places only when restores come and go, or an estimate does. */
function useKeptOrder(rows: readonly AxisRow[]): readonly AxisRow[] {
  const key = JSON.stringify(
    rows.map(({ job, lane }) => `${job.id} ${String(lane.ready === null)}`).toSorted(),
  );
  const [kept, setKept] = useState<{
    readonly key: string;
    readonly ids: readonly ResourceId[];
  } | null>(null);
  const ids = kept?.key === key ? kept.ids : laneOrder(rows.map(({ lane }) => lane));
  if (kept?.key !== key) setKept({ key, ids });
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
    .flatMap(({ title, lane: { cancel } }) =>
      cancel === null ? [] : [{ title, at: cancel.lowMs }],
    )
    .toSorted((one, other) => one.at - other.at);
  const at = rows[0]?.read?.at;
  const figures = [
    ready && [
      words.figures.ready,
      words.between(timeText(ready.low), timeText(ready.high)),
      listText([
        ...(at === undefined
          ? []
          : [words.inTime(shortRangeText({ lowMs: ready.low - at, highMs: ready.high - at }))]),
        ...(isAll ? [] : [words.ofLists]),
      ]),
    ],
    bytes && [
      words.figures.transferred,
      sumText(gibOf(bytes, words.bytes), bytes.of, open),
      read === of ? '' : words.read(countText(read), countText(of)),
    ],
    rate && [words.figures.rate, sumText(rateText(rate.bytesPerMs), rate.of, open), ''],
    next && [words.figures.next, next.title, words.limit(timeText(instant(next.at)))],
  ];
  return (
    <dl className={styles.figures}>
      {figures.map((figure) => {
        if (!figure) return null;
        const [term = '', value = '', added = ''] = figure;
        return (
          <div key={term} className={styles.figure}>
            <dt className={styles.term}>{term}</dt>
            <dd className={mergeClasses(styles.value, term === words.figures.next && styles.limit)}>
              <Name isName={term === words.figures.next}>{value}</Name>
              {added !== '' && <span className={styles.added}>{added}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** What the marks of the axis mean. */
function Marks({ hatch }: { readonly hatch: string }) {
  const styles = useStyles();
  return (
    <dl className={styles.marks}>
      {MARKS.map((look) => (
        <Fragment key={look}>
          <dt className={styles.mark}>
            <Mark look={look} hatch={hatch} />
          </dt>
          <dd className={styles.line}>{words.marks[look]}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
