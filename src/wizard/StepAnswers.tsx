import { makeStyles, tokens } from '@fluentui/react-components';
import type { StepId } from '#src/rules/step-of.ts';
import { constraints } from '#src/strings/constraints.ts';
import { wizard } from '#src/strings/wizard.ts';
import { Status } from '#src/ui/Status.tsx';
import { UnknownFact } from '#src/ui/UnknownFact.tsx';
import { Why } from '#src/ui/Why.tsx';
import { explainHidden } from '#src/wizard/draft/explain-hidden.ts';
import { hiddenFields, notesOfStep, uncheckedOfStep } from '#src/wizard/draft/step-notes.ts';
import { explainRules } from '#src/wizard/draft/rule-words.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import { waitingRules } from '#src/wizard/draft/unknown-fact.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { Folded } from '#src/wizard/Folded.tsx';
import { RuleNote } from '#src/wizard/RuleNote.tsx';

const words = wizard.answers;

const useStyles = makeStyles({
  root: { marginTop: tokens.spacingVerticalXL },
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
          ...notes.map((rule) => (
            <RuleNote key={rule.id} rule={rule} why={() => explainRules(view, [rule])} />
          )),
        ]}
      </Folded>
    </div>
  );
}
