import { Button, Field, makeStyles, tokens, useId } from '@fluentui/react-components';
import { ArrowReset20Regular } from '@fluentui/react-icons/svg/arrow-reset';
import { Beaker20Regular } from '@fluentui/react-icons/svg/beaker';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { AnotherUser } from '#src/mocks/panel/AnotherUser.tsx';
import { ClockControls, watchClock } from '#src/mocks/panel/ClockControls.tsx';
import { FaultList } from '#src/mocks/panel/FaultList.tsx';
import { Log } from '#src/mocks/panel/Log.tsx';
import { startWorld } from '#src/mocks/panel/as-another-person.ts';
import { Remark } from '#src/mocks/panel/parts.tsx';
import { type Source, useSlice } from '#src/mocks/panel/source.ts';
import { watchWorld, type WorldView } from '#src/mocks/panel/watch-world.ts';
import { type ScenarioId, scenarioIdOf, scenarioIds } from '#src/mocks/scenarios.ts';
import type { Simulation } from '#src/mocks/simulation.ts';
import { simulation as strings } from '#src/strings/simulation.ts';
import { takeFocusInPlace } from '#src/ui/dom.ts';
import { Select } from '#src/ui/fields/Select.tsx';

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
