import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, useMemo } from 'react';
import { gibCount } from '#src/lib/bytes.ts';
import { timeText } from '#src/lib/format.ts';
import { listText } from '#src/lib/wording.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import type { ChartBytes, ChartPhase, JobChart } from '#src/progress/chart.ts';
import { clockEnds } from '#src/progress/round.ts';
import { common } from '#src/strings/common.ts';
import { picture } from '#src/strings/picture.ts';
import { progress as progressWords } from '#src/strings/progress.ts';
import { useWidth } from '#src/ui/hooks.ts';
import { chartHeight } from '#src/ui/picture/chart-height.ts';
import { timeScale } from '#src/ui/picture/time-scale.ts';
import { fitted, textWidth } from '#src/ui/picture/sheet.ts';

const words = picture.chart;

const OWN_COLORS = '@media (forced-colors: active)';
const PRINT = '@media print';

const useStyles = makeStyles({
  place: { minWidth: 0, breakInside: 'avoid', [PRINT]: { display: 'none' } },
  svg: { display: 'block', width: '100%', overflow: 'visible' },
  text: {
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    fill: tokens.colorNeutralForeground2,
    dominantBaseline: 'central',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'pre',
    [OWN_COLORS]: { fill: 'CanvasText' },
  },
  name: { fontSize: tokens.fontSizeBase300, fill: tokens.colorNeutralForeground1 },
  strong: { fontWeight: tokens.fontWeightSemibold, fill: tokens.colorNeutralForeground1 },
  ready: { fontWeight: tokens.fontWeightSemibold, fill: tokens.colorBrandForeground1 },
  cancel: { fontWeight: tokens.fontWeightSemibold, fill: tokens.colorStatusWarningForeground3 },
  grid: { stroke: tokens.colorNeutralStroke3, [OWN_COLORS]: { display: 'none' } },
  axis: { stroke: tokens.colorNeutralStroke1, [OWN_COLORS]: { stroke: 'CanvasText' } },
  total: {
    stroke: tokens.colorNeutralStrokeAccessible,
    strokeDasharray: '1 3',
    [OWN_COLORS]: { stroke: 'CanvasText' },
  },
  now: { stroke: tokens.colorNeutralForeground3, [OWN_COLORS]: { stroke: 'CanvasText' } },
  limit: {
    stroke: tokens.colorStatusWarningForeground3,
    strokeWidth: '2',
    strokeDasharray: '3 3',
    [OWN_COLORS]: { stroke: 'CanvasText' },
  },
  usual: {
    stroke: tokens.colorNeutralForeground3,
    strokeDasharray: '4 3',
    [OWN_COLORS]: { stroke: 'CanvasText' },
  },
  band: {
    fill: tokens.colorBrandBackground2,
    [OWN_COLORS]: { fill: 'none', stroke: 'Highlight', strokeDasharray: '2 2' },
  },
  past: { fill: tokens.colorCompoundBrandBackground, [OWN_COLORS]: { fill: 'Highlight' } },
  failed: {
    fill: tokens.colorStatusDangerBackground3,
    [OWN_COLORS]: { fill: 'Canvas', stroke: 'CanvasText' },
  },
  stopped: {
    fill: tokens.colorNeutralForeground3,
    [OWN_COLORS]: { fill: 'Canvas', stroke: 'GrayText' },
  },
  expected: {
    fill: tokens.colorBrandBackground2Hover,
    [OWN_COLORS]: { fill: 'Canvas', stroke: 'Highlight' },
  },
  waiting: {
    fill: 'none',
    stroke: tokens.colorCompoundBrandStroke,
    strokeDasharray: '3 2',
    [OWN_COLORS]: { stroke: 'Highlight' },
  },
  cone: {
    fill: tokens.colorBrandBackground2Hover,
    stroke: tokens.colorCompoundBrandStroke,
    strokeDasharray: '3 2',
    [OWN_COLORS]: { fill: 'none', stroke: 'Highlight' },
  },
  area: { fill: tokens.colorBrandBackground2, [OWN_COLORS]: { fill: 'none' } },
  line: {
    fill: 'none',
    stroke: tokens.colorCompoundBrandStroke,
    strokeWidth: '2',
    [OWN_COLORS]: { stroke: 'Highlight' },
  },
  rate: {
    fill: tokens.colorNeutralBackground4,
    stroke: tokens.colorNeutralForeground2,
    [OWN_COLORS]: { fill: 'none', stroke: 'CanvasText' },
  },
  dot: { fill: tokens.colorCompoundBrandBackground, [OWN_COLORS]: { fill: 'Highlight' } },
});

const ROW = 26;
const HEAD = 22;
const BYTES = 96;
const RATE = 44;
const GAP = 20;
/** Of names at the left, and what a narrow place has instead. */
const NAMES = 208;
const NARROW = 560;

interface Plot {
  readonly left: number;
  readonly right: number;
  readonly isNarrow: boolean;
  /** Where an age of the job is. */
  readonly x: (ms: number) => number;
}

interface RestoreProgressChartProps {
  readonly chart: JobChart;
}

/** The phases of a job, its bytes and its rate over one axis of time. Its text is the table of subtasks. */
export const RestoreProgressChart = memo(function RestoreProgressChart({
  chart,
}: RestoreProgressChartProps) {
  const styles = useStyles();
  const place = useWidth();
  const width = place.width === 0 ? 840 : Math.max(240, Math.floor(place.width));
  const isNarrow = width < NARROW;
  const { phases, bytes } = chart;
  const plot = useMemo((): Plot => {
    const left = isNarrow ? 0 : NAMES;
    const right = width - 4;
    // What is expected last ends before the drawing does.
    const span = chart.endMs * (chart.hasEnded ? 1 : 1.06);
    return { left, right, isNarrow, x: (ms) => left + ((right - left) * ms) / span };
  }, [width, isNarrow, chart]);
  const rows = isNarrow ? [] : phases;
  const top = HEAD + rows.length * ROW;
  const bytesTop = top + GAP;
  const rateTop = bytesTop + BYTES + GAP;
  const bottom = bytes === null ? top : hasRates(bytes) ? rateTop + RATE : bytesTop + BYTES;
  return (
    <div ref={place.attach} className={styles.place}>
      <svg
        className={styles.svg}
        height={chartHeight(chart, isNarrow)}
        viewBox={`0 0 ${String(width)} ${String(chartHeight(chart, isNarrow))}`}
        preserveAspectRatio="xMinYMin"
        role="img"
        aria-label={sentenceOf(chart)}
      >
        <Axis {...{ chart, plot, bottom }} />
        {rows.map((phase, index) => (
          <PhaseRow
            // Two may go by one name.
            key={`${String(index)} ${phase.name}`}
            {...{ phase, plot }}
            y={HEAD + index * ROW}
          />
        ))}
        {bytes !== null && <Bytes {...{ bytes, chart, plot }} top={bytesTop} />}
        {bytes !== null && hasRates(bytes) && <Rates {...{ bytes, plot }} top={rateTop} />}
        <Moments {...{ chart, plot, bottom }} />
      </svg>
    </div>
  );
});

const hasRates = ({ rates }: ChartBytes): boolean => rates.length > 0;

/** The moment of an age of the job. */
const momentAt = ({ moment }: JobChart, ms: number): Instant => instant(moment.at + ms - moment.ms);

const timeAt = (chart: JobChart, ms: number): string => timeText(momentAt(chart, ms));

/** Rounded as the facts above the chart are. */
function readyText(chart: JobChart): string | null {
  const { ready, nowMs } = chart;
  if (ready === null) return null;
  const left = { lowMs: ready.lowMs - nowMs, highMs: ready.highMs - nowMs };
  const { lowMs, highMs } = clockEnds(left, momentAt(chart, nowMs));
  return words.ready(timeText(instant(lowMs)), timeText(instant(highMs)));
}

/** What a screen reader says of the whole. */
function sentenceOf(chart: JobChart): string {
  const { bytes, cancelMs } = chart;
  const last = bytes?.readings.at(-1);
  const parts = [
    last === undefined || bytes === null
      ? null
      : `${gibCount(last.bytes)} ${words.of(gibCount(bytes.total))} GiB`,
    cancelMs === null ? null : words.cancelUntil(timeAt(chart, cancelMs)),
    readyText(chart),
  ].filter((part) => part !== null);
  return parts.length === 0 ? words.title : `${words.title}: ${listText(parts)}`;
}

interface PartProps {
  readonly chart: JobChart;
  readonly plot: Plot;
}

/** The lines and times of the axis, and the band in which the job will be ready. */
function Axis({ chart, plot, bottom }: PartProps & { readonly bottom: number }) {
  const styles = useStyles();
  const { left, right, x } = plot;
  const { endMs, ready } = chart;
  const startsAt = momentAt(chart, 0);
  const ticks = timeScale(startsAt, startsAt + endMs).ticks(Math.floor((right - left) / 100));
  return (
    <>
      {ready !== null && (
        <rect
          x={x(ready.lowMs)}
          y={HEAD - 6}
          width={Math.max(1, x(ready.highMs) - x(ready.lowMs))}
          height={bottom - HEAD + 6}
          className={styles.band}
          data-look="ready"
        />
      )}
      {ticks.map((tick) => {
        const at = x(tick.getTime() - startsAt);
        const anchor = at < left + 16 ? 'start' : at > right - 16 ? 'end' : 'middle';
        return (
          <g key={tick.getTime()}>
            <line x1={at} x2={at} y1={HEAD} y2={bottom} className={styles.grid} />
            <text x={at} y={bottom + 12} textAnchor={anchor} className={styles.text}>
              {timeText(instant(tick.getTime()))}
            </text>
          </g>
        );
      })}
      <line x1={left} x2={right} y1={bottom} y2={bottom} className={styles.axis} />
    </>
  );
}

/** What can stand over the limit of canceling, the longest first; its time is in the facts above the chart, too. */
const limitWords = (chart: JobChart, isNarrow: boolean): readonly string[] =>
  chart.cancelMs === null
    ? []
    : [...(isNarrow ? [] : [words.cancelUntil(timeAt(chart, chart.cancelMs))]), words.cancelLimit];

/** The moments that matter, each a line with its words above: now, the limit of canceling, and when it is ready. */
function Moments({ chart, plot, bottom }: PartProps & { readonly bottom: number }) {
  const styles = useStyles();
  const { x, left, right, isNarrow } = plot;
  const { nowMs, hasEnded, cancelMs, ready } = chart;
  const now = (hasEnded ? words.ended : words.now)(timeAt(chart, nowMs));
  const readyWords = isNarrow ? words.isReady : (readyText(chart) ?? '');
  const y = HEAD / 2 - 3;
  // From the right to the left; what has no room is in the facts above the chart.
  const readyX =
    ready === null ? right : Math.min(x(ready.lowMs), right - textWidth(readyWords, 'smallStrong'));
  const limitEnd = Math.min(x(cancelMs ?? 0), readyX - 12);
  const nowWidth = textWidth(now, 'smallStrong');
  const nowX = Math.max(left, x(nowMs) - nowWidth / 2);
  const limit = limitWords(chart, isNarrow).find(
    (text) => limitEnd - textWidth(text, 'smallStrong') > nowX + nowWidth + 8,
  );
  return (
    <>
      <line
        x1={x(nowMs)}
        x2={x(nowMs)}
        y1={HEAD - 6}
        y2={bottom}
        className={styles.now}
        data-look="now"
      />
      {nowX + nowWidth + 8 <= readyX && (
        <text x={nowX} y={y} className={mergeClasses(styles.text, styles.strong)}>
          {now}
        </text>
      )}
      {cancelMs !== null && (
        <line
          x1={x(cancelMs)}
          x2={x(cancelMs)}
          y1={HEAD - 6}
          y2={bottom}
          className={styles.limit}
          data-look="limit"
        >
          <title>{words.estimated}</title>
        </line>
      )}
      {limit !== undefined && (
        <text
          x={limitEnd}
          y={y}
          textAnchor="end"
          className={mergeClasses(styles.text, styles.cancel)}
        >
          {limit}
        </text>
      )}
      {ready !== null && (
        <text x={readyX} y={y} className={mergeClasses(styles.text, styles.ready)}>
          {readyWords}
        </text>
      )}
    </>
  );
}

/** One subtask: when it ran, and when it is expected to, up to its late end. */
function PhaseRow({
  phase,
  plot,
  y,
}: Pick<PartProps, 'plot'> & { readonly phase: ChartPhase; readonly y: number }) {
  const styles = useStyles();
  const { x } = plot;
  const { name, status, past, expected } = phase;
  const shown = name === '' ? progressWords.phase.unnamed : name;
  const end = { failed: styles.failed, cancelled: styles.stopped };
  const look = status === 'failed' || status === 'cancelled' ? end[status] : styles.past;
  return (
    <>
      <text x={0} y={y + ROW / 2} className={mergeClasses(styles.text, styles.name)}>
        {fitted(shown, 'plain', NAMES - 12)}
      </text>
      {past === null && status !== 'notStarted' && (
        <text x={plot.left + 4} y={y + ROW / 2} className={styles.text}>
          {common.absence.notReported}
        </text>
      )}
      {past !== null && (
        <rect
          x={x(past.fromMs)}
          y={y + 4}
          width={Math.max(2, x(past.toMs) - x(past.fromMs))}
          height={ROW - 8}
          rx={2}
          className={look}
          data-look={status === 'failed' || status === 'cancelled' ? status : 'past'}
        />
      )}
      {expected !== null && (
        <path
          d={pointed(x(expected.fromMs), x(expected.toMs), x(expected.lateMs), y + 4)}
          className={status === 'notStarted' ? styles.waiting : styles.expected}
          data-look={status === 'notStarted' ? 'waiting' : 'expected'}
        />
      )}
    </>
  );
}

/** A bar whose end is a point. */
function pointed(from: number, to: number, late: number, y: number): string {
  const [a, b, c] = [from, to, Math.max(late, to + 2)].map(Math.round);
  const low = y + ROW - 8;
  return `M${String(a)} ${String(y)}H${String(b)}L${String(c)} ${String((y + low) / 2)}L${String(b)} ${String(low)}H${String(a)}Z`;
}

interface FiguresProps extends Pick<PartProps, 'plot'> {
  readonly bytes: ChartBytes;
  readonly top: number;
}

/** The bytes as they were read, each reading joined to the next by a straight line, and until when all will have moved. */
function Bytes({ bytes, chart, plot, top }: FiguresProps & Pick<PartProps, 'chart'>) {
  const styles = useStyles();
  const { x, left, right, isNarrow } = plot;
  const { total, readings, end } = bytes;
  const base = top + BYTES;
  const y = (count: number): number => base - (BYTES * Math.min(count, total)) / total;
  const last = readings.at(-1);
  const at = last === undefined ? 0 : x(last.ageMs);
  const lastY = y(last?.bytes ?? 0);
  const count = gibCount(last?.bytes ?? 0);
  return (
    <>
      <FigureName {...{ plot, top }} name={words.transferred} more="" />
      <line x1={left} x2={right} y1={top} y2={top} className={styles.total} data-look="total" />
      <line x1={left} x2={right} y1={base} y2={base} className={styles.axis} />
      {segmentsOf(readings).map((segment) => {
        const points = segment.map((one) => `${px(x(one.ageMs))} ${px(y(one.bytes))}`).join('L');
        const [first, final] = [segment[0]?.ageMs ?? 0, segment.at(-1)?.ageMs ?? 0];
        return (
          <g key={first}>
            <path
              d={`M${px(x(first))} ${String(base)}L${points}L${px(x(final))} ${String(base)}Z`}
              className={styles.area}
            />
            <path d={`M${points}`} className={styles.line} data-look="bytes" />
          </g>
        );
      })}
      {end !== null && last !== undefined && last.bytes < total && (
        <path
          d={`M${px(at)} ${px(lastY)}L${px(x(end.lowMs))} ${String(top)}H${px(x(end.highMs))}Z`}
          className={styles.cone}
          data-look="cone"
        />
      )}
      {last !== undefined && (
        <>
          <circle cx={at} cy={lastY} r={4} className={styles.dot} data-look="reading" />
          <text
            x={at - 8 < left + textWidth(count, 'smallStrong') ? at + 8 : at - 8}
            y={Math.max(top + 8, lastY - 10)}
            textAnchor={at - 8 < left + textWidth(count, 'smallStrong') ? 'start' : 'end'}
            className={mergeClasses(styles.text, styles.strong)}
          >
            {chart.hasEnded && isNarrow ? '' : count}
          </text>
        </>
      )}
    </>
  );
}

const px = (value: number): string => String(Math.round(value * 10) / 10);

/** Readings that follow each other without a gap. */
function segmentsOf(readings: ChartBytes['readings']): ChartBytes['readings'][] {
  const segments: ChartBytes['readings'][number][][] = [];
  for (const reading of readings) {
    if (reading.isAfterGap || segments.length === 0) segments.push([]);
    segments.at(-1)?.push(reading);
  }
  return segments;
}

/** The rate in steps: the mean between two readings, and the median of past restores. */
function Rates({ bytes, plot, top }: FiguresProps) {
  const styles = useStyles();
  const { x, left, right, isNarrow } = plot;
  const { rates, usualRate } = bytes;
  const base = top + RATE;
  const most = Math.max(...rates.map(({ bytesPerMs }) => bytesPerMs), usualRate ?? 0) * 1.1 || 1;
  const y = (rate: number): number => base - (RATE * rate) / most;
  const last = rates.at(-1);
  const usual = usualRate === null ? '' : words.usual(perMinute(usualRate));
  return (
    <>
      <FigureName {...{ plot, top }} name={words.rate} more={usual} />
      <line x1={left} x2={right} y1={base} y2={base} className={styles.axis} />
      {runsOf(rates).map((run) => {
        const steps = run.map((one) => `V${px(y(one.bytesPerMs))}H${px(x(one.toMs))}`).join('');
        const start = px(x(run[0]?.fromMs ?? 0));
        return (
          <path
            key={start}
            d={`M${start} ${String(base)}${steps}V${String(base)}`}
            className={styles.rate}
            data-look="rate"
          />
        );
      })}
      {usualRate !== null && (
        <line
          x1={left}
          x2={right}
          y1={y(usualRate)}
          y2={y(usualRate)}
          className={styles.usual}
          data-look="usual"
        />
      )}
      {last !== undefined && (
        <text
          x={Math.min(x(last.toMs) + 8, right)}
          y={Math.min(base - 8, y(last.bytesPerMs) + 10)}
          textAnchor={x(last.toMs) + 40 > right ? 'end' : 'start'}
          className={mergeClasses(styles.text, !isNarrow && styles.strong)}
        >
          {perMinute(last.bytesPerMs)}
        </text>
      )}
    </>
  );
}

/** Steps that follow each other: what fell and what wasn't read parts them. */
function runsOf(rates: ChartBytes['rates']): ChartBytes['rates'][] {
  const runs: ChartBytes['rates'][number][][] = [];
  for (const rate of rates) {
    if (runs.at(-1)?.at(-1)?.toMs === rate.fromMs) runs.at(-1)?.push(rate);
    else runs.push([rate]);
  }
  return runs;
}

const MINUTE_MS = 60_000;
const perMinute = (bytesPerMs: number): string => gibCount(bytesPerMs * MINUTE_MS);

interface FigureNameProps extends Pick<PartProps, 'plot'> {
  readonly top: number;
  readonly name: string;
  readonly more: string;
}

/** What a part of the chart measures: beside it, or above it where there is no room. */
function FigureName({ plot: { isNarrow }, top, name, more }: FigureNameProps) {
  const styles = useStyles();
  if (isNarrow) {
    return (
      <text x={0} y={top - 9} className={styles.text}>
        {more === '' ? name : `${name} · ${more}`}
      </text>
    );
  }
  return (
    <>
      <text x={0} y={top + 8} className={mergeClasses(styles.text, styles.name)}>
        {name}
      </text>
      <text x={0} y={top + 26} className={styles.text}>
        {more}
      </text>
    </>
  );
}
