import { Button, mergeClasses } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { ChevronLeft16Regular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { type Day, dayOf } from '#src/lib/time.ts';
import { dayText } from '#src/lib/format.ts';
import { ConsistencyMark } from '#src/ui/points/StripDayButton.tsx';
import { CONSISTENCIES, type DatedPoint } from '#src/ui/points/filter.ts';
import { earlier, LANES, later, stripDays, windowOf } from '#src/ui/points/day-strip.ts';
import { usePartStyles } from '#src/ui/instance/styles.ts';
import { StripDays } from '#src/ui/points/StripDays.tsx';
import { instance } from '#src/strings/instance.ts';

const words = instance.strip;

interface PointStripProps {
  readonly points: readonly DatedPoint[];
  readonly last: Day;
  readonly today: Day;
  readonly chosen: Day | null;
  /** The points have tiers and consistencies. */
  readonly hasTiers: boolean;
  /** Its place has the room around it already. */
  readonly isFlush: boolean;
  readonly onDay: (day: Day | null) => void;
  readonly onLast: (last: Day) => void;
}

/** Fourteen days with their restore points, and the way to other days. */
export function PointStrip(props: PointStripProps) {
  const { points, last, today, chosen, hasTiers, isFlush, onDay, onLast } = props;
  const styles = usePartStyles();
  const days = stripDays(points, last);
  const first = days[0]?.day ?? last;
  const known = points.flatMap(({ time }) => (time === null ? [] : [dayOf(time)])).toSorted();
  const oldest = known[0] ?? today;
  const newest = known.at(-1) ?? today;
  const hasEarlier = oldest < first;
  const hasLater = last < today;
  const count = days.reduce((sum, day) => sum + day.count, 0);
  return (
    <div className={mergeClasses(!isFlush && styles.inset, styles.column)}>
      <div className={styles.line}>
        <span role="status" className={styles.second}>
          {count === 0 ? words.noneHere(dayText(newest)) : words.some(count, dayText(oldest))}
        </span>
        <span className={styles.end}>
          <StripButton
            text={words.oldest}
            isPossible={hasEarlier}
            onPress={() => onLast(windowOf(oldest, today))}
          />
          <StripButton
            text={words.earlier}
            icon={<ChevronLeft16Regular />}
            isPossible={hasEarlier}
            onPress={() => onLast(earlier(last))}
          />
          <StripButton
            text={words.later}
            icon={<ChevronRight16Regular />}
            isPossible={hasLater}
            onPress={() => onLast(later(last, today))}
          />
          <StripButton
            text={words.newest}
            isPossible={last !== windowOf(newest, today)}
            onPress={() => onLast(windowOf(newest, today))}
          />
        </span>
      </div>
      <StripDays
        days={days}
        lanes={hasTiers ? LANES : []}
        chosen={chosen}
        today={today}
        onDay={onDay}
        onPage={(to) => {
          const isPossible = to === 'earlier' ? hasEarlier : hasLater;
          if (isPossible) onLast(to === 'earlier' ? earlier(last) : later(last, today));
          return isPossible;
        }}
      />
      {hasTiers && (
        <div className={styles.line} aria-hidden>
          {Object.values(CONSISTENCIES).map((consistency) => (
            <span key={consistency} className={styles.second}>
              <ConsistencyMark consistency={consistency} /> {instance.consistency[consistency]}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

interface StripButtonProps {
  readonly text: string;
  readonly icon?: ReactElement;
  readonly isPossible: boolean;
  readonly onPress: () => void;
}

/** Keeps the focus when it has led to the end. */
function StripButton({ text, icon, isPossible, onPress }: StripButtonProps) {
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={icon}
      disabledFocusable={!isPossible}
      onClick={onPress}
    >
      {text}
    </Button>
  );
}
