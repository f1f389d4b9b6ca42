import {
  Button,
  Field,
  Input,
  Label,
  Slider,
  makeStyles,
  tokens,
  useId,
} from '@fluentui/react-components';
import { ArrowReset20Regular } from '@fluentui/react-icons/svg/arrow-reset';
import { Beaker20Regular } from '@fluentui/react-icons/svg/beaker';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { AnotherUser } from '#src/mocks/panel/AnotherUser.tsx';
import { FaultList } from '#src/mocks/panel/FaultList.tsx';
import { Log } from '#src/mocks/panel/Log.tsx';
import { startWorld } from '#src/mocks/panel/as-another-person.ts';
import { Remark } from '#src/mocks/panel/parts.tsx';
import { type Source, createSource, useSlice } from '#src/mocks/panel/source.ts';
import { type WorldView, watchWorld } from '#src/mocks/panel/watch-world.ts';
import { type ScenarioId, scenarioIdOf, scenarioIds } from '#src/mocks/scenarios.ts';
import type { Simulation } from '#src/mocks/simulation.ts';
import { simulation as strings } from '#src/strings/simulation.ts';
import { takeFocusInPlace } from '#src/ui/dom.ts';
import { Select } from '#src/ui/fields/Select.tsx';
import { NextFrame20Regular } from '@fluentui/react-icons/svg/next-frame';
import { Pause20Regular } from '@fluentui/react-icons/svg/pause';
import { Play20Regular } from '@fluentui/react-icons/svg/play';
import { namedDateText, preciseTimeText } from '#src/lib/format.ts';
import { type Instant, instant, isoText } from '#src/lib/time.ts';
import type { SimulatedClock } from '#src/mocks/time/clock.ts';

const useScenarioPickerStyles = makeStyles({
  hint: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  option: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  about: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface ScenarioPickerProps {
  readonly world: Source<WorldView>;
  readonly onOpen: (id: ScenarioId) => void;
}

/** Which world is simulated, and what choosing another one does. */
export function ScenarioPicker({ world, onOpen }: ScenarioPickerProps) {
  const styles = useScenarioPickerStyles();
  const selectId = useId('scenario');
  const scenario = useSlice(world, (state) => state.scenario);
  const profile = useSlice(world, (state) => state.profile);
  const events = useSlice(world, (state) => state.eventCount);
  return (
    <Field
      label={strings.scenario}
      hint={
        <span className={styles.hint}>
          <span>
            {scenario === null ? strings.notRead : strings.scenarios[scenario].text}{' '}
            {profile !== null && strings.profiles[profile]}
          </span>{' '}
          <span>{strings.scenarioStarts(events)}</span>
        </span>
      }
    >
      {(field) => (
        <Select
          {...field}
          id={selectId}
          chosen={
            scenario === null ? null : { value: scenario, label: strings.scenarios[scenario].name }
          }
          entries={() =>
            scenarioIds.map((id) => ({
              value: id,
              label: strings.scenarios[id].name,
              isRefused: false,
              content: (
                <span className={styles.option}>
                  <span>{strings.scenarios[id].name}</span>
                  <span className={styles.about}>{strings.scenarios[id].text}</span>
                </span>
              ),
            }))
          }
          onChoose={(value) => {
            const wanted = scenarioIdOf(value);
            if (wanted !== null && wanted !== scenario) onOpen(wanted);
          }}
        />
      )}
    </Field>
  );
}

const useResetWorldStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  button: { flexShrink: 0 },
});

interface ResetWorldProps {
  readonly world: Source<WorldView>;
  readonly onReset: () => void;
}

/** Restarts the world at the second press. Moving the focus away or Escape undoes the first one. */
export function ResetWorld({ world, onReset }: ResetWorldProps) {
  const styles = useResetWorldStyles();
  const hintId = useId('reset-hint');
  const events = useSlice(world, (state) => state.eventCount);
  const [isConfirming, setIsConfirming] = useState(false);
  const press = (clicks: number) => {
    // A double click is one press: it must not be a yes as well.
    if (clicks > 1) return;
    setIsConfirming(!isConfirming);
    if (isConfirming) onReset();
  };
  return (
    <div className={styles.root}>
      <Button
        className={styles.button}
        icon={<ArrowReset20Regular />}
        aria-describedby={hintId}
        onClick={({ detail }) => press(detail)}
        onBlur={() => setIsConfirming(false)}
        onKeyDown={(event) => {
          // A key that is held down is one press too, and an Escape that is spent closes nothing else.
          if (event.repeat || (event.key === 'Escape' && isConfirming)) event.preventDefault();
          if (event.key === 'Escape') setIsConfirming(false);
        }}
      >
        {isConfirming ? strings.resetNow : strings.reset}
      </Button>
      <div id={hintId}>
        {!isConfirming && <Remark>{strings.resetHint(events)}</Remark>}
        <Remark isAnswer>{isConfirming ? strings.resetWarning : ''}</Remark>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    boxSizing: 'border-box',
    minHeight: '100%',
    paddingInline: tokens.spacingHorizontalXL,
    paddingBlockStart: tokens.spacingVerticalL,
  },
  header: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  title: {
    flexGrow: 1,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  icon: { display: 'inline-flex' },
  // Stays in place while the panel is scrolled.
  footer: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    marginInline: `calc(-1 * ${tokens.spacingHorizontalXL})`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-height: 479px)': { position: 'static' },
  },
});

interface SimulationPanelProps {
  readonly simulation: Simulation;
  readonly onClose: () => void;
}

/** Controls of the simulated Azure: time, scenario, faults, other people, requests. */
export function SimulationPanel({ simulation, onClose }: SimulationPanelProps) {
  const styles = useStyles();
  const [clock] = useState(() => watchClock(simulation.clock));
  const [world] = useState(() => watchWorld(simulation));
  return (
    <div className={styles.root}>
      <div className={styles.header}>
        <span aria-hidden className={styles.icon}>
          <Beaker20Regular />
        </span>
        {/* Who opens the panel goes on from its heading. */}
        <h2 ref={takeFocusInPlace} tabIndex={-1} className={styles.title}>
          {strings.title}
        </h2>
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label={strings.close}
          onClick={onClose}
        />
      </div>
      <ClockControls clock={simulation.clock} view={clock} />
      <ScenarioPicker world={world} onOpen={(id) => void startWorld(simulation, id)} />
      <FaultList
        world={world}
        onAdd={(fault) => simulation.addFault(fault)}
        onRemove={(id) => simulation.removeFault(id)}
      />
      <AnotherUser simulation={simulation} />
      <Log world={world} />
      <div className={styles.footer}>
        <ResetWorld world={world} onReset={() => void startWorld(simulation)} />
        {!simulation.durable && <Remark>{strings.notDurable}</Remark>}
      </div>
    </div>
  );
}

/** Simulated time and its pace, as the panel shows them. */
interface ClockView {
  /** To the second. */
  readonly now: Instant;
  readonly speed: number;
  readonly isPaused: boolean;
}

/** Real time between two looks at the clock. */
const TICK_MS = 500;

function watchClock(clock: SimulatedClock): Source<ClockView> {
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

const useClockStyles = makeStyles({
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
function ClockControls({ clock, view }: ClockControlsProps) {
  const styles = useClockStyles();
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
