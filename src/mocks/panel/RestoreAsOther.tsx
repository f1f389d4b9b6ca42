import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import {
  type OthersRestore,
  presentState,
  restoreAsOther,
} from '#src/mocks/panel/as-another-person.ts';
import { shortId } from '#src/mocks/panel/event-text.ts';
import { Remark } from '#src/mocks/panel/Remark.tsx';
import { SuggestField } from '#src/mocks/panel/SuggestField.tsx';
import type { Simulation } from '#src/mocks/simulation.ts';
import { groupOffers, machineOffers } from '#src/mocks/another-user-choices.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { simulation as words } from '#src/strings/simulation.ts';

const strings = words.others;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  button: { alignSelf: 'flex-start' },
});

function answerText(answer: OthersRestore | null): string {
  if (answer === null || answer.kind === 'unknown') return '';
  return answer.kind === 'accepted'
    ? strings.accepted(shortId(answer.jobId))
    : strings.refused(answer.reason);
}

/** A restore that another person asks for, of a machine and into a group. */
export function RestoreAsOther({ simulation }: { readonly simulation: Simulation }) {
  const styles = useStyles();
  const [order, setOrder] = useState({ instance: '', group: '', vmName: '' });
  const [answer, setAnswer] = useState<OthersRestore | null>(null);
  // The world when the form got the focus: it only provides suggestions.
  const [state, setState] = useState<State | null>(null);
  const look = () => void presentState(simulation).then(setState);
  const submit = async () => {
    const { instance, group, vmName } = order;
    const wish = { instance: instance.trim(), group: group.trim() };
    const name = vmName.trim();
    setAnswer(null);
    setAnswer(await restoreAsOther(simulation, name === '' ? wish : { ...wish, vmName: name }));
  };
  const unknown = answer?.kind === 'unknown' ? answer.what : null;
  return (
    <div role="group" aria-label={strings.restore} className={styles.root}>
      <SuggestField
        label={strings.machine}
        problem={unknown === 'machine' ? strings.noMachine : undefined}
        onFocus={look}
        offers={state === null ? [] : machineOffers(state, order.instance)}
        value={order.instance}
        onChange={(instance) => setOrder({ ...order, instance })}
      />
      <SuggestField
        label={strings.group}
        problem={unknown === 'group' ? strings.noGroup : undefined}
        onFocus={look}
        offers={state === null ? [] : groupOffers(state, order.instance, order.group)}
        value={order.group}
        onChange={(group) => setOrder({ ...order, group })}
      />
      <Field label={strings.newName} size="small" hint={strings.newNameHint}>
        <Input
          value={order.vmName}
          onChange={(_, { value }) => setOrder({ ...order, vmName: value })}
        />
      </Field>
      <Button size="small" className={styles.button} onClick={() => void submit()}>
        {strings.doRestore}
      </Button>
      <Remark isAnswer>{answerText(answer)}</Remark>
    </div>
  );
}
