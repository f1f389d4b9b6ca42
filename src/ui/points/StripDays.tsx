import { makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Day } from '#src/lib/time.ts';
import { dayText } from '#src/lib/format.ts';
import { type Lane, STRIP_DAYS, type StripDay, stripMove } from '#src/ui/points/day-strip.ts';
import { LANE_PX, StripDayButton } from '#src/ui/points/StripDayButton.tsx';
import { usePartStyles } from '#src/ui/instance/styles.ts';
import { instance } from '#src/strings/instance.ts';

const words = instance.strip;

/** Days are kept apart by their places, so that the focus stays where it is when the days go by. */
const PLACES = Array.from({ length: STRIP_DAYS }, (_, index) => `place ${String(index)}`);

/** Two lines of names of days above the marks. */
const NAMES_PX = 32;

const useStyles = makeStyles({
  // Of all pages only code and this may scroll sideways (look.md §1).
  // What is only read out stays in it, or it would make the page wider.
  scroller: { position: 'relative', overflowX: 'auto' },
  root: {
    display: 'grid',
    gridTemplateColumns: `96px repeat(${String(STRIP_DAYS)}, minmax(44px, 1fr))`,
    minWidth: '712px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  lanes: {
    display: 'flex',
    flexDirection: 'column',
    paddingTop: `${String(NAMES_PX)}px`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: `${String(LANE_PX)}px`,
  },
});

/** Where the days have to scroll, the newest are in view first. */
const showNewest = (scroller: HTMLElement | null): void =>
  scroller?.scrollTo(scroller.scrollWidth, 0);

interface StripDaysProps {
  readonly days: readonly StripDay[];
  /** The rows of marks. */
  readonly lanes: readonly Lane[];
  readonly chosen: Day | null;
  readonly today: Day;
  /** A press on the chosen day lets go of it. */
  readonly onDay: (day: Day | null) => void;
  /** Goes to the fourteen days before or after; false when there are none. */
  readonly onPage: (to: 'earlier' | 'later') => boolean;
}

/** The days as buttons of which one is a stop for Tab; arrows go on from it. */
export function StripDays({ days, lanes, chosen, today, onDay, onPage }: StripDaysProps) {
  const styles = useStyles();
  const part = usePartStyles();
  const hintId = useId();
  const group = useRef<HTMLDivElement>(null);
  const [left, setLeft] = useState<number | null>(null);
  const chosenIndex = days.findIndex(({ day }) => day === chosen);
  const stop = left ?? (chosenIndex === -1 ? STRIP_DAYS - 1 : chosenIndex);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = stripMove(event.key, stop);
    if (move === null) return;
    event.preventDefault();
    if (move.page !== null && !onPage(move.page)) return;
    setLeft(move.index);
    group.current?.querySelectorAll('button')[move.index]?.focus();
  };
  const [first, last] = [days[0]?.day ?? today, days.at(-1)?.day ?? today];
  return (
    <div ref={showNewest} data-sideways className={styles.scroller}>
      <span id={hintId} className={part.unseen}>
        {words.keys}
      </span>
      <div
        ref={group}
        role="toolbar"
        tabIndex={-1}
        aria-label={words.label(dayText(first), dayText(last))}
        aria-describedby={hintId}
        className={styles.root}
        onKeyDown={onKeyDown}
      >
        <div className={styles.lanes} aria-hidden>
          {lanes.map((lane) => (
            <span key={lane}>{words.lanes[lane]}</span>
          ))}
          <span>{words.count}</span>
        </div>
        {days.map((day, index) => (
          <StripDayButton
            key={PLACES[index]}
            day={day}
            lanes={lanes}
            isChosen={day.day === chosen}
            isToday={day.day === today}
            isStop={index === stop}
            onPress={() => {
              setLeft(index);
              onDay(day.day === chosen ? null : day.day);
            }}
          />
        ))}
      </div>
    </div>
  );
}
