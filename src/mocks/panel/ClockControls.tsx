import {
  Button,
  Input,
  Label,
  makeStyles,
  Slider,
  tokens,
  useId,
} from '@fluentui/react-components';
import { NextFrame20Regular } from '@fluentui/react-icons/svg/next-frame';
import { Pause20Regular } from '@fluentui/react-icons/svg/pause';
import { Play20Regular } from '@fluentui/react-icons/svg/play';
import { useState } from 'react';
import { namedDateText, preciseTimeText } from '#src/lib/format.ts';
import { type Instant, instant, isoText } from '#src/lib/time.ts';
import { Remark } from '#src/mocks/panel/parts.tsx';
import { createSource, type Source, useSlice } from '#src/mocks/panel/source.ts';
import type { SimulatedClock } from '#src/mocks/time/clock.ts';
import { simulation as strings } from '#src/strings/simulation.ts';

/** Simulated time and its pace, as the panel shows them. */
interface ClockView {
  /** To the second. */
  readonly now: Instant;
  readonly speed: number;
  readonly isPaused: boolean;
}

/** Real time between two looks at the clock. */
const TICK_MS = 500;

export function watchClock(clock: SimulatedClock): Source<ClockView> {
  const look = (): ClockView => ({
    now: instant(Math.floor(clock.now() / 1000) * 1000),
    speed: clock.speed,
    isPaused: clock.isPaused,
  });
  return createSource(look(), (show) => {
    const timer = setInterval(() => show(look()), TICK_MS);
    // A press shows at once, not with the next tick; so does one in another tab.
    const stopJumps = clock.onJump(() => show(look()));
    show(look());
    return () => {
      clearInterval(timer);
      stopJumps();
    };
  });
}

/** The slider's five marks. A speed between two of them shows at the lower one. */
const speeds = [1, 10, 60, 600, 3600] as const;

/** The mark at which a speed shows. */
export function markOf(speed: number): number {
  return speeds.findLastIndex((mark) => mark <= speed);
}

/** A speed as typed, `60`, `×60` or `2.5`; null when it is none from the first mark to the last. */
export function parseSpeed(text: string): number | null {
  const [, digits] = /^\s*[×x]?\s*(\d{1,4}(?:[.,]\d{1,2})?)\s*$/i.exec(text) ?? [];
  const speed = Number((digits ?? 'none').replace(',', '.'));
  return speed >= 1 && speed <= 3600 ? speed : null;
}

const useSpeedControlStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  typed: { width: '88px' },
  slider: { width: '100%' },
  // High enough to be hit.
  range: { height: '24px' },
  marks: {
    display: 'flex',
    justifyContent: 'space-between',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

interface SpeedControlProps {
  /** Simulated seconds in a real one. */
  readonly speed: number;
  readonly onSpeed: (speed: number) => void;
}

/** How fast simulated time goes: by five marks, or typed. */
function SpeedControl({ speed, onSpeed }: SpeedControlProps) {
  const styles = useSpeedControlStyles();
  const sliderId = useId('simulation-speed');
  const rangeId = useId('simulation-speed-range');
  // The text being typed; null otherwise.
  const [typed, setTyped] = useState<string | null>(null);
  const wanted = typed === null ? speed : parseSpeed(typed);
  const take = () => {
    if (typed === null || wanted === null) return;
    onSpeed(wanted);
    setTyped(null);
  };
  return (
    <div>
      <div className={styles.row}>
        <Label htmlFor={sliderId}>{strings.speed}</Label>
        <Input
          className={styles.typed}
          inputMode="decimal"
          contentBefore={<span aria-hidden>{strings.timesSign}</span>}
          aria-label={strings.typedSpeed}
          aria-invalid={wanted === null}
          aria-describedby={wanted === null ? rangeId : undefined}
          value={typed ?? String(speed)}
          onChange={(_, { value }) => setTyped(value)}
          onBlur={take}
          onKeyDown={({ key }) => key === 'Enter' && take()}
        />
      </div>
      {wanted === null && (
        <Remark id={rangeId} isAnswer>
          {strings.speedRange}
        </Remark>
      )}
      <Slider
        id={sliderId}
        className={styles.slider}
        input={{ className: styles.range }}
        min={0}
        max={speeds.length - 1}
        step={1}
        value={markOf(speed)}
        aria-valuetext={strings.times(speed)}
        onChange={(_, { value }) => {
          setTyped(null);
          onSpeed(speeds[value] ?? 1);
        }}
      />
      <div aria-hidden className={styles.marks}>
        {speeds.map((mark) => (
          <span key={mark}>{strings.times(mark)}</span>
        ))}
      </div>
    </div>
  );
}

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
