import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useState } from 'react';
import { countText, timeText } from '#src/lib/format.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import { listText } from '#src/lib/wording.ts';
import type { HourRange } from '#src/model/jobs.ts';
import { dayStrip as words } from '#src/strings/day-strip.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { timeScale } from '#src/ui/picture/time-scale.ts';
import { useCommonStyles } from '#src/ui/styles.ts';

/** The jobs of 24 hours as a strip: one bar an hour, outcomes one above the other, told by pattern as well as by color. */

/** Outcomes, bottom to top of a bar. */
export const DAY_KINDS = ['completed', 'other', 'warnings', 'failed', 'running'] as const;
export type DayKind = (typeof DAY_KINDS)[number];
export type DayKinds = Readonly<Record<DayKind, number>>;

export interface DayHour {
  readonly begins: Instant;
  readonly kinds: DayKinds;
  readonly total: number;
}

/** The jobs that started in the last 24 hours. */
export interface Day {
  readonly total: number;
  readonly kinds: DayKinds;
  /** By the hour, the oldest first; the first and the last are parts of one. */
  readonly hours: readonly DayHour[];
  /** The end of them. */
  readonly now: Instant;
}

const HOUR_MS = 3_600_000;
/** On a phone the word for now takes the place of a label that is less before it. */
const BESIDE_NOW_MS = 4.5 * HOUR_MS;
const OWN_COLORS = '@media (forced-colors: active)';
const NARROW = '@media (max-width: 639px)';

const useStyles = makeStyles({
  root: {
    position: 'relative',
    // Room for what stands beside the last bar.
    marginInlineEnd: '60px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    userSelect: 'none',
    // Room at both ends for what a finger drags.
    [NARROW]: { marginInline: '28px 48px', marginTop: tokens.spacingVerticalM },
  },
  plot: { position: 'relative', touchAction: 'pan-y' },
  picture: {
    display: 'block',
    width: '100%',
    height: '100%',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    [OWN_COLORS]: { borderBottomColor: 'CanvasText' },
  },
  low: { height: '56px' },
  high: { height: '120px' },
  // An hour is too narrow for a finger there: the table leads to it.
  hour: { position: 'absolute', insetBlock: 0, [NARROW]: { display: 'none' } },
  cover: { position: 'absolute', inset: 0, cursor: 'pointer' },
  line: {
    stroke: tokens.colorNeutralStroke3,
    [OWN_COLORS]: { stroke: 'GrayText' },
  },
  now: {
    stroke: tokens.colorNeutralForeground2,
    strokeWidth: '2',
    [OWN_COLORS]: { stroke: 'CanvasText' },
  },
  most: {
    position: 'absolute',
    insetInlineStart: 'calc(100% + 8px)',
    top: 0,
    whiteSpace: 'nowrap',
  },
  // Parts of a bar are kept apart by a line of the page.
  part: {
    stroke: tokens.colorNeutralBackground1,
    [OWN_COLORS]: { stroke: 'Canvas' },
  },
  axis: { position: 'relative', height: '20px' },
  tick: { position: 'absolute', transform: 'translateX(-50%)', whiteSpace: 'nowrap' },
  strong: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  chosen: {
    position: 'absolute',
    insetBlock: 0,
    boxSizing: 'border-box',
    pointerEvents: 'none',
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: `color-mix(in srgb, ${tokens.colorBrandBackground2} 50%, transparent)`,
    [OWN_COLORS]: { border: '2px solid Highlight', backgroundColor: 'transparent' },
  },
  handle: {
    position: 'absolute',
    insetBlock: 0,
    width: '24px',
    display: 'flex',
    alignItems: 'center',
    cursor: 'ew-resize',
    touchAction: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '::before': {
      content: '""',
      width: '6px',
      height: '20px',
      borderRadius: tokens.borderRadiusMedium,
      backgroundColor: tokens.colorCompoundBrandBackground,
      [OWN_COLORS]: { backgroundColor: 'Highlight' },
    },
    // As high as a finger needs.
    [NARROW]: { width: '44px' },
  },
  // Each reaches away from what is chosen, so that the two never cover each other.
  first: { transform: 'translateX(-100%)', justifyContent: 'flex-end' },
  last: { justifyContent: 'flex-start' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    fontSize: tokens.fontSizeBase200,
  },
  entry: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  key: { width: '12px', height: '12px' },
  // Gray for what needs no look.
  completed: { fill: tokens.colorNeutralForeground4, [OWN_COLORS]: { fill: 'GrayText' } },
  other: { fill: tokens.colorNeutralForeground4, [OWN_COLORS]: { fill: 'GrayText' } },
  warnings: { fill: tokens.colorStatusWarningForeground1, [OWN_COLORS]: { fill: 'CanvasText' } },
  failed: { fill: tokens.colorStatusDangerForeground1, [OWN_COLORS]: { fill: 'CanvasText' } },
  running: { fill: tokens.colorCompoundBrandBackground, [OWN_COLORS]: { fill: 'Highlight' } },
  open: {
    stroke: tokens.colorNeutralBackground1,
    fill: tokens.colorNeutralBackground1,
    [OWN_COLORS]: { stroke: 'Canvas', fill: 'Canvas' },
  },
});

/** Side of a tile of a pattern, in pixels. */
const TILE = 5;

/** What is left open of a kind's color, drawn in the color of the page: recognizable without color. */
const OPEN: Readonly<Record<DayKind, ReactNode>> = {
  completed: null,
  other: <path d="M0 0H5V2H0zM0 2H2V5H0z" strokeWidth="0" />,
  warnings: <path d="M-1 1 1-1M0 5 5 0M4 6 6 4" strokeWidth="1.5" />,
  failed: <path d="M0 0 5 5M0 5 5 0" strokeWidth="1" />,
  running: <path d="M1 0V5" strokeWidth="2" />,
};

const patternOf = (id: string, kind: DayKind): string => `url(#${id}-${kind})`;

/** The patterns of all kinds, inside a drawing: plain, dots, stripes, a lattice, lines. */
function Patterns({ id }: { readonly id: string }) {
  const styles = useStyles();
  return (
    <defs>
      {DAY_KINDS.map((kind) => (
        <pattern
          key={kind}
          id={`${id}-${kind}`}
          width={TILE}
          height={TILE}
          patternUnits="userSpaceOnUse"
        >
          <rect width={TILE} height={TILE} className={styles[kind]} />
          <g className={styles.open}>{OPEN[kind]}</g>
        </pattern>
      ))}
    </defs>
  );
}

/** One kind of jobs in the bar of an hour; both lengths are percentages of the picture's height. */
interface BarPart {
  readonly kind: DayKind;
  readonly top: number;
  readonly height: number;
}

/** One job among hundreds still has room for its pattern. */
const LEAST = 7;

/** The parts of each hour's bar, bottom to top; the tallest bar fills the height. Pure. */
export function barsOf(hours: readonly DayHour[]): readonly (readonly BarPart[])[] {
  const most = Math.max(1, ...hours.map(({ total }) => total));
  const all = hours.map(({ kinds }) =>
    DAY_KINDS.filter((kind) => kinds[kind] > 0).map((kind) => ({
      kind,
      height: Math.max(LEAST, (kinds[kind] / most) * 100),
    })),
  );
  const tallest = Math.max(100, ...all.map(sum));
  return all.map((parts) =>
    parts.map(({ kind, height }, index) => ({
      kind,
      height: (height / tallest) * 100,
      top: 100 - (sum(parts.slice(0, index + 1)) / tallest) * 100,
    })),
  );
}

const sum = (parts: readonly { readonly height: number }[]): number =>
  parts.reduce((total, { height }) => total + height, 0);

const percent = (share: number): string => `${String(Math.round(share * 100) / 100)}%`;

/** What of an hour its bar leaves open, in percent. */
const GAP = 0.2;

interface DayStripProps {
  readonly day: Day;
  /** Higher, where it stands alone. */
  readonly isHigh?: boolean;
  /** There where hours can be chosen: those that are, null for none. */
  readonly choice?: DayChoice;
  /** What lies over an hour with jobs, such as a link to them. */
  readonly renderHour?: (hours: HourRange, jobs: number) => ReactNode;
}

interface DayChoice {
  readonly chosen: HourRange | null;
  readonly onChoose: (hours: HourRange | null) => void;
}

/** The strip with its times. */
export function DayStrip({ day, isHigh = false, choice, renderHour }: DayStripProps) {
  const styles = useStyles();
  const id = useId();
  const { hours, now } = day;
  const begins = hours[0]?.begins ?? now;
  const ends = instant(begins + hours.length * HOUR_MS);
  const scale = timeScale(begins, ends).range([0, 100]);
  const width = 100 / hours.length;
  const most = Math.max(0, ...hours.map((one) => one.total));
  const x = (at: number): string => percent(scale(at));
  return (
    <div className={styles.root}>
      <div className={mergeClasses(styles.plot, isHigh ? styles.high : styles.low)}>
        <svg className={styles.picture} role="img" aria-label={nameOf(day)}>
          <Patterns id={id} />
          <line x1="0" x2="100%" y1="0.5" y2="0.5" className={styles.line} />
          {barsOf(hours).map((bar, index) =>
            bar.map(({ kind, top, height }) => (
              <rect
                key={`${String(index)} ${kind}`}
                className={styles.part}
                fill={patternOf(id, kind)}
                x={percent((index + GAP / 2) * width)}
                y={percent(top)}
                width={percent((1 - GAP) * width)}
                height={percent(height)}
                data-look={kind}
              />
            )),
          )}
          <line x1={x(now)} x2={x(now)} y1="0" y2="100%" className={styles.now} data-look="now" />
        </svg>
        <span className={styles.most} aria-hidden>
          {countText(most)}
        </span>
        {renderHour !== undefined &&
          hours.map(
            (hour, index) =>
              hour.total > 0 && (
                <span
                  key={hour.begins}
                  className={styles.hour}
                  style={{ left: percent(index * width), width: percent(width) }}
                >
                  {renderHour(hoursFrom(hour.begins, now), hour.total)}
                </span>
              ),
          )}
        {choice !== undefined && (
          <HourChoice {...choice} {...{ begins, now }} count={hours.length} />
        )}
      </div>
      <div className={styles.axis} aria-hidden>
        {scale
          .ticks(5)
          .map((date) => instant(date.getTime()))
          .filter((at) => at < now - BESIDE_NOW_MS)
          .map((at) => (
            <span key={at} className={styles.tick} style={{ left: x(at) }}>
              {timeText(at)}
            </span>
          ))}
        <span className={mergeClasses(styles.tick, styles.strong)} style={{ left: x(now) }}>
          {words.now}
        </span>
      </div>
    </div>
  );
}

/** So many hours from one on; of the first, which is a part of one, that part. */
const hoursFrom = (begins: Instant, now: Instant, count = 1): HourRange => ({
  from: instant(Math.max(begins, now - 24 * HOUR_MS)),
  to: instant(begins + count * HOUR_MS),
});

/** What the picture says of itself. */
function nameOf({ hours, kinds, total }: Day): string {
  const most = Math.max(0, ...hours.map((one) => one.total));
  const busiest = hours.find((one) => one.total === most);
  return words.chart(
    countText(total),
    listText(entriesOf(kinds).map(({ text }) => text)),
    busiest === undefined ? '' : timeText(busiest.begins),
    countText(most),
  );
}

const entriesOf = (kinds: DayKinds) =>
  DAY_KINDS.filter((kind) => kinds[kind] > 0).map((kind) => ({
    kind,
    text: words.part(words.kinds[kind], countText(kinds[kind])),
  }));

interface HourChoiceProps extends DayChoice {
  readonly begins: Instant;
  readonly now: Instant;
  /** How many hours there are to choose from. */
  readonly count: number;
}

/** Hours by their numbers, both included. */
interface Hours {
  readonly first: number;
  readonly last: number;
}

/** Where hours are chosen: a press takes one, a drag several, and keys move the first and the last of them. */
function HourChoice({ begins, now, count, chosen, onChoose }: HourChoiceProps) {
  const styles = useStyles();
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number } | null>(null);
  // Where the keys have moved them: the address follows, and a quick hand is before it.
  const [keyed, setKeyed] = useState<Hours | null>(null);
  const all: Hours = { first: 0, last: count - 1 };
  const shown = drag === null ? (keyed ?? (chosen && hoursIn(chosen, begins, all))) : ordered(drag);
  const { first, last } = shown ?? all;
  const choose = (hours: Hours) =>
    onChoose(
      hours.first === 0 && hours.last === all.last
        ? null
        : hoursFrom(instant(begins + hours.first * HOUR_MS), now, hours.last - hours.first + 1),
    );
  const hourAt = ({ clientX, currentTarget }: PointerEvent<HTMLElement>): number => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return within(Math.floor(((clientX - left) / width) * count), all);
  };
  const onKeys = (end: keyof Hours) => (event: KeyboardEvent) => {
    const next = nextOf(
      event.key,
      { first, last }[end],
      end === 'first' ? { first: 0, last } : { first, last: all.last },
    );
    const hours = next === null ? null : { first, last, [end]: next };
    if (event.key === 'Escape' && shown !== null) onChoose(null);
    else if (hours === null) return;
    else choose(hours);
    setKeyed(hours);
    event.preventDefault();
  };
  return (
    <div
      className={styles.cover}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const { end } = event.target instanceof HTMLElement ? event.target.dataset : {};
        const at = hourAt(event);
        // A handle keeps the other end where it is.
        setDrag({ from: end === 'first' ? last : end === 'last' ? first : at, to: at });
      }}
      onPointerMove={(event) => {
        if (drag !== null) setDrag({ ...drag, to: hourAt(event) });
      }}
      onPointerUp={() => {
        if (drag !== null) choose(ordered(drag));
        setDrag(null);
      }}
      onPointerCancel={() => setDrag(null)}
    >
      {shown !== null && (
        <div
          className={styles.chosen}
          style={{
            left: percent((first / count) * 100),
            right: percent((1 - (last + 1) / count) * 100),
          }}
        />
      )}
      {(['first', 'last'] as const).map((end) => (
        <div
          key={end}
          role="slider"
          tabIndex={0}
          aria-label={words.ends[end]}
          aria-valuemin={0}
          aria-valuemax={all.last}
          aria-valuenow={{ first, last }[end]}
          aria-valuetext={timeText(
            instant(begins + (end === 'first' ? first : last + 1) * HOUR_MS),
          )}
          className={mergeClasses(styles.handle, styles[end])}
          style={{ left: percent(((end === 'first' ? first : last + 1) / count) * 100) }}
          data-end={end}
          onKeyDown={onKeys(end)}
          onBlur={() => setKeyed(null)}
        />
      ))}
    </div>
  );
}

const within = (hour: number, { first, last }: Hours): number =>
  Math.min(last, Math.max(first, hour));

const ordered = ({ from, to }: { readonly from: number; readonly to: number }): Hours => ({
  first: Math.min(from, to),
  last: Math.max(from, to),
});

/** Those of the strip that a range takes in; null: none. Pure. */
function hoursIn({ from, to }: HourRange, begins: Instant, all: Hours): Hours | null {
  const first = Math.floor((from - begins) / HOUR_MS);
  const last = Math.ceil((to - begins) / HOUR_MS) - 1;
  if (last < 0 || first > all.last) return null;
  return { first: within(first, all), last: within(last, all) };
}

/** The hour that a key leads to; null: none. */
function nextOf(key: string, hour: number, room: Hours): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(hour - 1, room);
    case 'ArrowRight':
    case 'ArrowUp':
      return within(hour + 1, room);
    case 'Home':
      return room.first;
    case 'End':
      return room.last;
    default:
      return null;
  }
}

/** What the patterns mean, each with its number. */
export function DayLegend({ kinds }: { readonly kinds: DayKinds }) {
  const styles = useStyles();
  const id = useId();
  return (
    <ul className={styles.legend}>
      {entriesOf(kinds).map(({ kind, text }, index) => (
        <li key={kind} className={styles.entry}>
          <svg className={styles.key} aria-hidden>
            {index === 0 && <Patterns id={id} />}
            <rect width="100%" height="100%" fill={patternOf(id, kind)} />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}

interface DayTableProps {
  readonly day: Day;
  /** A link from an hour to its jobs; left out: there is none. */
  readonly renderHour?: (hours: HourRange, text: string) => ReactNode;
}

/** The facts of the strip as a table, of the hours in which a job started; always there for screen readers. */
export function DayTable({ day, renderHour }: DayTableProps) {
  const { unseen } = useCommonStyles();
  const [isShown, setIsShown] = useState(false);
  const columns: readonly Column<DayHour>[] = [
    {
      head: words.hour,
      // What isn't seen takes no focus.
      cell: ({ begins }) =>
        (isShown && renderHour?.(hoursFrom(begins, day.now), timeText(begins))) || timeText(begins),
    },
    { head: words.all, isNumber: true, cell: ({ total }) => countText(total) },
    ...DAY_KINDS.map((kind) => ({
      head: words.kinds[kind],
      isNumber: true,
      cell: ({ kinds }: DayHour) => countText(kinds[kind]),
    })),
  ];
  return (
    <>
      <Button
        size="small"
        appearance="subtle"
        aria-expanded={isShown}
        onClick={() => setIsShown(!isShown)}
      >
        {isShown ? words.hideTable : words.asTable}
      </Button>
      <div className={isShown ? undefined : unseen}>
        <DataTable
          label={words.title}
          columns={columns}
          rows={day.hours.filter(({ total }) => total > 0)}
          rowKey={({ begins }) => String(begins)}
        />
      </div>
    </>
  );
}
