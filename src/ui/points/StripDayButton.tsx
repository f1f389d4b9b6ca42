import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { dayOfMonthText, weekdayText } from '#src/lib/format.ts';
import { yearOf } from '#src/lib/time.ts';
import type { Consistency } from '#src/model/points.ts';
import { instance } from '#src/strings/instance.ts';
import { wizard } from '#src/strings/wizard.ts';
import { usePartStyles } from '#src/ui/instance/styles.ts';
import type { Lane, StripDay } from '#src/ui/points/day-strip.ts';

/** The shape of a consistency beside its word. */
export function ConsistencyMark({ consistency }: { readonly consistency: Consistency }) {
  return (
    <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden>
      <MarkShape consistency={consistency} />
    </svg>
  );
}

/** Drawn around the origin, in the color of the text around it. */
const SHAPES: Readonly<Record<Consistency, ReactNode>> = {
  AppConsistent: <circle r="3.5" fill="currentColor" />,
  FileSystemConsistent: <circle r="3" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  CrashConsistent: <path d="M-3-3 3 3M3-3-3 3" stroke="currentColor" strokeWidth="1.5" />,
  unknown: <path d="M-3 0H3" stroke="currentColor" strokeWidth="1.5" />,
};

/** The shape of a consistency inside a drawing: disc, ring, cross; a dash where it is not known. */
function MarkShape({ consistency }: { readonly consistency: Consistency }) {
  return SHAPES[consistency];
}

const words = instance.strip;

/** Height of one row of marks. */
export const LANE_PX = 20;

const DAY_MINUTES = 1440;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    padding: 0,
    border: 'none',
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 0 -2px 0 ${tokens.colorCompoundBrandStroke}`,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': {
      backgroundColor: 'Highlight',
      color: 'HighlightText',
      boxShadow: 'none',
      forcedColorAdjust: 'none',
      ':hover': { backgroundColor: 'Highlight' },
    },
  },
  today: { fontWeight: tokens.fontWeightSemibold },
  marks: { display: 'block', width: '100%', overflow: 'visible' },
  line: {
    color: tokens.colorNeutralStroke3,
    '@media (forced-colors: active)': { color: 'GrayText' },
  },
  count: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalXXS,
    minHeight: '24px',
  },
});

interface StripDayButtonProps {
  readonly day: StripDay;
  /** The rows of marks. */
  readonly lanes: readonly Lane[];
  readonly isChosen: boolean;
  readonly isToday: boolean;
  /** The day that Tab leads to. */
  readonly isStop: boolean;
  readonly onPress: () => void;
}

/** One day of the strip: its points by tier and time, how many they are, and the strongest. */
export function StripDayButton(props: StripDayButtonProps) {
  const { day, lanes, isChosen, isToday, isStop, onPress } = props;
  const styles = useStyles();
  const part = usePartStyles();
  const { strongest } = day;
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      tabIndex={isStop ? 0 : -1}
      className={mergeClasses(styles.root, isToday && styles.today, isChosen && styles.chosen)}
      onClick={onPress}
    >
      <span>{weekdayText(day.day)}</span> <span>{dayOfMonthText(day.day)}</span>{' '}
      <span className={part.unseen}>
        {words.day(
          yearOf(day.day),
          day.count,
          strongest === null ? null : wizard.consistency[strongest],
        )}
      </span>
      <DayMarks day={day} lanes={lanes} />
      <span className={styles.count} aria-hidden>
        {strongest !== null && <ConsistencyMark consistency={strongest} />}
        {day.count}
      </span>
    </button>
  );
}

function DayMarks({ day: { marks }, lanes }: Pick<StripDayButtonProps, 'day' | 'lanes'>) {
  const styles = useStyles();
  return (
    <svg className={styles.marks} height={lanes.length * LANE_PX} aria-hidden>
      {lanes.map((lane, row) => (
        <g key={lane}>
          <g className={styles.line}>
            <line x2="100%" y1={row * LANE_PX} y2={row * LANE_PX} stroke="currentColor" />
          </g>
          {marks[lane].map(({ minute, consistency }) => (
            <svg
              key={minute}
              x={`${String((minute / DAY_MINUTES) * 100)}%`}
              y={(row + 0.5) * LANE_PX}
              overflow="visible"
            >
              <MarkShape consistency={consistency} />
            </svg>
          ))}
        </g>
      ))}
    </svg>
  );
}
