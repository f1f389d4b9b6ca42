import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import {
  notableJobsQuery,
  otherJobsQuery,
  secondaryRestoresQuery,
} from '#src/api/queries/overview.ts';
import { oldestReadAt, problemOf } from '#src/api/queries/query.ts';
import { gibCount } from '#src/lib/bytes.ts';
import { now } from '#src/lib/clock.ts';
import { countText, timeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Job } from '#src/model/jobs.ts';
import { AxisFigures } from '#src/pages/jobs/AxisFigures.tsx';
import { AxisTable } from '#src/pages/jobs/AxisTable.tsx';
import { useRunningBackups } from '#src/pages/jobs/backups.ts';
import { BackupsRow, backupsText } from '#src/pages/jobs/BackupsRow.tsx';
import {
  type AxisRow,
  BROAD,
  LaneCells,
  laneText,
  MIDDLE,
  NARROW,
  useLaneStyles,
} from '#src/pages/jobs/LaneCells.tsx';
import { laneOf, rateSpansOf, stackedRates } from '#src/progress/live/axis.ts';
import { type ReadLists, useJobsElsewhere } from '#src/progress/live/all-jobs.ts';
import { useLaneKeys, useSteadyAxis, useSteadyOrder } from '#src/pages/jobs/lane-rows.ts';
import { inViewText, keepInView } from '#src/progress/live/in-view.ts';
import { HeldReads, useJobsNow } from '#src/progress/live/live.tsx';
import {
  RUNNING,
  titlesOf,
  UnreadLine,
  useRunningRestores,
} from '#src/progress/live/running-restores.tsx';
import { running as words } from '#src/strings/progress.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import type { TimeAxis } from '#src/ui/picture/TimeAxis.tsx';
import { Popover } from '#src/ui/Popover.tsx';
import { Status } from '#src/ui/Status.tsx';
import { useNow, useTextBeside, useWidth } from '#src/ui/hooks.ts';
import { RouterLink } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { Loaded, SkeletonRows } from '#src/ui/states.tsx';
import { UNSEEN } from '#src/ui/styles.ts';
import { CurrentRowContext } from '#src/ui/grid/columns.ts';

/** The restores that run, of all datasources and regions, on one axis of time above the list of jobs. */

/** Each lane reads its own job, so the others are in the list alone. */
const MOST = 8;
/** Those that have a lane. */
export const lanesOf = (listed: readonly Job[]): readonly Job[] => listed.slice(0, MOST);
/** More of them are drawn lower, with their names and figures alone. */
const MOST_HIGH = 4;
/** The lists that say together that none runs. */
const LISTS = [notableJobsQuery(), secondaryRestoresQuery(), otherJobsQuery()].map(
  ({ queryKey }) => queryKey,
);
/** The axis goes on by itself. */
const EVERY_MS = 15_000;
const MINUTE_MS = 60_000;
/** Of the axis in a window of 1440, before it is measured. */
const USUAL_WIDTH = 480;

// Rows and figures come first: the drawing has its place from the start.
const timeAxis = () => import('#src/ui/picture/TimeAxis.tsx');
const LaneDrawing = lazyPart(timeAxis, (code) => code.LaneDrawing);
const BackupsDrawing = lazyPart(timeAxis, (code) => code.BackupsDrawing);
const RateDrawing = lazyPart(timeAxis, (code) => code.RateDrawing);
const Times = lazyPart(timeAxis, (code) => code.Times);
const NowChip = lazyPart(timeAxis, (code) => code.NowChip);
const Hatch = lazyPart(timeAxis, (code) => code.Hatch);
const Marks = lazyPart(timeAxis, (code) => code.Marks);

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    containerType: 'inline-size',
    containerName: 'axis',
    fontVariantNumeric: 'tabular-nums',
  },
  place: {
    paddingInline: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (forced-colors: active)': { borderTop: '1px solid' },
    [NARROW]: { paddingInline: tokens.spacingHorizontalL },
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    minHeight: '40px',
  },
  // Beside the times, so that it has no line of its own.
  head: {
    position: 'absolute',
    insetInlineStart: 0,
    top: 0,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalSNudge,
    height: '28px',
    whiteSpace: 'nowrap',
    // As wide as the names below, so that the chip of now has its place beside it; with wider letters it is in front.
    zIndex: 1,
    '& h2': { fontSize: tokens.fontSizeBase300 },
    [MIDDLE]: { position: 'static' },
    [BROAD]: { position: 'static' },
    [NARROW]: UNSEEN,
  },
  second: { color: tokens.colorNeutralForeground2 },
  table: { position: 'relative' },
  headRow: {
    minHeight: '28px',
    borderBottom: 'none',
    gridTemplateAreas: '"name plot moved ready cancel"',
    [MIDDLE]: { gridTemplateAreas: '"name plot ready cancel"' },
    [BROAD]: { gridTemplateAreas: '"plot plot cancel"' },
    [NARROW]: { minHeight: '20px', gridTemplateAreas: '"plot plot plot"' },
  },
  columnHead: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    [BROAD]: UNSEEN,
    [NARROW]: UNSEEN,
  },
  movedHead: { [MIDDLE]: UNSEEN },
  unseen: UNSEEN,
  plotHead: { [BROAD]: { height: '28px' }, [NARROW]: { height: '20px' } },
  timesAbove: {
    display: 'none',
    [BROAD]: { display: 'block', paddingTop: '8px' },
    [NARROW]: { display: 'block' },
  },
  cancelHead: { gridArea: 'cancel', textAlign: 'end' },
  rates: {
    gridTemplateRows: '48px',
    borderBottom: 'none',
    [MIDDLE]: { gridTemplateAreas: '"name plot ready cancel"' },
    [BROAD]: {
      gridTemplateAreas: '"name ready cancel" "plot plot cancel"',
      gridTemplateRows: '24px 40px',
    },
    [NARROW]: { display: 'none' },
  },
  rateName: { gridArea: 'name', fontWeight: tokens.fontWeightSemibold },
  most: {
    position: 'absolute',
    insetInlineEnd: 'calc(100% + 8px)',
    top: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    [BROAD]: { insetInlineEnd: 'auto', insetInlineStart: 0, bottom: '100%', top: 'auto' },
  },
  asTable: {
    gridArea: 'ready / ready / cancel / cancel',
    justifySelf: 'end',
    [MIDDLE]: { gridArea: 'ready / ready / cancel / cancel' },
    [BROAD]: { gridArea: 'ready / ready / cancel / cancel' },
  },
  times: {
    minHeight: '20px',
    gridTemplateAreas: '"name plot moved ready cancel"',
    borderBottom: 'none',
    [MIDDLE]: { gridTemplateAreas: '"name plot ready cancel"' },
    [BROAD]: { display: 'none' },
    [NARROW]: { display: 'none' },
  },
  onPhone: { display: 'none', [NARROW]: { display: 'block' } },
  notOnPhone: { [NARROW]: { display: 'none' } },
  quiet: {
    minWidth: 0,
    paddingInline: 0,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
    color: tokens.colorBrandForegroundLink,
  },
});

/** The restores that run, each read from its own job; of none a line that says so. */
export function RestoreAxis() {
  const styles = useStyles();
  const { jobs, elsewhere, listed, all } = useRunningRestores();
  const { unread, isReading, vaults, services } = elsewhere;
  const backups = useRunningBackups();
  const isNone = jobs.data !== undefined && listed.length === 0;
  // The list below says why nothing could be read.
  if (jobs.data === undefined && jobs.error !== null) return null;
  return (
    <section className={styles.root} aria-label={words.title}>
      <Loaded query={jobs} problemOf={problemOf} what={words.what} rows={3}>
        {() => {
          if (isNone && isReading) return <SkeletonRows what={words.what} rows={1} />;
          if (isNone)
            return (
              <NoneRunning
                isAll={unread.length === 0}
                at={oldestReadAt(LISTS) ?? now()}
                {...{ backups, vaults, services }}
              />
            );
          return <Lanes {...{ listed, all, backups }} isAll={unread.length === 0} />;
        }}
      </Loaded>
      {isNone && unread.length > 0 && (
        <div className={styles.place}>
          <UnreadLists unread={unread} />
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
      <UnreadLists unread={unread} />
    </section>
  );
}

/** The lists that weren't read, by name, and the way to read them. */
export function UnreadLists({ unread }: { readonly unread: readonly string[] }) {
  const styles = useStyles();
  const queries = useQueryClient();
  const read = () => {
    for (const { queryKey } of [secondaryRestoresQuery(), otherJobsQuery()])
      void queries.invalidateQueries({ queryKey });
  };
  return (
    <div className={styles.line}>
      {unread.map((line) => (
        <UnreadLine key={line} text={line} />
      ))}
      <Button size="small" onClick={read}>
        {words.readIt}
      </Button>
    </div>
  );
}

interface NoneRunningProps extends Pick<LanesProps, 'isAll' | 'backups'>, ReadLists {
  readonly at: Instant;
}

function NoneRunning({ isAll, at, backups, vaults, services }: NoneRunningProps) {
  const styles = useStyles();
  return (
    <div className={styles.place}>
      <p className={styles.line}>
        {isAll ? (
          <Status tone="done">{words.none(vaults, services, timeText(at))}</Status>
        ) : (
          words.noneRead
        )}
      </p>
      {backups.length > 0 && (
        <BackupsRow backups={backups} at={at} beside={null}>
          {null}
        </BackupsRow>
      )}
    </div>
  );
}

interface LanesProps {
  readonly listed: readonly Job[];
  /** How many run. */
  readonly all: number;
  readonly backups: readonly Job[];
  /** Whether the lists of all regions and services were read. */
  readonly isAll: boolean;
}

/** Reads the restores, and draws those that are shown. */
function Lanes({ listed, all, backups, isAll }: LanesProps) {
  const styles = useStyles();
  const at = useNow(EVERY_MS);
  const shown = lanesOf(listed);
  const ids = shown.map(({ id }) => id);
  const reads = useJobsNow(ids, 'follow');
  useTextBeside(inViewText(ids), keepInView);
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
      <AxisFigures rows={rows} all={all} isAll={isAll} />
      <div className={styles.place}>
        <HeldReads ids={ids} />
        <LaneRows rows={rows} all={all} backups={backups} at={at} />
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
  readonly backups: readonly Job[];
  readonly at: Instant;
}

/** The lanes as a table whose second column is the axis; below it the rates of all, and the times. */
function LaneRows({ rows, all, backups, at }: LaneRowsProps) {
  const styles = useStyles();
  const places = useLaneStyles();
  const hatch = useId();
  const marksId = useId();
  const keys = useLaneKeys(rows);
  const measured = useWidth();
  const axis = useSteadyAxis(
    rows.map(({ lane }) => lane),
    at,
  );
  const on = { axis, now: at, width: measured.width === 0 ? USUAL_WIDTH : measured.width };
  const isLow = rows.length > MOST_HIGH;
  const [isTable, setIsTable] = useState(false);
  return (
    <div className={mergeClasses(styles.table, isLow && places.ofLow)}>
      <Drawn>
        <Hatch id={hatch} />
      </Drawn>
      <div className={styles.head}>
        <SectionHeading level={2}>{words.title}</SectionHeading>
        <span className={styles.second}>{countText(all)}</span>
        <span className={styles.notOnPhone}>
          <MarksButton opens={marksId} />
        </span>
      </div>
      <div role="table" aria-label={words.title}>
        <LaneHeads on={on} attach={measured.attach} />
        <div role="rowgroup">
          {rows.map((one) => (
            <CurrentRowContext key={one.job.id} value={keys.isCurrent(one)}>
              <div
                {...keys.rowOf(one)}
                role="row"
                className={mergeClasses(places.row, isLow ? places.low : places.high, places.opens)}
              >
                <LaneCells {...one} isLow={isLow}>
                  <Drawn>
                    <LaneDrawing {...on} hatch={hatch} lane={one.lane} label={laneText(one, at)} />
                  </Drawn>
                </LaneCells>
              </div>
            </CurrentRowContext>
          ))}
        </div>
      </div>
      <BackupsRow backups={backups} at={at} beside={<MarksButton opens={marksId} />}>
        <Drawn>
          <BackupsDrawing
            {...on}
            backups={backups.map(({ id, name, startedAt }) => ({
              id: id || name,
              from: startedAt,
            }))}
            label={backupsText(backups)}
          />
        </Drawn>
      </BackupsRow>
      <Rates rows={rows} on={on}>
        <TableButton isTable={isTable} onToggle={() => setIsTable(!isTable)} />
      </Rates>
      <div className={mergeClasses(places.row, styles.times)}>
        <div className={places.plot}>
          <Drawn>
            <Times {...on} isAbove={false} />
          </Drawn>
        </div>
      </div>
      {isTable && <AxisTable rows={rows} at={at} />}
      <MarksPopover id={marksId} hatch={hatch}>
        {(close) => (
          <TableButton
            isTable={isTable}
            onToggle={() => {
              setIsTable(!isTable);
              close();
            }}
          />
        )}
      </MarksPopover>
    </div>
  );
}

interface LaneHeadsProps {
  readonly on: OnAxis;
  readonly attach: (plot: HTMLDivElement | null) => (() => void) | undefined;
}

/** The heads of the columns; the one of the axis has its times, and says how wide it is. */
function LaneHeads({ on, attach }: LaneHeadsProps) {
  const styles = useStyles();
  const places = useLaneStyles();
  return (
    <div role="rowgroup">
      <div role="row" className={mergeClasses(places.row, styles.headRow)}>
        <div role="columnheader" className={styles.unseen}>
          {words.heads.restore}
        </div>
        <div
          role="columnheader"
          aria-label={words.heads.time}
          ref={attach}
          className={mergeClasses(places.plot, styles.plotHead)}
        >
          <Drawn>
            <div className={styles.timesAbove}>
              <Times {...on} isAbove />
            </div>
            <NowChip {...on} />
          </Drawn>
        </div>
        <div
          role="columnheader"
          className={mergeClasses(places.moved, styles.columnHead, styles.movedHead)}
        >
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
  );
}

interface MarksPopoverProps {
  readonly id: string;
  readonly hatch: string;
  /** What has no other place on a phone. */
  readonly children: (close: () => void) => ReactNode;
}

/** What the marks mean. */
function MarksPopover({ id, hatch, children }: MarksPopoverProps) {
  const styles = useStyles();
  return (
    <Popover id={id} label={words.marks.title}>
      {(close) => (
        <>
          <Drawn>
            <Marks hatch={hatch} />
          </Drawn>
          <div className={styles.onPhone}>{children(close)}</div>
        </>
      )}
    </Popover>
  );
}

/** Opens what the marks mean. */
function MarksButton({ opens }: { readonly opens: string }) {
  const styles = useStyles();
  return (
    <Button size="small" appearance="transparent" className={styles.quiet} popoverTarget={opens}>
      {words.marks.open}
    </Button>
  );
}

interface TableButtonProps {
  readonly isTable: boolean;
  readonly onToggle: () => void;
}

/** Shows or hides all of it as a table. */
function TableButton({ isTable, onToggle }: TableButtonProps) {
  const styles = useStyles();
  return (
    <Button
      size="small"
      appearance="transparent"
      className={styles.quiet}
      aria-expanded={isTable}
      onClick={onToggle}
    >
      {isTable ? words.table.hide : words.table.show}
    </Button>
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

/** The axis, with how many pixels it has. */
interface OnAxis {
  readonly axis: TimeAxis;
  readonly now: Instant;
  readonly width: number;
}

interface RatesProps {
  readonly rows: readonly AxisRow[];
  readonly on: OnAxis;
  /** At its end. */
  readonly children: ReactNode;
}

/** How fast all of them are together; nothing before bytes were read. */
function Rates({ rows, on, children }: RatesProps) {
  const styles = useStyles();
  const places = useLaneStyles();
  const blocks = stackedRates(
    rows
      .toSorted((one, other) => (one.lane.from ?? 0) - (other.lane.from ?? 0))
      .map(({ read }) => rateSpansOf(read, on.now)),
  );
  const most = Math.max(0, ...blocks.map(({ base, bytesPerMs }) => base + bytesPerMs));
  return (
    <div className={mergeClasses(places.row, styles.rates)}>
      <div className={styles.rateName}>{words.rateUnit}</div>
      <div className={places.plot}>
        <span className={styles.most} aria-hidden>
          {most > 0 && gibCount(most * MINUTE_MS)}
        </span>
        <Drawn>
          <RateDrawing {...on} blocks={blocks} label={words.rateTitle} />
        </Drawn>
      </div>
      <div className={styles.asTable}>{children}</div>
    </div>
  );
}
