import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { NextFrame20Regular } from '@fluentui/react-icons/svg/next-frame';
import { Pause20Regular } from '@fluentui/react-icons/svg/pause';
import { Play20Regular } from '@fluentui/react-icons/svg/play';
import { namedDateText, preciseTimeText } from '#src/lib/format.ts';
import { isoText } from '#src/lib/time.ts';
import { SpeedControl } from '#src/mocks/panel/SpeedControl.tsx';
import { type Source, useSlice } from '#src/mocks/panel/source.ts';
import type { ClockView } from '#src/mocks/panel/watch-clock.ts';
import type { SimulatedClock } from '#src/mocks/time/clock.ts';
import { simulation as strings } from '#src/strings/simulation.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  time: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  clock: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  date: { color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  steps: { display: 'flex', flexGrow: 1, gap: tokens.spacingHorizontalXS },
  step: {
    flexGrow: 1,
    minWidth: 0,
    // Each side by itself wins over the button's own `padding`.
    paddingLeft: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
  },
});

const MINUTE_MS = 60_000;
const amounts = [
  { text: strings.stepAmounts.minute, ms: MINUTE_MS },
  { text: strings.stepAmounts.tenMinutes, ms: 10 * MINUTE_MS },
  { text: strings.stepAmounts.hour, ms: 60 * MINUTE_MS },
];

interface ClockControlsProps {
  readonly clock: SimulatedClock;
  readonly view: Source<ClockView>;
}

/** Simulated time, and its pace. */
export function ClockControls({ clock, view }: ClockControlsProps) {
  const styles = useStyles();
  const now = useSlice(view, (state) => state.now);
  const speed = useSlice(view, (state) => state.speed);
  const isPaused = useSlice(view, (state) => state.isPaused);
  return (
    <div className={styles.root}>
      <div className={styles.time} role="group" aria-label={strings.clock}>
        <time className={styles.clock} dateTime={isoText(now)}>
          {preciseTimeText(now)}
        </time>
        <span className={styles.date}>{namedDateText(now)}</span>
      </div>
      <div className={styles.buttons}>
        <Button
          icon={isPaused ? <Play20Regular /> : <Pause20Regular />}
          onClick={() => void (isPaused ? clock.resume() : clock.pause())}
        >
          {isPaused ? strings.resume : strings.pause}
        </Button>
        <div className={styles.steps} role="group" aria-label={strings.steps}>
          {amounts.map(({ text, ms }) => (
            <Button
              key={text}
              className={styles.step}
              icon={ms === MINUTE_MS ? <NextFrame20Regular /> : undefined}
              aria-label={strings.step(text)}
              onClick={() => void clock.step(ms)}
            >
              {text}
            </Button>
          ))}
        </div>
      </div>
      <SpeedControl speed={speed} onSpeed={(wanted) => void clock.setSpeed(wanted)} />
    </div>
  );
}
