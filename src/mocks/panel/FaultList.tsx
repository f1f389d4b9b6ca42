import {
  Button,
  Field,
  Input,
  makeStyles,
  Switch,
  tokens,
  useId,
} from '@fluentui/react-components';
import { startTransition, useOptimistic, useState } from 'react';
import { faultCatalogue } from '#src/mocks/faults/catalogue.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';
import {
  customEffects,
  customFault,
  type CustomForm,
  type CustomProblems,
  customStatuses,
  detailOf,
  effectText,
  type FaultRow,
  faultRows,
  freeId,
  groups,
  joined,
  leftText,
  targetText,
} from '#src/mocks/panel/faults.ts';
import { OpenButton, Part, Remark } from '#src/mocks/panel/parts.tsx';
import { useSlice } from '#src/mocks/panel/source.ts';
import type { WorldSource } from '#src/mocks/panel/watch-world.ts';
import { routes } from '#src/mocks/routes.ts';
import { simulation as strings } from '#src/strings/simulation.ts';
import { Select } from '#src/ui/fields/Select.tsx';

const words = strings.custom;

const useCustomFaultFormStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBlockStart: tokens.spacingVerticalS,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalS,
  },
  number: { minWidth: 0 },
  button: { alignSelf: 'flex-start' },
});

const operations = [
  { value: '', text: strings.anyRequest },
  ...groups.map((value) => ({ value, text: strings.groups[value] })),
  ...[...new Set(routes.map(({ operation }) => operation))]
    .toSorted()
    .map((operation) => ({ value: operation, text: operation })),
];
const effects = customEffects.map((value) => ({ value, text: words.effects[value] }));
const blank: CustomForm = { operation: '', effect: 'status', detail: '503', times: '1' };

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly problem?: string | undefined;
  readonly options: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** One of a short list. */
function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const id = useId('choice');
  const entries = props.options.map(({ value, text }) => ({
    value,
    label: text,
    isRefused: false,
    content: text,
  }));
  return (
    <Field label={props.label} size="small" validationMessage={props.problem}>
      {(field) => (
        <Select
          {...field}
          id={id}
          chosen={entries.find(({ value }) => value === props.value) ?? null}
          entries={() => entries}
          onChoose={(chosen) => {
            const next = props.options.find(({ value }) => value === chosen);
            if (next !== undefined) props.onChange(next.value);
          }}
        />
      )}
    </Field>
  );
}

interface CustomFaultFormProps {
  /** The name that the fault gets. */
  readonly id: string;
  readonly onAdd: (fault: Fault) => void;
}

/** A fault that the catalogue does not have: which requests, what happens, how often. */
function CustomFaultForm({ id, onAdd }: CustomFaultFormProps) {
  const styles = useCustomFaultFormStyles();
  const [form, setForm] = useState(blank);
  const [problems, setProblems] = useState<CustomProblems>({});
  const change = (part: Partial<CustomForm>) => setForm({ ...form, ...part });
  const detail = detailOf(form.effect);
  const submit = () => {
    const made = customFault(form, id);
    setProblems(made.ok ? {} : made.reason);
    if (made.ok) onAdd(made.value);
  };
  return (
    <div role="group" aria-label={words.title} className={styles.root}>
      <h4 className={styles.title}>{words.title}</h4>
      <Choice
        label={words.operation}
        problem={problems.operation && words.problems[problems.operation]}
        options={operations}
        value={form.operation}
        onChange={(operation) => change({ operation })}
      />
      <Choice
        label={words.effect}
        options={effects}
        value={form.effect}
        onChange={(effect) =>
          change({ effect, detail: detailOf(effect) === detail ? form.detail : '' })
        }
      />
      <div className={styles.pair}>
        {detail !== null && (
          <Field
            label={words.details[detail]}
            size="small"
            validationMessage={problems.detail && problemOf(problems.detail)}
          >
            <Input
              className={styles.number}
              inputMode="numeric"
              value={form.detail}
              onChange={(_, { value }) => change({ detail: value })}
            />
          </Field>
        )}
        <Field
          label={words.times}
          size="small"
          hint={words.timesHint}
          validationMessage={problems.times && words.problems[problems.times]}
        >
          <Input
            className={styles.number}
            inputMode="numeric"
            value={form.times}
            onChange={(_, { value }) => change({ times: value })}
          />
        </Field>
      </div>
      <Button size="small" className={styles.button} onClick={submit}>
        {words.add}
      </Button>
    </div>
  );
}

function problemOf(detail: NonNullable<CustomProblems['detail']>): string {
  return detail === 'status' ? words.problems.status(customStatuses) : words.problems[detail];
}

const useFaultSwitchStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  switch: { flexGrow: 1, minWidth: 0 },
  label: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  left: { flexShrink: 0 },
});

interface FaultSwitchProps {
  readonly row: FaultRow;
  /** Resolves when the row says what has become of it. */
  readonly onChange: () => Promise<void>;
}

/** One fault: what it does, which requests it meets, how often yet, and whether it is on. */
function FaultSwitch({ row, onChange }: FaultSwitchProps) {
  const styles = useFaultSwitchStyles();
  // A press shows at once: storing it takes a moment.
  const [isOn, setIsOn] = useOptimistic(row.state === 'on');
  const press = () =>
    startTransition(async () => {
      setIsOn(!isOn);
      await onChange();
    });
  const leftId = useId('fault-left');
  return (
    <li className={styles.root}>
      <Switch
        className={styles.switch}
        checked={isOn}
        aria-describedby={leftId}
        onChange={press}
        label={{
          children: (
            <span className={styles.label}>
              <span>{effectText(row.fault)}</span>{' '}
              <span className={styles.quiet}>{targetText(row.fault)}</span>
            </span>
          ),
        }}
      />
      <span id={leftId} className={`${styles.quiet} ${styles.left}`}>
        {leftText(row)}
      </span>
    </li>
  );
}

const useStyles = makeStyles({ list: { listStyleType: 'none', margin: 0, padding: 0 } });

interface FaultListProps {
  readonly world: WorldSource;
  readonly onAdd: (fault: Fault) => Promise<void>;
  readonly onRemove: (id: string) => Promise<void>;
}

/** What goes wrong, as switches: those that are on, or all that there are. */
export function FaultList({ world, onAdd, onRemove }: FaultListProps) {
  const styles = useStyles();
  const active = useSlice(world, ({ faults }) => faults);
  const met = useSlice(world, (state) => state.met);
  const [areAllShown, setAreAllShown] = useState(false);
  const all = joined(faultCatalogue, met);
  const rows = faultRows(areAllShown ? all : met, active);
  const on = rows.filter(({ state }) => state === 'on').length;
  const change = async ({ fault, state }: FaultRow): Promise<void> => {
    // One that is used up is still there: it goes before it comes again.
    if (state !== 'off') await onRemove(fault.id);
    if (state !== 'on') await onAdd(fault);
    await world.refresh();
  };
  return (
    <Part
      title={strings.faults}
      action={
        <OpenButton isOpen={areAllShown} onChange={setAreAllShown}>
          {strings.allFaults(all.length)}
        </OpenButton>
      }
    >
      <Remark>{on === 0 ? strings.noFaults : strings.faultsOn(on)}</Remark>
      {rows.length > 0 && (
        <ul className={styles.list}>
          {rows.map((row) => (
            <FaultSwitch key={row.fault.id} row={row} onChange={() => change(row)} />
          ))}
        </ul>
      )}
      {areAllShown && <CustomFaultForm id={freeId(met)} onAdd={(fault) => void onAdd(fault)} />}
    </Part>
  );
}
