import { Button, Label, makeStyles, Slider, tokens, useId } from '@fluentui/react-components';
import { NextFrame20Regular } from '@fluentui/react-icons/svg/next-frame';
import { Pause20Regular } from '@fluentui/react-icons/svg/pause';
import { Play20Regular } from '@fluentui/react-icons/svg/play';
import { preciseTimeText } from '#src/lib/format.ts';
import { isoText } from '#src/lib/time.ts';
import type { PanelState } from '#src/mocks/panel/observe.ts';
import type { SimulatedClock } from '#src/mocks/time/clock.ts';
import { simulation as strings } from '#src/strings/simulation.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  time: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  clock: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  date: { color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
  row: { display: 'flex', justifyContent: 'space-between' },
  speed: { fontWeight: tokens.fontWeightSemibold },
  marks: {
    display: 'flex',
    justifyContent: 'space-between',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  slider: { width: '100%' },
});

const STEP_MS = 60_000;
/** The slider's five marks. A speed between two of them shows at the lower one. */
const speeds = [1, 10, 60, 600, 3600] as const;
const date = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

export interface ClockControlsProps {
  readonly clock: SimulatedClock;
  readonly state: PanelState;
}

/** Simulated time, and its pace. */
export function ClockControls({ clock, state }: ClockControlsProps) {
  const styles = useStyles();
  const speedId = useId('simulation-speed');
  const mark = speeds.findLastIndex((speed) => speed <= state.speed);
  return (
    <div className={styles.root}>
      <div className={styles.time} role="group" aria-label={strings.clock}>
        <time className={styles.clock} dateTime={isoText(state.now)}>
          {preciseTimeText(state.now)}
        </time>
        <span className={styles.date}>{date.format(state.now)}</span>
      </div>
      <div className={styles.buttons}>
        <Button
          icon={state.isPaused ? <Play20Regular /> : <Pause20Regular />}
          onClick={() => void (state.isPaused ? clock.resume() : clock.pause())}
        >
          {state.isPaused ? strings.resume : strings.pause}
        </Button>
        <Button icon={<NextFrame20Regular />} onClick={() => void clock.step(STEP_MS)}>
          {strings.step}
        </Button>
      </div>
      <div>
        <div className={styles.row}>
          <Label htmlFor={speedId}>{strings.speed}</Label>
          <span className={styles.speed}>{strings.times(state.speed)}</span>
        </div>
        <Slider
          id={speedId}
          className={styles.slider}
          min={0}
          max={speeds.length - 1}
          step={1}
          value={mark}
          aria-valuetext={strings.times(state.speed)}
          onChange={(_, { value }) => void clock.setSpeed(speeds[value] ?? 1)}
        />
        <div aria-hidden className={styles.marks}>
          {speeds.map((speed) => (
            <span key={speed}>{strings.times(speed)}</span>
          ))}
        </div>
      </div>
    </div>
  );
}
