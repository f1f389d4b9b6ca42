import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { powerAsOther, presentState } from '#src/mocks/panel/as-another-person.ts';
import { Remark } from '#src/mocks/panel/Remark.tsx';
import { SuggestField } from '#src/mocks/panel/SuggestField.tsx';
import type { Simulation } from '#src/mocks/simulation.ts';
import { machineOffers } from '#src/mocks/another-user-choices.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { simulation as words } from '#src/strings/simulation.ts';

const strings = words.others;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** A machine is shut down or started by another person, by its name. */
export function PowerAsOther({ simulation }: { readonly simulation: Simulation }) {
  const styles = useStyles();
  const [machine, setMachine] = useState('');
  const [answer, setAnswer] = useState('');
  const [isUnknown, setIsUnknown] = useState(false);
  const [state, setState] = useState<State | null>(null);
  const look = () => void presentState(simulation).then(setState);
  const submit = async (isStopped: boolean) => {
    const wasThere = await powerAsOther(simulation, machine, isStopped);
    const text = isStopped ? strings.isDown : strings.isUp;
    setIsUnknown(!wasThere);
    setAnswer(wasThere ? text(machine.trim()) : '');
  };
  return (
    <div role="group" aria-label={strings.power} className={styles.root}>
      <SuggestField
        label={strings.poweredMachine}
        problem={isUnknown ? strings.noMachineThere : undefined}
        onFocus={look}
        offers={state === null ? [] : machineOffers(state, machine)}
        value={machine}
        onChange={setMachine}
      />
      <div className={styles.buttons}>
        <Button size="small" onClick={() => void submit(true)}>
          {strings.shutDown}
        </Button>
        <Button size="small" onClick={() => void submit(false)}>
          {strings.start}
        </Button>
      </div>
      <Remark isAnswer>{answer}</Remark>
    </div>
  );
}
