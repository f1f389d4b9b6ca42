import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { StepId } from '#src/rules/step-of.ts';
import { constraints } from '#src/strings/constraints.ts';
import { wizard } from '#src/strings/wizard.ts';
import { Status } from '#src/ui/Status.tsx';
import { UnknownFact } from '#src/ui/UnknownFact.tsx';
import { Why } from '#src/ui/Why.tsx';
import { explainHidden } from '#src/wizard/draft/explain-hidden.ts';
import { hiddenFields, notesOfStep, uncheckedOfStep } from '#src/wizard/draft/step-notes.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import { waitingRules } from '#src/wizard/draft/unknown-fact.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { RuleNote } from '#src/wizard/RuleNote.tsx';

const words = wizard.answers;

const useStyles = makeStyles({
  root: { marginTop: tokens.spacingVerticalXL },
  summary: { cursor: 'pointer', paddingBlock: tokens.spacingVerticalXS },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

export interface StepAnswersProps {
  readonly step: StepId;
  readonly view: DraftView;
  readonly goTo: GoTo;
}

/** At the end of a step, folded up: what is not here and why, and all that the rules say here. */
export function StepAnswers({ step, view, goTo }: StepAnswersProps) {
  const styles = useStyles();
  const hidden = hiddenFields(view, step);
  const notes = notesOfStep(view, step);
  const unchecked = waitingRules(uncheckedOfStep(view, step), view, goTo);
  return (
    <div className={styles.root}>
      <Folded title={words.hidden(hidden.length)} count={hidden.length}>
        {() =>
          hidden.map(({ field, rules }) => (
            <li key={field}>
              <Why
                ask={words.whyNo(constraints.fields[field])}
                label={words.whyNo(constraints.fields[field])}
                explain={() => explainHidden(view, field, rules)}
              />
            </li>
          ))
        }
      </Folded>
      <Folded
        title={words.notes(notes.length, unchecked.length)}
        count={notes.length + unchecked.length}
      >
        {() => [
          ...unchecked.map(({ unknown }) => (
            <li key={unknown.why}>
              <Status tone="unknown">
                <UnknownFact unknown={unknown} />
              </Status>
            </li>
          )),
          ...notes.map((rule) => <RuleNote key={rule.id} rule={rule} view={view} />),
        ]}
      </Folded>
    </div>
  );
}

interface FoldedProps {
  readonly title: string;
  readonly count: number;
  /** Drawn only when it is open: nobody waits for what nobody has asked for. */
  readonly children: () => ReactNode;
}

/** A list behind its title; nothing where it is empty. */
function Folded({ title, count, children }: FoldedProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  if (count === 0) return null;
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className={styles.summary}>{title}</summary>
      {isOpen && <ul className={styles.list}>{children()}</ul>}
    </details>
  );
}
