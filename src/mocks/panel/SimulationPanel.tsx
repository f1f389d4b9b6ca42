import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Beaker20Regular } from '@fluentui/react-icons/svg/beaker';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { ClockControls } from '#src/mocks/panel/ClockControls.tsx';
import { FaultList } from '#src/mocks/panel/FaultList.tsx';
import { Log } from '#src/mocks/panel/Log.tsx';
import { Remark } from '#src/mocks/panel/Remark.tsx';
import { ResetWorld } from '#src/mocks/panel/ResetWorld.tsx';
import { ScenarioPicker } from '#src/mocks/panel/ScenarioPicker.tsx';
import { startWorld } from '#src/mocks/panel/as-another-person.ts';
import { AnotherUser } from '#src/mocks/panel/AnotherUser.tsx';
import { watchClock } from '#src/mocks/panel/watch-clock.ts';
import { watchWorld } from '#src/mocks/panel/watch-world.ts';
import type { Simulation } from '#src/mocks/simulation.ts';
import { simulation as strings } from '#src/strings/simulation.ts';
import { takeFocusInPlace } from '#src/ui/dom.ts';

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
