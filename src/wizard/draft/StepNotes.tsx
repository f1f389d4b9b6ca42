import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { wizard } from '#src/strings/wizard.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { focusField } from '#src/ui/dom.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import { bringsBack, type Transitions } from '#src/wizard/draft/transitions.ts';
import { type ChosenText, clearedFieldLine } from '#src/wizard/fields/field-words.ts';
import { stepWith, type TaskSteps } from '#src/wizard/steps/task-steps.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    ':not(:empty)': { marginBottom: tokens.spacingVerticalL },
  },
});

interface ClearedFieldsProps {
  readonly step: string;
  readonly steps: TaskSteps;
  readonly draft: Draft;
  readonly chosenText: ChosenText;
  readonly transitions: Transitions;
}

interface StepNotesProps extends ClearedFieldsProps {
  /** Other notes on this step. */
  readonly children?: ReactNode;
}

/** The notes of a draft above a step: what was cleared, and what else applies. */
export function StepNotes({ children, ...props }: StepNotesProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <ClearedFields {...props} />
      {children}
    </div>
  );
}

/** What an earlier change cleared of this step, in one message. */
function ClearedFields({ step, steps, draft, chosenText, transitions }: ClearedFieldsProps) {
  const lost = draft.takenBack.filter(({ field }) => stepWith(steps, field) === step);
  if (lost.length === 0) return null;
  const undo = bringsBack(draft.takenBack);
  return (
    <Notice
      intent="warning"
      title={wizard.takenBack.title}
      actions={
        undo === null ? undefined : (
          <Button
            onClick={() => {
              // The field holds its choice again before the focus goes to it.
              flushSync(() => changeChoices(transitions, draft.id, undo));
              focusField(lost[0]?.field ?? '');
            }}
          >
            {wizard.takenBack.undo}
          </Button>
        )
      }
    >
      <ul>
        {lost.map((one) => (
          <li key={one.field}>{clearedFieldLine(one, chosenText)}</li>
        ))}
      </ul>
    </Notice>
  );
}
