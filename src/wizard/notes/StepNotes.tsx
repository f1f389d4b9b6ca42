import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { wizard } from '#src/strings/wizard.ts';
import { focusField } from '#src/ui/dom.ts';
import { Notice } from '#src/ui/Notice.tsx';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import { type ChosenText, takenBackLine } from '#src/wizard/draft/taken-back.ts';
import { bringsBack, type Transitions } from '#src/wizard/draft/transitions.ts';
import { stepWith, type TaskSteps } from '#src/wizard/steps/task-steps.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    ':not(:empty)': { marginBottom: tokens.spacingVerticalL },
  },
});

interface StepNotesProps extends TakenBackProps {
  /** Other notes on this step. */
  readonly children?: ReactNode;
}

/** The notes of a draft above a step: what was cleared, and what else applies. */
export function StepNotes({ children, ...props }: StepNotesProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <TakenBack {...props} />
      {children}
    </div>
  );
}

interface TakenBackProps {
  readonly step: string;
  readonly steps: TaskSteps;
  readonly draft: Draft;
  readonly chosenText: ChosenText;
  readonly transitions: Transitions;
}

/** What an earlier change cleared of this step, in one message. */
function TakenBack({ step, steps, draft, chosenText, transitions }: TakenBackProps) {
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
          <li key={one.field}>{takenBackLine(one, chosenText)}</li>
        ))}
      </ul>
    </Notice>
  );
}
