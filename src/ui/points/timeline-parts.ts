import { makeStyles, tokens } from '@fluentui/react-components';
import { scaleTime, scaleUtc } from 'd3-scale';
import type { PointerEvent } from 'react';
import type { Day, Instant } from '#src/lib/time.ts';
import type { Lane, Placed, Span, TimelinePoint } from '#src/ui/points/timeline.ts';

/** What the parts of a timeline share: measures, looks, the scale of time, and how something is moved. */

export const FLAGS_PX = 22;
const DAYS_PX = 20;
export const TOP = FLAGS_PX + DAYS_PX;
export const LANE_PX = 24;
export const MEASURES_PX = 20;
export const GAP_PX = 8;
export const STRIP_PX = 34;
export const BAR_PX = 16;

/** How high a timeline is, by its lanes. */
export const timelineHeight = (lanes: number): number =>
  TOP + lanes * LANE_PX + MEASURES_PX + GAP_PX + STRIP_PX;

export const useTimelineStyles = makeStyles({
  root: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '104px minmax(0, 1fr)',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    userSelect: 'none',
    '--page': tokens.colorNeutralBackground1,
    '@media (max-width: 639px)': { gridTemplateColumns: '92px minmax(0, 1fr)' },
  },
  names: { position: 'relative' },
  name: { position: 'absolute', whiteSpace: 'nowrap', lineHeight: `${String(LANE_PX)}px` },
  zoom: {
    position: 'absolute',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    '@media (max-width: 639px)': { display: 'none' },
  },
  zoomButton: { minWidth: '24px', maxWidth: '24px', height: '24px', padding: 0 },
  length: { minWidth: '44px', textAlign: 'center' },
  plot: { position: 'relative', overflow: 'hidden', touchAction: 'pan-y' },
  drawing: {
    position: 'absolute',
    inset: 0,
    width: '100%',
    height: '100%',
    '& text': { fill: 'currentColor', fontSize: tokens.fontSizeBase200 },
  },
  press: { cursor: 'pointer' },
  faint: { color: tokens.colorNeutralStroke2 },
  later: { color: tokens.colorNeutralBackground3 },
  written: { color: tokens.colorStatusWarningBackground1 },
  day: { color: tokens.colorNeutralForeground2 },
  bar: { color: tokens.colorNeutralBackground3 },
  tint: { color: tokens.colorBrandBackground2Hover },
  muted: {
    color: tokens.colorNeutralForeground3,
    '@media (forced-colors: active)': { color: 'GrayText' },
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  warn: { color: tokens.colorStatusWarningForeground3 },
  brand: {
    color: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { color: 'Highlight' },
  },
  flag: {
    position: 'absolute',
    top: 0,
    boxSizing: 'border-box',
    height: `${String(FLAGS_PX)}px`,
    lineHeight: `${String(FLAGS_PX)}px`,
    textAlign: 'center',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  tab: {
    // Twenty-four pixels of it can be hit; the flags are a little lower.
    top: '-1px',
    height: '24px',
    lineHeight: '24px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    cursor: 'ew-resize',
    touchAction: 'none',
    // Dots to hold it by.
    '::before': {
      content: '""',
      display: 'inline-block',
      width: '6px',
      height: '10px',
      marginInlineEnd: '5px',
      verticalAlign: '-1px',
      backgroundImage: `radial-gradient(circle, currentColor 1px, transparent 1.5px)`,
      backgroundSize: '4px 4px',
    },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      boxShadow: `inset 0 0 0 3px ${tokens.colorStrokeFocus1}`,
    },
    '@media (forced-colors: active)': {
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      forcedColorAdjust: 'none',
    },
  },
  before: { cursor: 'ew-resize', touchAction: 'none' },
  offer: {
    position: 'absolute',
    zIndex: 1,
    minWidth: 0,
    height: '24px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
  },
  window: {
    position: 'absolute',
    boxSizing: 'border-box',
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'grab',
    touchAction: 'none',
  },
});

export interface RestoreTimelineProps {
  readonly points: readonly TimelinePoint[];
  /** The chosen point by its name. */
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
  /** The moment before which the newest point is wanted. */
  readonly before: Instant | null;
  readonly onBefore: (before: Instant) => void;
  readonly now: Instant;
  /** First and last day that the list beside it has. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** A point that is offered beside the chosen one, by its name. */
  readonly offered: string | null;
}

/** The same as it is drawn now. */
export interface PlotProps extends RestoreTimelineProps {
  readonly span: Span;
  /** Oldest first. */
  readonly placed: readonly Placed[];
  /** Those that arrows lead to. */
  readonly usable: readonly Placed[];
  /** The point under the tab, and the moment under the dashed line. */
  readonly held: Placed | undefined;
  readonly until: Instant | null;
  readonly lanes: readonly Lane[];
  readonly width: number;
  readonly isNarrow: boolean;
}

/** The scale of a span, in the zone that is shown. */
export function scaleOf({ start, end }: Span, width: number, zone: string) {
  const scale = zone === 'utc' ? scaleUtc() : scaleTime();
  return scale.domain([start, end]).range([0, width]);
}

const CHAR_PX = 6.8;

/** About as wide as a text is at most. */
export const widthOf = (text: string): number => Math.ceil(text.length * CHAR_PX);

/** Moves something with the pointer that was pressed on it. */
export function dragging(on: {
  readonly press: (x: number) => void;
  readonly move: (x: number) => void;
  readonly drop: () => void;
  /** The browser has taken the gesture for itself. */
  readonly cancel: () => void;
}) {
  const xOf = ({ currentTarget, clientX }: PointerEvent): number =>
    clientX - (currentTarget.parentElement?.getBoundingClientRect().left ?? 0);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      on.press(xOf(event));
    },
    onPointerMove: (event: PointerEvent) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) on.move(xOf(event));
    },
    onPointerUp: on.drop,
    onPointerCancel: on.cancel,
  };
}
