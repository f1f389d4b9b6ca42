import { makeStyles, tokens } from '@fluentui/react-components';
import { fieldLabels, kindLabels } from '#src/strings/rule-labels.ts';
import { wizard } from '#src/strings/wizard.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { UnknownFact } from '#src/ui/UnknownFact.tsx';
import { Why } from '#src/ui/Why.tsx';
import { explain, explainHidden, explainRules } from '#src/wizard/explain/rule-words.ts';
import { hiddenFields, notesOfStep, uncheckedOfStep } from '#src/wizard/explain/step-notes.ts';
import type { GoTo } from '#src/datasources/datasource.ts';
import { waitingRules } from '#src/wizard/explain/unknown-fact.ts';
import type { View, ViewModel } from '#src/wizard/explain/view.ts';
import type { Rule } from '#src/rules/rule.ts';
import type { Explanation } from '#src/ui/explanation.ts';
import { type ReactNode, useState } from 'react';

const words = wizard.answers;

const useStyles = makeStyles({
  root: { marginTop: tokens.spacingVerticalXL },
  line: { paddingBlock: tokens.spacingVerticalXS },
});

export interface StepAnswersProps<Reads> {
  readonly step: string;
  readonly view: View<Reads>;
  readonly goTo: GoTo;
}

/** At the end of a step, folded up: what is not here and why, and all that the rules say here. */
export function StepAnswers<Reads>({ step, view, goTo }: StepAnswersProps<Reads>) {
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
                ask={words.whyNo(fieldLabels[field])}
                label={words.whyNo(fieldLabels[field])}
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
            <RuleNote
              key={rule.id}
              rule={rule}
              model={view.model}
              why={() => explainRules(view, [rule])}
            />
          )),
        ]}
      </Folded>
    </div>
  );
}

const TONES: Readonly<Record<Rule['kind'], Tone>> = {
  block: 'failed',
  'require-field': 'waiting',
  warn: 'warning',
  default: 'done',
  info: 'waiting',
  checklist: 'waiting',
  'hide-field': 'waiting',
};

interface RuleNoteProps {
  readonly rule: Rule;
  readonly model: Pick<ViewModel<never>, 'textOf'>;
  /** Why it says so. */
  readonly why: () => Explanation;
}

/** What a rule says here, who says so, and why it does. */
function RuleNote({ rule, model, why }: RuleNoteProps) {
  const styles = useStyles();
  const { strong, second } = useCommonStyles();
  const { rule: text, sources } = explain(model, rule);
  return (
    <li className={styles.line}>
      <Status tone={TONES[rule.kind]}>
        <span className={strong}>{words.kind(kindLabels[rule.kind])}</span> {text}
      </Status>
      <div className={second}>
        <Why ask={words.whyRule(text)} explain={why}>
          {sources.join('; ')}
        </Why>
      </div>
    </li>
  );
}

interface FoldedProps {
  readonly title: string;
  readonly count: number;
  /** Rendered only when it is open. */
  readonly children: () => ReactNode;
}

/** A list behind its title; nothing where it is empty. */
function Folded({ title, count, children }: FoldedProps) {
  const styles = useStyles();
  const { plainList } = useCommonStyles();
  const [isOpen, setIsOpen] = useState(false);
  if (count === 0) return null;
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className={styles.line}>{title}</summary>
      {isOpen && <ul className={plainList}>{children()}</ul>}
    </details>
  );
}
