import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Fault } from '#src/mocks/faults/fault.ts';
import { Choice } from '#src/mocks/panel/Choice.tsx';
import {
  customEffects,
  customFault,
  type CustomForm,
  type CustomProblems,
  customStatuses,
  detailOf,
  groups,
} from '#src/mocks/panel/custom-fault.ts';
import { routes } from '#src/mocks/routes.ts';
import { simulation } from '#src/strings/simulation.ts';

const strings = simulation.custom;

const useStyles = makeStyles({
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
  { value: '', text: simulation.anyRequest },
  ...groups.map((value) => ({ value, text: simulation.groups[value] })),
  ...[...new Set(routes.map(({ operation }) => operation))]
    .toSorted()
    .map((operation) => ({ value: operation, text: operation })),
];
const effects = customEffects.map((value) => ({ value, text: strings.effects[value] }));
const blank: CustomForm = { operation: '', effect: 'status', detail: '503', times: '1' };

interface CustomFaultFormProps {
  /** The name that the fault gets. */
  readonly id: string;
  readonly onAdd: (fault: Fault) => void;
}

/** A fault that the catalogue does not have: which requests, what happens, how often. */
export function CustomFaultForm({ id, onAdd }: CustomFaultFormProps) {
  const styles = useStyles();
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
    <div role="group" aria-label={strings.title} className={styles.root}>
      <h4 className={styles.title}>{strings.title}</h4>
      <Choice
        label={strings.operation}
        problem={problems.operation && strings.problems[problems.operation]}
        options={operations}
        value={form.operation}
        onChange={(operation) => change({ operation })}
      />
      <Choice
        label={strings.effect}
        options={effects}
        value={form.effect}
        onChange={(effect) =>
          change({ effect, detail: detailOf(effect) === detail ? form.detail : '' })
        }
      />
      <div className={styles.pair}>
        {detail !== null && (
          <Field
            label={strings.details[detail]}
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
          label={strings.times}
          size="small"
          hint={strings.timesHint}
          validationMessage={problems.times && strings.problems[problems.times]}
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
        {strings.add}
      </Button>
    </div>
  );
}

function problemOf(detail: NonNullable<CustomProblems['detail']>): string {
  return detail === 'status' ? strings.problems.status(customStatuses) : strings.problems[detail];
}
