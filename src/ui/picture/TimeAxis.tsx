import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import { timeText } from '#src/lib/format.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import type { Range } from '#src/progress/past.ts';
import { timeScale } from '#src/ui/picture/time-scale.ts';
import { running as words } from '#src/strings/progress.ts';

/** What is drawn on the time axis of Backup jobs: lanes, rates, and the times beside them. */

/** From and to when the axis goes. */
export interface TimeAxis {
  readonly from: Instant;
  readonly to: Instant;
}

/** One restore on the axis, by the clock. */
export interface DrawnLane {
  /** When it started; null: not reported. */
  readonly from: Instant | null;
  /** How far it is drawn as run: to now, or to what was read last of one that isn't read now or stands still. */
  readonly to: Instant;
  /** When it will be ready; null: nothing is expected beyond {@link to}. */
  readonly ready: Range | null;
  /** Until when it can be canceled; null: it can't be, or no limit is known. */
  readonly cancel: Range | null;
}

/** A backup on the axis: from its start to now. */
export interface DrawnBackup {
  readonly id: string;
  /** Null: not reported. */
  readonly from: Instant | null;
}

/** Bytes in a millisecond between two moments. */
export interface RateSpan {
  readonly from: Instant;
  readonly to: Instant;
  readonly bytesPerMs: number;
  /** Not between two readings: the mean before this browser's first one, or what counts since its last. */
  readonly isMean: boolean;
}

/** A part of the stack of rates: how fast all below it are together, and it with them. */
export interface RateBlock extends RateSpan {
  readonly base: number;
}

const OWN_COLORS = '@media (forced-colors: active)';

const useStyles = makeStyles({
  svg: { position: 'absolute', inset: 0, width: '100%', height: '100%', overflow: 'visible' },
  middle: { overflow: 'visible' },
  tick: {
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeDasharray: '1 4',
    [OWN_COLORS]: { stroke: 'GrayText' },
  },
  now: {
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: '2',
    [OWN_COLORS]: { stroke: 'CanvasText' },
  },
  ran: { fill: tokens.colorCompoundBrandBackground, [OWN_COLORS]: { fill: 'Highlight' } },
  expected: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorCompoundBrandStroke,
    strokeWidth: '1.5',
    [OWN_COLORS]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  hatch: {
    stroke: tokens.colorCompoundBrandStroke,
    strokeWidth: '1.5',
    [OWN_COLORS]: { stroke: 'CanvasText' },
  },
  limit: {
    stroke: tokens.colorStatusWarningForeground1,
    strokeWidth: '2',
    [OWN_COLORS]: { stroke: 'CanvasText', strokeDasharray: '3 2' },
  },
  text: {
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    fill: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    [OWN_COLORS]: { fill: 'CanvasText' },
  },
  limitText: {
    // On a phone it stands in words below the lane.
    '@container axis (max-width: 639px)': { display: 'none' },
    fontWeight: tokens.fontWeightSemibold,
    fill: tokens.colorStatusWarningForeground3,
    [OWN_COLORS]: { fill: 'CanvasText' },
  },
  backup: { fill: tokens.colorNeutralForeground3, [OWN_COLORS]: { fill: 'CanvasText' } },
  rate: {
    fill: tokens.colorCompoundBrandBackground,
    [OWN_COLORS]: { fill: 'Highlight' },
  },
  axis: { stroke: tokens.colorNeutralStroke1, [OWN_COLORS]: { stroke: 'CanvasText' } },
  chip: {
    position: 'absolute',
    bottom: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForegroundInverted,
    backgroundColor: tokens.colorNeutralForeground1,
    [OWN_COLORS]: {
      border: '1px solid CanvasText',
      color: 'CanvasText',
      backgroundColor: 'Canvas',
    },
  },
  marks: {
    display: 'grid',
    gridTemplateColumns: '56px 1fr',
    gap: tokens.spacingVerticalS,
    margin: 0,
    maxWidth: '420px',
  },
  meaning: { margin: 0 },
  times: { position: 'relative', height: '20px' },
  time: {
    position: 'absolute',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** Where a moment lies on the axis, in percent of its width; what is beyond an end is at that end. */
function placeOn({ from, to }: TimeAxis): (at: number) => string {
  return (at) => {
    const share = (Math.min(to, Math.max(from, at)) - from) / (to - from);
    return `${String(Math.round(share * 10_000) / 100)}%`;
  };
}

/** Nearer to an end of the axis than this share, a text would reach beyond it. */
const AT_END = 0.1;

/** How far a text is moved from its moment by its own width: it is centered there, and goes no further than an end. */
function shiftOf({ from, to }: TimeAxis, at: number): string {
  const share = (at - from) / (to - from);
  return share < AT_END ? '0' : share > 1 - AT_END ? '-100%' : '-50%';
}

/** Between two of them there is room for a time of the clock, or for one with AM or PM. */
const LABEL_PX = 60;
const LONG_LABEL_PX = 80;
/** As long as 23:59. */
const SHORT_TIME = 5;
/** On a phone three are enough. */
const SMALL_PX = 340;

/** The moments that are marked: at most as many as have room for their times. Pure. */
export function ticksOf({ from, to }: TimeAxis, width: number): readonly Instant[] {
  const scale = timeScale(from, to);
  const label = timeText(from).length > SHORT_TIME ? LONG_LABEL_PX : LABEL_PX;
  const least = width < SMALL_PX ? width / 2 : label;
  for (let count = Math.max(2, Math.floor(width / least) + 1); count > 0; count -= 1) {
    const ticks = scale.ticks(count).map((date) => instant(date.getTime()));
    const [first = from, second = to] = ticks;
    if (((second - first) / (to - from)) * width >= least) return ticks;
  }
  return [];
}

/** The pattern of what is ready between two moments; drawn once, and used by each lane. */
export function Hatch({ id }: { readonly id: string }) {
  const styles = useStyles();
  return (
    <svg width="0" height="0" aria-hidden style={{ position: 'absolute' }}>
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" className={styles.hatch} />
        </pattern>
      </defs>
    </svg>
  );
}

interface OnAxisProps {
  readonly axis: TimeAxis;
  /** Of the axis, in pixels. */
  readonly width: number;
  readonly now: Instant;
}

/** The lines of the times, and of now. */
function Lines({ axis, width, now }: OnAxisProps) {
  const styles = useStyles();
  const x = placeOn(axis);
  return (
    <>
      {ticksOf(axis, width).map((at) => (
        <line key={at} x1={x(at)} x2={x(at)} y1="0" y2="100%" className={styles.tick} />
      ))}
      <line x1={x(now)} x2={x(now)} y1="0" y2="100%" className={styles.now} data-look="now" />
    </>
  );
}

const BAR = 14;

interface LaneDrawingProps extends OnAxisProps {
  readonly lane: DrawnLane;
  /** The id of {@link Hatch}. */
  readonly hatch: string;
  /** What it says of itself. */
  readonly label: string;
}

/** One restore: solid while it ran, outlined up to the early end, hatched up to the late one. */
export function LaneDrawing({ lane, hatch, label, ...on }: LaneDrawingProps) {
  const styles = useStyles();
  const { axis } = on;
  const { from, to, ready, cancel } = lane;
  const x = placeOn(axis);
  const begun = Math.min(from ?? to, to);
  const early = ready === null ? to : Math.max(to, ready.lowMs);
  const late = ready === null ? to : Math.max(early, ready.highMs);
  const bar = (start: number, end: number) => ({ x: x(start), end: x(end) });
  return (
    <svg className={styles.svg} role="img" aria-label={label}>
      <Lines {...on} />
      {/* In the middle of the row, however high that is. */}
      <svg y="50%" className={styles.middle} role="presentation">
        <Bar {...bar(begun, to)} className={styles.ran} look="ran" />
        {ready !== null && (
          <>
            <Bar {...bar(to, early)} className={styles.expected} look="expected" />
            <Bar {...bar(early, late)} className={styles.expected} look="ready" />
            <Bar {...bar(early, late)} fill={`url(#${hatch})`} look="hatch" />
          </>
        )}
        {from !== null && from < axis.from && (
          <>
            <path d="M-7 0 l9 -11 v22 z" className={styles.ran} />
            <text x="0" y={BAR / 2 + 12} className={styles.text}>
              {words.since(timeText(from))}
            </text>
          </>
        )}
        {cancel !== null && <Limit at={cancel.lowMs} axis={axis} />}
      </svg>
    </svg>
  );
}

interface BarProps {
  readonly x: string;
  readonly end: string;
  readonly look: string;
  readonly className?: string;
  readonly fill?: string;
}

function Bar({ x, end, look, ...how }: BarProps) {
  const width = `calc(${end} - ${x})`;
  return <rect x={x} y={-BAR / 2} height={BAR} style={{ width }} data-look={look} {...how} />;
}

interface LimitProps {
  readonly at: number;
  readonly axis: TimeAxis;
}

/** Until when it can be canceled, with its words on the side that has room. */
function Limit({ at, axis }: LimitProps) {
  const styles = useStyles();
  const x = placeOn(axis)(at);
  const isLate = at - axis.from > 0.6 * (axis.to - axis.from);
  return (
    <>
      <line x1={x} x2={x} y1="-15" y2="15" className={styles.limit} data-look="limit" />
      <text
        x={x}
        y="-10"
        dx={isLate ? -6 : 6}
        textAnchor={isLate ? 'end' : 'start'}
        className={mergeClasses(styles.text, styles.limitText)}
      >
        {words.cancelUntil(timeText(instant(at)))}
      </text>
    </>
  );
}

interface BackupsDrawingProps extends OnAxisProps {
  readonly backups: readonly DrawnBackup[];
  /** What it says of itself. */
  readonly label: string;
}

/** More bars than these would be too thin. */
const MOST_BARS = 5;

/** Backups, a bar each, the oldest on top. */
export function BackupsDrawing({ backups, label, ...on }: BackupsDrawingProps) {
  const styles = useStyles();
  const { axis, now } = on;
  const x = placeOn(axis);
  const bars = backups.slice(0, MOST_BARS);
  const step = 36 / Math.max(3, bars.length);
  return (
    <svg className={styles.svg} role="img" aria-label={label}>
      <Lines {...on} />
      {bars.map(({ id, from }, index) => {
        const top = 20 + (index - (bars.length - 1) / 2) * step - 4;
        const start = Math.min(from ?? now, now);
        return (
          <g key={id} className={styles.backup} data-look="backup">
            <rect
              x={x(start)}
              y={top}
              height={Math.min(8, step - 3)}
              style={{ width: `calc(${x(now)} - ${x(start)})` }}
            />
            {start < axis.from && <path d={`M-7 ${String(top + 4)} l9 -7 v14 z`} />}
          </g>
        );
      })}
    </svg>
  );
}

interface RateDrawingProps extends OnAxisProps {
  readonly blocks: readonly RateBlock[];
  readonly label: string;
}

/** The rates of all restores, one above the other: filled as they were read, outlined before the first reading and after the last. */
export function RateDrawing({ blocks, label, ...on }: RateDrawingProps) {
  const styles = useStyles();
  const x = placeOn(on.axis);
  const most = Math.max(1e-9, ...blocks.map(({ base, bytesPerMs }) => base + bytesPerMs));
  const high = (rate: number): string => `${String(Math.round((rate / most) * 9000) / 100)}%`;
  return (
    <svg className={styles.svg} role="img" aria-label={label}>
      <Lines {...on} />
      {blocks.map(({ from, to, base, bytesPerMs, isMean }) => (
        <rect
          key={`${String(from)} ${String(base)}`}
          x={x(from)}
          y={`calc(100% - ${high(base + bytesPerMs)})`}
          style={{
            y: `calc(100% - ${high(base + bytesPerMs)})`,
            width: `calc(${x(to)} - ${x(from)})`,
            height: high(bytesPerMs),
          }}
          className={isMean ? styles.expected : styles.rate}
          data-look={isMean ? 'mean' : 'rate'}
        />
      ))}
      <line x1="0" x2="100%" y1="100%" y2="100%" className={styles.axis} />
    </svg>
  );
}

/** No time is written as near to the chip of now, where both are on one line, nor under it. */
const BESIDE_CHIP_PX = 40;
const HALF_A_CHIP_PX = 36;

/** The times of the axis, where they stand above it without those that now would cover. Pure. */
export function timesOf({ axis, width, now }: OnAxisProps, isAbove: boolean): readonly Instant[] {
  const least = isAbove ? BESIDE_CHIP_PX + HALF_A_CHIP_PX : 0;
  const pixels = (at: number): number => ((at - axis.from) / (axis.to - axis.from)) * width;
  return ticksOf(axis, width).filter((at) => Math.abs(pixels(at) - pixels(now)) >= least);
}

/** They stand beside the lanes: a time that isn't drawn has its line. */
export function Times({ axis, width, now, isAbove }: OnAxisProps & { readonly isAbove: boolean }) {
  const styles = useStyles();
  const x = placeOn(axis);
  return (
    <div className={styles.times} aria-hidden>
      {timesOf({ axis, width, now }, isAbove).map((at) => (
        <span
          key={at}
          className={styles.time}
          style={{ left: x(at), transform: `translateX(${shiftOf(axis, at)})` }}
        >
          {timeText(at)}
        </span>
      ))}
    </div>
  );
}

/** What time it is, above the line of now. */
export function NowChip({ axis, now }: Pick<OnAxisProps, 'axis' | 'now'>) {
  const styles = useStyles();
  return (
    <span
      className={styles.chip}
      style={{ left: placeOn(axis)(now), transform: `translateX(${shiftOf(axis, now)})` }}
    >
      {words.now(timeText(now))}
    </span>
  );
}

const MARKS = ['ran', 'expected', 'ready', 'cancel', 'now', 'backup'] as const;

/** What the marks mean. */
export function Marks({ hatch }: { readonly hatch: string }) {
  const styles = useStyles();
  return (
    <dl className={styles.marks}>
      {MARKS.map((look) => (
        <Fragment key={look}>
          <dt>
            <Mark look={look} hatch={hatch} />
          </dt>
          <dd className={styles.meaning}>{words.marks[look]}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

interface MarkProps {
  readonly look: (typeof MARKS)[number];
  readonly hatch: string;
}

function Mark({ look, hatch }: MarkProps) {
  const styles = useStyles();
  const bar = { x: '2', y: '3', width: '44', height: String(BAR) };
  return (
    <svg width="48" height="20" aria-hidden>
      {look === 'ran' && <rect {...bar} className={styles.ran} />}
      {(look === 'expected' || look === 'ready') && <rect {...bar} className={styles.expected} />}
      {look === 'ready' && <rect {...bar} fill={`url(#${hatch})`} />}
      {look === 'cancel' && <line x1="24" x2="24" y1="0" y2="20" className={styles.limit} />}
      {look === 'now' && <line x1="24" x2="24" y1="0" y2="20" className={styles.now} />}
      {look === 'backup' && <rect {...bar} y="6" height="8" className={styles.backup} />}
    </svg>
  );
}
