import { Button, mergeClasses } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Subtract16Regular } from '@fluentui/react-icons/svg/subtract';
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react';
import { dateTimeText, dayOfMonthText, dayText, timeText } from '#src/lib/format.ts';
import { DAY_MS, dayOf, instant, type Instant, yearOf } from '#src/lib/time.ts';
import { timeline as words } from '#src/strings/timeline.ts';
import { useMedia, useWidth, useZone } from '#src/ui/hooks.ts';
import { Plot, Strip } from '#src/ui/points/TimelinePlot.tsx';
import {
  BAR_PX,
  dragging,
  GAP_PX,
  LANE_PX,
  MEASURES_PX,
  type PlotProps,
  type RestoreTimelineProps,
  scaleOf,
  timelineHeight,
  TOP,
  useTimelineStyles,
  widthOf,
} from '#src/ui/points/timeline-parts.ts';
import {
  flagPlaces,
  keyMove,
  type Lane,
  lanesFor,
  lengthOf,
  nearestTo,
  type Placed,
  placedPoints,
  type Span,
  spanAround,
  spanOf,
  spanWith,
  zoomed,
} from '#src/ui/points/timeline.ts';

const NARROW = '(max-width: 639px)';

/** What is held and moved: the chosen point, or the moment before which it is. */
type Drag =
  | { readonly kind: 'point'; readonly grab: number; readonly name: string | null }
  | { readonly kind: 'before'; readonly grab: number; readonly at: Instant };

/** The window as it was set, and the point that was chosen then. */
interface Shown {
  readonly span: Span;
  readonly of: string | null;
}

/** The restore points of a backup instance in time: one slider chooses among them. */
export function RestoreTimeline(props: RestoreTimelineProps) {
  const { points, chosen, onChoose, before, onBefore, now } = props;
  const styles = useTimelineStyles();
  useZone();
  const hintId = useId();
  const isNarrow = useMedia(NARROW);
  const place = useWidth();
  const width = Math.floor(place.width);
  const [shown, setShown] = useState<Shown | null>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const slider = useRef<HTMLDivElement>(null);

  const placed = placedPoints(points);
  const usable = placed.filter(
    ({ isBlocked, isLeftOut }) => isBlocked !== true && isLeftOut !== true,
  );
  const oldest = placed[0]?.time ?? now;
  const lanes = lanesFor(points);
  const current = placed.find(({ name }) => name === chosen);
  const held = drag?.kind === 'point' ? placed.find(({ name }) => name === drag.name) : current;
  const until = drag?.kind === 'before' ? drag.at : before;

  const usual = (isNarrow ? 3 : width < 900 ? 5 : 7) * DAY_MS;
  const wanted = current?.time ?? before ?? placed.at(-1)?.time ?? now;
  const span =
    shown === null
      ? spanAround(wanted, usual, now)
      : shown.of === chosen
        ? shown.span
        : spanWith(shown.span, wanted, now);
  const show = (next: Span) => setShown({ span: next, of: chosen });
  const zoom = (way: 'in' | 'out', at?: Instant) => {
    const middle = instant((span.start + span.end) / 2);
    const isIn = wanted >= span.start && wanted <= span.end;
    show(zoomed(span, way, { at: at ?? (isIn ? wanted : middle), now, oldest }));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    if (key === 'Escape' && drag !== null) setDrag(null);
    else if (key === '+' || key === '=') zoom('in');
    else if (key === '-') zoom('out');
    else {
      const times = usable.map(({ time }) => time);
      const move = keyMove(key, current?.time ?? null, times);
      const next = move === null ? undefined : usable[move];
      if (move === null) return;
      if (next !== undefined && next.name !== chosen) onChoose(next.name);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const plot: PlotProps = { ...props, span, placed, held, until, lanes, width, isNarrow, usable };
  return (
    <div role="group" aria-label={words.label} className={styles.root}>
      <Names {...{ lanes, span, oldest, now, zoom }} />
      <div
        ref={place.attach}
        className={styles.plot}
        // Marks and words go on beyond the window that is shown.
        data-sideways
        style={{ height: `${String(timelineHeight(lanes.length))}px` }}
      >
        {width > 0 && (
          <>
            <Plot
              {...plot}
              onZoom={zoom}
              onCluster={(cluster) => {
                const next = spanOf(cluster, span, now);
                const only = cluster.points.findLast(({ isBlocked }) => isBlocked !== true);
                if (cluster.points.length > 1 && next !== null) show(next);
                else if (only !== undefined) onChoose(only.name);
              }}
            />
            <Flags
              {...plot}
              drag={drag}
              onDrag={(next) => {
                // Esc is a key of the slider.
                slider.current?.focus({ preventScroll: true });
                setDrag(next);
              }}
              onDrop={(last) => {
                setDrag(null);
                if (last.kind === 'before') onBefore(last.at);
                else if (last.name !== null && last.name !== chosen) onChoose(last.name);
              }}
              slider={{
                ref: slider,
                onKeyDown,
                'aria-describedby': hintId,
                'aria-valuemax': Math.max(0, usable.length - 1),
                'aria-valuetext': held === undefined ? words.none : pointText(held, now),
              }}
            />
            <Offer {...plot} />
            <Strip {...plot} oldest={oldest} usual={usual} onShow={show} />
          </>
        )}
      </div>
      <span id={hintId} hidden>
        {words.keys}
      </span>
    </div>
  );
}

const pointText = ({ time, consistency }: Placed, now: Instant): string =>
  words.point(
    dateTimeText(time),
    consistency === undefined ? null : words.consistency[consistency],
    now - time,
  );

interface NamesProps {
  readonly lanes: readonly Lane[];
  readonly span: Span;
  readonly oldest: Instant;
  readonly now: Instant;
  readonly zoom: (way: 'in' | 'out') => void;
}

/** The names of the lanes, how much time is shown, and since when there are points. */
function Names({ lanes, span, oldest, now, zoom }: NamesProps) {
  const styles = useTimelineStyles();
  const length = lengthOf(span);
  const bottom = TOP + lanes.length * LANE_PX;
  const day = dayOf(oldest);
  const isThisYear = yearOf(day) === yearOf(dayOf(now));
  return (
    <div className={styles.names}>
      {lanes.map((lane, row) => (
        <span key={lane} className={styles.name} style={{ top: TOP + row * LANE_PX }}>
          {words.lanes[lane]}
        </span>
      ))}
      <span className={styles.zoom} style={{ top: bottom - 1 }}>
        <Button
          size="small"
          className={styles.zoomButton}
          aria-label={words.zoomOut}
          icon={<Subtract16Regular />}
          onClick={() => zoom('out')}
        />
        <span role="status" className={styles.length}>
          {'days' in length ? words.days(length.days) : words.hours(length.hours)}
        </span>
        <Button
          size="small"
          className={styles.zoomButton}
          aria-label={words.zoomIn}
          icon={<Add16Regular />}
          onClick={() => zoom('in')}
        />
      </span>
      <span
        className={styles.name}
        style={{ top: bottom + MEASURES_PX + GAP_PX - (LANE_PX - BAR_PX) / 2 }}
      >
        {words.since(isThisYear ? dayOfMonthText(day) : dayText(day))}
      </span>
    </div>
  );
}

/** What the frame gives the tab. */
interface SliderProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly 'aria-describedby': string;
  readonly 'aria-valuemax': number;
  readonly 'aria-valuetext': string;
}

interface FlagsProps extends PlotProps {
  readonly drag: Drag | null;
  /** Null: nothing is dragged any more. */
  readonly onDrag: (drag: Drag | null) => void;
  readonly onDrop: (drag: Drag) => void;
  readonly slider: SliderProps;
}

const MINUTE_MS = 60_000;

/** Steps in which the dashed line moves: the shortest that is a few pixels long. */
const STEPS = [1, 5, 15, 30, 60].map((minutes) => minutes * MINUTE_MS);

/** What stands above the lines: the tab to choose by, and two moments. */
function Flags(props: FlagsProps) {
  const { placed, usable, held, until, now, span, width, isNarrow, drag, onDrag, onDrop } = props;
  const value = usable.findIndex(({ name }) => name === held?.name);
  const styles = useTimelineStyles();
  const zone = useZone();
  const scale = scaleOf(span, width, zone);
  const timeOf = (x: number): number => scale.invert(x).getTime();
  const isIn = (at: Instant | null): at is Instant =>
    at !== null && at >= span.start && at <= span.end;
  const nowFlag = isNarrow ? words.now : words.nowAt(timeText(now));
  const beforeText = (at: Instant) => (isNarrow ? timeText(at) : words.before(timeText(at)));
  const tab = held === undefined ? words.none : tabText(held.time);
  const heldX = held === undefined ? scale(now) : Math.min(width, Math.max(0, scale(held.time)));
  const flags = [
    { x: heldX, width: widthOf(tab) + 30 },
    ...(isIn(until) ? [{ x: scale(until), width: widthOf(beforeText(until)) + 12 }] : []),
    ...(isIn(now) ? [{ x: scale(now), width: widthOf(nowFlag) + 6 }] : []),
  ];
  const places = flagPlaces(flags, width);
  const styleOf = (index: number) => ({
    left: `${String(places[index] ?? 0)}px`,
    width: `${String(flags[index]?.width ?? 0)}px`,
  });
  const step = STEPS.find((ms) => ms >= (2 * (span.end - span.start)) / width) ?? DAY_MS / 24;
  const drop = () => {
    if (drag !== null) onDrop(drag);
  };
  const cancel = () => onDrag(null);
  return (
    <>
      {isIn(now) && (
        <span aria-hidden className={styles.flag} style={styleOf(flags.length - 1)}>
          {nowFlag}
        </span>
      )}
      {isIn(until) && (
        <span
          aria-hidden
          className={mergeClasses(styles.flag, styles.before, styles.warn)}
          style={styleOf(1)}
          {...dragging({
            press: (x) => onDrag({ kind: 'before', grab: x - scale(until), at: until }),
            move: (x) => {
              if (drag?.kind !== 'before') return;
              const at = Math.round(timeOf(x - drag.grab) / step) * step;
              onDrag({ ...drag, at: instant(Math.min(now, Math.max(placed[0]?.time ?? at, at))) });
            },
            drop,
            cancel,
          })}
        >
          {beforeText(until)}
        </span>
      )}
      <div
        {...props.slider}
        role="slider"
        tabIndex={0}
        aria-label={words.slider}
        aria-valuemin={0}
        aria-valuenow={Math.max(0, value)}
        className={mergeClasses(styles.flag, styles.tab)}
        style={styleOf(0)}
        {...dragging({
          press: (x) => onDrag({ kind: 'point', grab: x - heldX, name: held?.name ?? null }),
          move: (x) => {
            if (drag?.kind !== 'point') return;
            const nearest = nearestTo(usable, timeOf(Math.min(width, Math.max(0, x - drag.grab))));
            if (nearest !== undefined) onDrag({ ...drag, name: nearest.name });
          },
          drop,
          cancel,
        })}
      >
        {tab}
      </div>
    </>
  );
}

/** `3 Jun, 22:05` */
const tabText = (at: Instant): string => `${dayOfMonthText(dayOf(at))}, ${timeText(at)}`;

/** Takes the point that is offered, below its mark. */
function Offer(props: PlotProps) {
  const { placed, offered, held, span, width, isNarrow, lanes, now, onChoose } = props;
  const styles = useTimelineStyles();
  const zone = useZone();
  const point = placed.find(({ name }) => name === offered);
  if (isNarrow || point === undefined || point.name === held?.name) return null;
  const shown = words.application(now - point.time);
  const own = widthOf(shown) + 24;
  const scale = scaleOf(span, width, zone);
  // The length of what is lost starts at the chosen point.
  const end = held === undefined || held.time < point.time ? width : scale(held.time) - 4;
  const x = Math.min(end - own, Math.max(0, scale(point.time) - own / 2));
  return (
    <Button
      size="small"
      className={styles.offer}
      style={{
        left: `${String(Math.max(0, x))}px`,
        top: `${String(TOP + lanes.length * LANE_PX)}px`,
      }}
      aria-label={words.takes(shown, dateTimeText(point.time))}
      onClick={() => onChoose(point.name)}
    >
      {shown}
    </Button>
  );
}
