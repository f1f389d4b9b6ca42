import { Button, Field, Input, makeStyles, tokens, useId } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import {
  deleteAsOther,
  groupOffers,
  machineOffers,
  type Offer,
  type OthersRestore,
  powerAsOther,
  presentState,
  removableOffers,
  restoreAsOther,
} from '#src/mocks/panel/as-another-person.ts';
import { shortId } from '#src/mocks/panel/log-lines.ts';
import { OpenButton, Part, Remark } from '#src/mocks/panel/parts.tsx';
import type { Simulation } from '#src/mocks/simulation.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { simulation as words } from '#src/strings/simulation.ts';

const strings = words.others;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What another person may do in the same Azure while one looks on. */
export function AnotherUser({ simulation }: { readonly simulation: Simulation }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Part
      title={strings.title}
      action={
        <OpenButton isOpen={isOpen} onChange={setIsOpen}>
          {strings.open}
        </OpenButton>
      }
    >
      {isOpen && (
        <>
          <Remark>{strings.about}</Remark>
          <RestoreAsOther simulation={simulation} />
          <PowerAsOther simulation={simulation} />
          <DeleteResource simulation={simulation} />
        </>
      )}
    </Part>
  );
}

/** One thing to do: its fields, its buttons, and what came of it. */
function Errand(props: {
  readonly label: string;
  readonly buttons: readonly { readonly text: string; readonly press: () => Promise<void> }[];
  readonly answer: string;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div role="group" aria-label={props.label} className={styles.root}>
      {props.children}
      <div className={styles.buttons}>
        {props.buttons.map(({ text, press }) => (
          <Button key={text} size="small" onClick={() => void press()}>
            {text}
          </Button>
        ))}
      </div>
      <Remark isAnswer>{props.answer}</Remark>
    </div>
  );
}

interface SuggestFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly simulation: Simulation;
  /** What of a world fits what was typed; the browser lists it. */
  readonly offers: (state: State) => readonly Offer[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Text with the browser's own list of what fits. */
function SuggestField(props: SuggestFieldProps) {
  const listId = useId('offers');
  // The world when the field got the focus: it only provides suggestions.
  const [state, setState] = useState<State | null>(null);
  return (
    <Field label={props.label} size="small" hint={props.hint} validationMessage={props.problem}>
      {(field) => (
        <>
          <Input
            {...field}
            list={listId}
            autoComplete="off"
            value={props.value}
            onFocus={() => void presentState(props.simulation).then(setState)}
            onChange={(_, { value }) => props.onChange(value)}
          />
          <datalist id={listId}>
            {(state === null ? [] : props.offers(state)).map(({ value, about }) => (
              <option key={value} value={value}>
                {about}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

function answerText(answer: OthersRestore | null): string {
  if (answer === null || answer.kind === 'unknown') return '';
  return answer.kind === 'accepted'
    ? strings.accepted(shortId(answer.jobId))
    : strings.refused(answer.reason);
}

/** A restore that another person asks for, of a machine and into a group. */
function RestoreAsOther({ simulation }: { readonly simulation: Simulation }) {
  const [order, setOrder] = useState({ instance: '', group: '', vmName: '' });
  const [answer, setAnswer] = useState<OthersRestore | null>(null);
  const submit = async () => {
    const { instance, group, vmName } = order;
    const wish = { instance: instance.trim(), group: group.trim() };
    const name = vmName.trim();
    setAnswer(null);
    setAnswer(await restoreAsOther(simulation, name === '' ? wish : { ...wish, vmName: name }));
  };
  const unknown = answer?.kind === 'unknown' ? answer.what : null;
  return (
    <Errand
      label={strings.restore}
      buttons={[{ text: strings.doRestore, press: submit }]}
      answer={answerText(answer)}
    >
      <SuggestField
        label={strings.machine}
        problem={unknown === 'machine' ? strings.noMachine : undefined}
        simulation={simulation}
        offers={(state) => machineOffers(state, order.instance)}
        value={order.instance}
        onChange={(instance) => setOrder({ ...order, instance })}
      />
      <SuggestField
        label={strings.group}
        problem={unknown === 'group' ? strings.noGroup : undefined}
        simulation={simulation}
        offers={(state) => groupOffers(state, order.instance, order.group)}
        value={order.group}
        onChange={(group) => setOrder({ ...order, group })}
      />
      <Field label={strings.newName} size="small" hint={strings.newNameHint}>
        <Input
          value={order.vmName}
          onChange={(_, { value }) => setOrder({ ...order, vmName: value })}
        />
      </Field>
    </Errand>
  );
}

/** A machine is shut down or started by another person, by its name. */
function PowerAsOther({ simulation }: { readonly simulation: Simulation }) {
  const [machine, setMachine] = useState('');
  const [answer, setAnswer] = useState('');
  const [isUnknown, setIsUnknown] = useState(false);
  const submit = async (isStopped: boolean) => {
    const wasThere = await powerAsOther(simulation, machine, isStopped);
    const text = isStopped ? strings.isDown : strings.isUp;
    setIsUnknown(!wasThere);
    setAnswer(wasThere ? text(machine.trim()) : '');
  };
  return (
    <Errand
      label={strings.power}
      buttons={[
        { text: strings.shutDown, press: () => submit(true) },
        { text: strings.start, press: () => submit(false) },
      ]}
      answer={answer}
    >
      <SuggestField
        label={strings.poweredMachine}
        problem={isUnknown ? strings.noMachineThere : undefined}
        simulation={simulation}
        offers={(state) => machineOffers(state, machine)}
        value={machine}
        onChange={setMachine}
      />
    </Errand>
  );
}

const nameIn = (id: string): string => id.trim().slice(id.trim().lastIndexOf('/') + 1);

/** Something is deleted by another person, by its id. */
function DeleteResource({ simulation }: { readonly simulation: Simulation }) {
  const [id, setId] = useState('');
  const [deleted, setDeleted] = useState<string | null>(null);
  const [isUnknown, setIsUnknown] = useState(false);
  const submit = async () => {
    const wasThere = await deleteAsOther(simulation, id);
    setIsUnknown(!wasThere);
    setDeleted(wasThere ? nameIn(id) : null);
    if (wasThere) setId('');
  };
  return (
    <Errand
      label={strings.remove}
      buttons={[{ text: strings.doRemove, press: submit }]}
      answer={deleted === null ? '' : strings.removed(deleted)}
    >
      <SuggestField
        label={strings.id}
        hint={strings.idHint}
        problem={isUnknown ? strings.noResource : undefined}
        simulation={simulation}
        offers={(state) => removableOffers(state, id)}
        value={id}
        onChange={setId}
      />
    </Errand>
  );
}
