import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { timeText } from '#src/lib/format.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import type { ExpectedTime } from '#src/progress/live/ExpectedDuration.tsx';
import { clockRangeText, shortRangeText } from '#src/progress/live/progress-text.ts';
import { course as words } from '#src/strings/course.ts';
import { useNow } from '#src/ui/hooks.ts';
import { Name } from '#src/ui/text.tsx';
import {
  type Course,
  type CourseStep,
  type CourseTimes,
  courseTimes,
  earliestLimit,
} from '#src/wizard/course.ts';

const UPRIGHT = '@media (max-width: 639px)';
const OWN_COLORS = '@media (forced-colors: active)';
const PRINT = '@media print';

const useStyles = makeStyles({
  steps: {
    display: 'grid',
    columnGap: '6px',
    margin: 0,
    paddingBlock: 0,
    paddingInline: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    [UPRIGHT]: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  },
  step: {
    position: 'relative',
    boxSizing: 'border-box',
    minWidth: 0,
    paddingBlock: '1px',
    paddingInline: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  service: {
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    [OWN_COLORS]: { border: '2px solid Highlight' },
    [PRINT]: { border: '2px solid #000', backgroundColor: '#fff' },
  },
  you: { border: `1px dashed ${tokens.colorNeutralStrokeAccessible}` },
  // The last moment to cancel is between two steps.
  limited: {
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '-7px',
      insetBlock: '-5px',
      width: '3px',
      backgroundColor: tokens.colorStatusWarningForeground3,
      [OWN_COLORS]: { backgroundColor: 'CanvasText' },
      [UPRIGHT]: { insetInline: '0', insetBlock: '-5px auto', width: 'auto', height: '3px' },
    },
  },
  ends: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
  },
  name: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  limit: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  untouched: {
    display: 'flex',
    flexGrow: 1,
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorStatusSuccessForeground1,
    '::after': {
      content: '""',
      flexGrow: 1,
      borderTop: `3px solid ${tokens.colorStatusSuccessForeground1}`,
      [UPRIGHT]: { display: 'none' },
    },
  },
});

/** What each step of a restore is drawn with. */
export interface CourseProps {
  readonly course: Course;
  /** Null: not known. */
  readonly time: ExpectedTime | null;
}

// Its minute is that of the clocks beside it.
const EVERY_MS = 5_000;

/** The times of the steps of a restore that starts now; without any, its names and their order alone. */
export function useTimes({ course, time }: CourseProps) {
  const at: Instant = useNow(EVERY_MS);
  const times: CourseTimes = time === null ? new Map() : courseTimes(course, time);
  const limit = earliestLimit(course, times, at);
  return { at, times, limit: limit === null ? null : timeText(instant(limit)) };
}

/** Until when the step can still be followed by a cancel; null: that isn't at its end. */
export function limitAfter(
  { steps, limit }: Course,
  index: number,
  until: string | null,
): string | null {
  if (limit === undefined || steps[index + 1]?.id !== limit) return null;
  return until === null ? words.cancelBefore : words.cancelUntil(until);
}

/** The steps of a copy: a strip below its picture. */
export function CourseStrip(props: CourseProps) {
  const styles = useStyles();
  const { course } = props;
  const { at, times, limit } = useTimes(props);
  const widths = course.steps.map(({ id }) => (id === 'transfer' ? '2fr' : '1fr'));
  return (
    <ol
      aria-label={words.title}
      className={styles.steps}
      style={{ gridTemplateColumns: widths.map((one) => `minmax(112px, ${one})`).join(' ') }}
    >
      {course.steps.map((step, index) => {
        const time = times.get(step.id);
        const until = limitAfter(course, index, limit);
        return (
          <li
            key={step.id}
            className={mergeClasses(
              styles.step,
              styles[step.by],
              step.id === course.limit && styles.limited,
            )}
          >
            <div className={styles.ends}>
              <span className={styles.name}>{words.numbered(index + 1, step.name)}</span>
              {until !== null && <span className={styles.limit}>{until}</span>}
            </div>
            <div className={mergeClasses(styles.ends, styles.quiet)}>
              <span>{notesOf(step, time?.takes)}</span>
              {time !== undefined && <span>{words.starts(startText(time.after, at))}</span>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** What stays as it is while a copy is made: a line as long as its steps. */
export function Untouched({ course: { untouched } }: Pick<CourseProps, 'course'>) {
  const styles = useStyles();
  return (
    untouched !== undefined && (
      <span className={styles.untouched}>
        <Name>{untouched}</Name>
      </span>
    )
  );
}

/** When a step starts: the first one now. */
const startText = (after: Takes, at: Instant): string =>
  after.highMs === 0 ? timeText(at) : clockRangeText(after, at);

export type Takes = Parameters<typeof shortRangeText>[0];

/** What a step works with, and for how long. */
export const notesOf = ({ note }: CourseStep, takes: Takes | undefined): string =>
  [note, takes === undefined ? '' : shortRangeText(takes)].filter((one) => one !== '').join(', ');
