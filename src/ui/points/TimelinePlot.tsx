import { leastDurationText } from '#src/lib/format.ts';
import { mergeClasses } from '@fluentui/react-components';
import { type MouseEvent, useId, useRef } from 'react';
import { type Day, DAY_MS, instant, type Instant, localInstants } from '#src/lib/time.ts';
import { dataLoss } from '#src/strings/timeline.ts';
import { useZone } from '#src/ui/hooks.ts';
import { LossHatch, SignShape } from '#src/ui/points/signs.tsx';
import {
  BAR_PX,
  dragging,
  FLAGS_PX,
  GAP_PX,
  LANE_PX,
  MEASURES_PX,
  type PlotProps,
  scaleOf,
  STRIP_PX,
  TOP,
  useTimelineStyles,
  widthOf,
} from '#src/ui/points/timeline-parts.ts';
import {
  type Cluster,
  clustersOf,
  lanesOf,
  MARK_PX,
  type Span,
  tickText,
} from '#src/ui/points/timeline.ts';

const whole = (x: number): number => Math.round(x * 2) / 2;

/** How much of the most a text takes that isn't strong. */
const PLAIN = 0.92;

/** Beside its line, and beside that of now where that would cross it. */
const labelX = (line: number, nowX: number): number =>
  nowX > line && nowX < line + 60 ? nowX + 6 : line + 4;

interface DetailProps extends PlotProps {
  readonly onZoom: (way: 'in' | 'out', at: Instant) => void;
  readonly onCluster: (cluster: Cluster) => void;
}

/** Days, lanes, marks and what is lost. */
export function Plot(props: DetailProps) {
  const { placed, span, held, until, lanes, width, isNarrow, now, onZoom, onCluster } = props;
  const styles = useTimelineStyles();
  const zone = useZone();
  const hatch = useId();
  const scale = scaleOf(span, width, zone);
  const x = (at: Instant): number => whole(scale(at));
  const bottom = TOP + lanes.length * LANE_PX;
  const nowX = Math.min(width, x(now));
  const from = held === undefined ? null : Math.max(0, x(held.time));
  const lostTo = until === null ? nowX : Math.min(nowX, x(until));
  const around = span.end - span.start;
  const clusters = clustersOf(
    placed.filter(({ time }) => time >= span.start - around && time <= span.end),
    x,
  );
  // Those just before the window only decide how the first ones merge.
  const inView = clusters.filter((one) => one.x > -MARK_PX / 2);
  const reach = isNarrow ? 22 : 12;
  const onClick = (event: MouseEvent) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const hit = inView.filter((one) => Math.abs(one.x - at) <= reach);
    const [nearest] = hit.toSorted((a, b) => Math.abs(a.x - at) - Math.abs(b.x - at));
    if (nearest !== undefined) onCluster(nearest);
  };
  // A plain wheel scrolls the page, and a browser would zoom it with Ctrl.
  const listenWheel = (element: SVGSVGElement | null) => {
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const at = scale.invert(event.clientX - element.getBoundingClientRect().left);
      onZoom(event.deltaY < 0 ? 'in' : 'out', instant(at.getTime()));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  };
  return (
    <svg ref={listenWheel} aria-hidden className={styles.drawing} onClick={onClick}>
      <defs>
        <LossHatch id={hatch} />
      </defs>
      {from !== null && from < lostTo && (
        <rect
          x={from}
          y={TOP}
          width={lostTo - from}
          height={bottom - TOP}
          fill={`url(#${hatch})`}
        />
      )}
      {from !== null && until !== null && lostTo < nowX && (
        <g className={styles.written}>
          <rect
            x={Math.max(lostTo, from)}
            y={TOP}
            width={nowX - Math.max(lostTo, from)}
            height={bottom - TOP}
            fill="currentColor"
          />
        </g>
      )}
      <g className={styles.later}>
        <rect
          x={nowX}
          y={TOP}
          width={Math.max(0, width - nowX)}
          height={bottom - TOP}
          fill="currentColor"
        />
      </g>
      <g className={styles.faint}>
        {lanes.map((lane, row) => (
          <path
            key={lane}
            d={`M0 ${String(TOP + (row + 0.5) * LANE_PX)}H${String(width)}`}
            stroke="currentColor"
          />
        ))}
      </g>
      {scale.ticks(Math.max(2, Math.floor(width / (isNarrow ? 92 : 150)))).map((tick) => {
        const at = instant(tick.getTime());
        const isShort = isNarrow || span.end - span.start > 20 * DAY_MS;
        const text = tickText(at, { isShort });
        const start = labelX(x(at), nowX);
        return (
          <g key={at}>
            <g className={styles.faint}>
              <path
                d={`M${String(x(at))} ${String(FLAGS_PX + 6)}V${String(bottom)}`}
                stroke="currentColor"
              />
            </g>
            {start + widthOf(text) * PLAIN <= width && (
              <g className={styles.day}>
                <text x={start} y={FLAGS_PX + 14}>
                  {text}
                </text>
              </g>
            )}
          </g>
        );
      })}
      {inView.map((cluster) => (
        <ClusterMarks key={cluster.points[0]?.name} {...{ cluster, lanes, held, until }} />
      ))}
      <Lines {...props} x={x} bottom={bottom} />
      <Measures {...props} x={x} bottom={bottom} />
    </svg>
  );
}

interface ClusterMarksProps extends Pick<PlotProps, 'lanes' | 'held' | 'until'> {
  readonly cluster: Cluster;
}

/** The marks of one restore point in its lanes, or those of several with their number. */
function ClusterMarks({ cluster: { x, points }, lanes, held, until }: ClusterMarksProps) {
  const styles = useTimelineStyles();
  const [only] = points;
  const isHeld = points.some(({ name }) => name === held?.name);
  const isGrey = points.every(
    ({ time, isLeftOut }) => isLeftOut === true || (until !== null && time >= until),
  );
  const rows = lanes.flatMap((lane, row) => {
    const here = points.filter((point) => lanesOf(point, lanes).includes(lane));
    return here.length === 0 ? [] : [{ lane, y: TOP + (row + 0.5) * LANE_PX, here }];
  });
  const [first, last] = [rows[0]?.y ?? 0, rows.at(-1)?.y ?? 0];
  return (
    <g
      className={mergeClasses(
        styles.press,
        isGrey && !isHeld && styles.muted,
        isHeld && styles.brand,
      )}
      transform={`translate(${String(x)} 0)`}
    >
      <rect x="-12" y={TOP} width="24" height={lanes.length * LANE_PX} fill="transparent" />
      {first < last && <path d={`M0 ${String(first)}V${String(last)}`} stroke="currentColor" />}
      {rows.map(({ lane, y, here }) => (
        <g key={lane} transform={`translate(0 ${String(y)})`}>
          {points.length === 1 && only !== undefined ? (
            <SignShape consistency={only.consistency ?? 'unknown'} isBlocked={only.isBlocked} />
          ) : (
            <>
              <rect
                x="-11"
                y="-9"
                width="22"
                height="18"
                rx="9"
                fill="var(--page)"
                stroke="currentColor"
                strokeWidth="1.5"
              />
              <text textAnchor="middle" y="4">
                {here.length > 99 ? '99+' : here.length}
              </text>
            </>
          )}
        </g>
      ))}
    </g>
  );
}

interface LinesProps extends PlotProps {
  readonly x: (at: Instant) => number;
  readonly bottom: number;
}

/** The chosen point, the moment before which it is, and now. */
function Lines({ held, until, now, x, bottom, span }: LinesProps) {
  const styles = useTimelineStyles();
  const isIn = (at: Instant): boolean => at >= span.start && at <= span.end;
  const down = bottom + MEASURES_PX - 2;
  return (
    <>
      {isIn(now) && (
        <path
          d={`M${String(x(now))} ${String(FLAGS_PX)}V${String(down)}`}
          stroke="currentColor"
          strokeWidth="1.5"
        />
      )}
      {until !== null && isIn(until) && (
        <g className={styles.warn}>
          <path
            d={`M${String(x(until))} ${String(FLAGS_PX)}V${String(down)}`}
            stroke="currentColor"
            strokeWidth="2"
            strokeDasharray="4 3"
          />
        </g>
      )}
      {held !== undefined && isIn(held.time) && (
        <g className={styles.brand}>
          <path
            d={`M${String(x(held.time))} ${String(FLAGS_PX)}V${String(TOP + 4)}M${String(x(held.time))} ${String(bottom)}V${String(down)}`}
            stroke="currentColor"
            strokeWidth="2"
          />
        </g>
      )}
    </>
  );
}

/** What is lost for good, and what was written after it, each with its length. */
function Measures({ held, until, now, x, bottom, width }: LinesProps) {
  const styles = useTimelineStyles();
  if (held === undefined) return null;
  const lostTo = until === null || until < held.time ? now : until;
  return (
    <>
      <g className={mergeClasses(styles.warn, styles.strong)}>
        <Measure
          from={x(held.time)}
          to={x(lostTo)}
          text={
            lostTo === now
              ? dataLoss.length(now - held.time)
              : leastDurationText(lostTo - held.time)
          }
          {...{ bottom, width }}
        />
      </g>
      {lostTo < now && (
        <g className={styles.day}>
          <Measure
            from={x(lostTo)}
            to={x(now)}
            text={leastDurationText(now - lostTo)}
            {...{ bottom, width }}
          />
        </g>
      )}
    </>
  );
}

interface MeasureProps {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly bottom: number;
  readonly width: number;
}

/** A length between two arrows; without its text where that doesn't fit. */
function Measure({ from, to, text, bottom, width }: MeasureProps) {
  const [left, right] = [Math.max(0, from) + 3, Math.min(width, to) - 3];
  if (right - left < 8) return null;
  const y = bottom + 11;
  const middle = (left + right) / 2;
  const half = (widthOf(text) * PLAIN) / 2 + 4;
  const hasText = right - left > half * 2 + 4;
  const at = (px: number) => String(px);
  return (
    <>
      <path
        fill="none"
        stroke="currentColor"
        d={[
          hasText
            ? `M${at(left)} ${at(y)}H${at(middle - half)}M${at(middle + half)} ${at(y)}H${at(right)}`
            : `M${at(left)} ${at(y)}H${at(right)}`,
          `M${at(left + 4)} ${at(y - 4)}l-4 4 4 4M${at(right - 4)} ${at(y - 4)}l4 4-4 4`,
        ].join('')}
      />
      {hasText && (
        <text x={middle} y={y + 4} textAnchor="middle">
          {text}
        </text>
      )}
    </>
  );
}

interface StripProps extends PlotProps {
  readonly oldest: Instant;
  /** How much time a window shows at first. */
  readonly usual: number;
  readonly onShow: (span: Span) => void;
}

/** When a day of the calendar starts. */
const startOf = (day: Day): Instant | undefined => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return localInstants({ year, month, day: date, hour: 0, minute: 0 })?.[0];
};

/** All points since the oldest, the days that the list has, and the window that is shown above. */
export function Strip(props: StripProps) {
  const { placed, span, oldest, now, width, lanes, from, to, isNarrow, usual, onShow } = props;
  const styles = useTimelineStyles();
  const zone = useZone();
  const grab = useRef<number | null>(null);
  const top = TOP + lanes.length * LANE_PX + MEASURES_PX + GAP_PX;
  const ms = span.end - span.start;
  const all: Span = {
    start: instant(Math.min(oldest - 6 * 3_600_000, span.start)),
    end: instant(Math.max(now, span.end)),
  };
  const scale = scaleOf(all, width, zone);
  const x = (at: Instant): number => Math.round(scale(at));
  const drawn = [...new Set(placed.map(({ time }) => x(time)))];
  const [first, last] = [x(span.start), x(span.end)];
  const own = Math.max(24, last - first);
  const left = Math.min(width - own, Math.max(0, (first + last - own) / 2));
  const moveTo = (end: number, length = ms) => {
    const latest = now + length * 0.06;
    const bounded = Math.min(latest, Math.max(oldest + length * 0.94, end));
    onShow({ start: instant(bounded - length), end: instant(bounded) });
  };
  const release = () => {
    grab.current = null;
  };
  const tintFrom = from === null ? undefined : startOf(from);
  const tintTo = to === null ? undefined : startOf(to);
  const isTinted = tintFrom !== undefined || tintTo !== undefined;
  const tintLeft = tintFrom === undefined ? 0 : Math.max(0, x(tintFrom));
  const tintRight = tintTo === undefined ? width : Math.min(width, x(instant(tintTo + DAY_MS)));
  return (
    <>
      <svg
        aria-hidden
        className={styles.drawing}
        style={{ inset: 'auto 0 0', height: `${String(STRIP_PX)}px` }}
        onClick={(event) => {
          const at = scale.invert(event.clientX - event.currentTarget.getBoundingClientRect().left);
          const length = isNarrow ? usual : ms;
          moveTo(at.getTime() + length / 2, length);
        }}
      >
        <g className={styles.bar}>
          <rect width={width} height={BAR_PX} fill="currentColor" />
        </g>
        {isTinted && tintLeft < tintRight && (
          <g className={styles.tint}>
            <rect x={tintLeft} width={tintRight - tintLeft} height={BAR_PX} fill="currentColor" />
          </g>
        )}
        {scale.ticks(Math.max(2, Math.floor(width / (isNarrow ? 70 : 200)))).map((tick) => {
          const at = instant(tick.getTime());
          return (
            <g key={at}>
              <g className={styles.faint}>
                <path d={`M${String(x(at))} 0V${String(STRIP_PX)}`} stroke="currentColor" />
              </g>
              {x(at) < width - 40 && (
                <g className={styles.day}>
                  <text x={x(at) + 4} y={STRIP_PX - 5}>
                    {tickText(at, { isShort: true })}
                  </text>
                </g>
              )}
            </g>
          );
        })}
        <path
          d={drawn.map((at) => `M${String(at)} 3V13`).join('')}
          stroke="currentColor"
          strokeWidth="1.5"
        />
      </svg>
      <div
        aria-hidden
        className={styles.window}
        style={{
          left: `${String(left)}px`,
          width: `${String(own)}px`,
          top: `${String(top - 2)}px`,
          height: `${String(BAR_PX + 4)}px`,
        }}
        {...dragging({
          press: (at) => {
            grab.current = at - last;
          },
          move: (at) => {
            if (grab.current !== null) moveTo(scale.invert(at - grab.current).getTime());
          },
          drop: release,
          cancel: release,
        })}
      />
    </>
  );
}
