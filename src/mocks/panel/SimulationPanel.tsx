import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowReset20Regular } from '@fluentui/react-icons/svg/arrow-reset';
import { Beaker20Regular } from '@fluentui/react-icons/svg/beaker';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState, useSyncExternalStore } from 'react';
import { ClockControls } from '#src/mocks/panel/ClockControls.tsx';
import { FaultList } from '#src/mocks/panel/FaultList.tsx';
import { observe } from '#src/mocks/panel/observe.ts';
import { RequestLog } from '#src/mocks/panel/RequestLog.tsx';
import { ScenarioPicker } from '#src/mocks/panel/ScenarioPicker.tsx';
import type { Simulation } from '#src/mocks/simulation.ts';
import { simulation as strings } from '#src/strings/simulation.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
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
  },
  icon: { display: 'inline-flex' },
  // Stays in place while the log grows.
  footer: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginBlockStart: 'auto',
    marginInline: `calc(-1 * ${tokens.spacingHorizontalXL})`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  button: { flexShrink: 0 },
  remark: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export interface SimulationPanelProps {
  readonly simulation: Simulation;
  readonly onClose: () => void;
}

/** The controls of the simulated Azure for people: time, scenario, faults, what was asked. */
export function SimulationPanel({ simulation, onClose }: SimulationPanelProps) {
  const styles = useStyles();
  const [source] = useState(() => observe(simulation));
  const state = useSyncExternalStore(source.subscribe, source.getSnapshot);
  return (
    <div className={styles.root}>
      <div className={styles.header}>
        <span aria-hidden className={styles.icon}>
          <Beaker20Regular />
        </span>
        <h2 className={styles.title}>{strings.title}</h2>
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label={strings.close}
          onClick={onClose}
        />
      </div>
      <ClockControls clock={simulation.clock} state={state} />
      <ScenarioPicker scenario={state.scenario} onOpen={(id) => void simulation.openScenario(id)} />
      <FaultList
        faults={state.faults}
        onAdd={(fault) => void simulation.addFault(fault)}
        onRemove={(id) => void simulation.removeFault(id)}
      />
      <RequestLog requests={state.requests} />
      <div className={styles.footer}>
        <Button
          className={styles.button}
          icon={<ArrowReset20Regular />}
          onClick={() => void simulation.reset()}
        >
          {strings.reset}
        </Button>
        <p className={styles.remark}>{strings.resetHint(state.events)}</p>
      </div>
      {!simulation.durable && <p className={styles.remark}>{strings.notDurable}</p>}
    </div>
  );
}
