import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { GoTo } from '#src/datasources/datasource.ts';
import { labelOf } from '#src/rules/fields.ts';
import type { Rule } from '#src/rules/rule.ts';
import { kindLabels } from '#src/strings/rule-source.ts';
import { wizard } from '#src/strings/wizard.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { type Explanation, UnknownFact, Why } from '#src/ui/explanation.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import {
  explain,
  explainHidden,
  explainRules,
  hiddenInStep,
  notesOfStep,
  uncheckedOfStep,
} from '#src/wizard/explain/findings.ts';
import { waitingRules } from '#src/wizard/explain/unknown.ts';
import type { View } from '#src/wizard/explain/view.ts';

const words = wizard.answers;

const useStyles = makeStyles({
  // The list of the last field opens below it, and needs room there.
  root: { marginTop: tokens.spacingVerticalXL, marginBottom: '56px' },
  line: { paddingBlock: tokens.spacingVerticalXS },
});

/** What a step asks besides, in its fold. */
export interface OwnPart {
  readonly title: string;
  readonly content: ReactNode;
  /** It is of use at once: the fold is open when one comes. */
  readonly isOpen: boolean;
}

interface AdvancedProps<Reads> {
  readonly step: string;
  readonly view: View<Reads>;
  readonly goTo: GoTo;
  readonly own?: OwnPart | undefined;
}

interface Part {
  readonly title: string;
  /** Rendered only when the fold is open. */
  readonly items: () => readonly ReactNode[];
}

/** At the end of a step, folded up: what else it asks, what is not here and why, and all that the rules say here. */
export function Advanced<Reads>({ step, view, goTo, own }: AdvancedProps<Reads>) {
  const styles = useStyles();
  const { plainList, strong, second } = useCommonStyles();
  const [isOpen, setIsOpen] = useState(own?.isOpen ?? false);
  const parts = partsOf({ step, view, goTo });
  const titles = [...(own ? [own.title] : []), ...parts.map(({ title }) => title)];
  if (titles.length === 0) return null;
  return (
    <details
      className={styles.root}
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary className={styles.line}>
        <span className={strong}>{words.advanced}</span>{' '}
        <span className={second}>{titles.join(' · ')}</span>
      </summary>
      {own && <TitledPart title={own.title}>{own.content}</TitledPart>}
      {isOpen &&
        parts.map(({ title, items }) => (
          <TitledPart key={title} title={title}>
            <ul className={plainList}>{items()}</ul>
          </TitledPart>
        ))}
    </details>
  );
}

interface TitledPartProps {
  readonly title: string;
  readonly children: ReactNode;
}

function TitledPart({ title, children }: TitledPartProps) {
  return (
    <section aria-label={title} className={useStyles().line}>
      <SectionHeading level={3}>{title}</SectionHeading>
      {children}
    </section>
  );
}

/** What the rules say of a step, in parts; none of them is empty. */
function partsOf<Reads>({ step, view, goTo }: AdvancedProps<Reads>): readonly Part[] {
  const hidden = hiddenInStep(view, step);
  const notes = notesOfStep(view, step);
  const unchecked = waitingRules(uncheckedOfStep(view, step), view, goTo);
  const absent: Part = {
    title: words.hidden(hidden.length),
    items: () =>
      hidden.map(({ field, rules }) => (
        <li key={field}>
          <Why
            ask={words.whyNo(labelOf(field))}
            label={words.whyNo(labelOf(field))}
            explain={() => explainHidden(view, field, rules)}
          />
        </li>
      )),
  };
  const rulesHere: Part = {
    title: words.notes(notes.length, unchecked.length),
    items: () => [
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
    ],
  };
  return [
    ...(hidden.length > 0 ? [absent] : []),
    ...(notes.length + unchecked.length > 0 ? [rulesHere] : []),
  ];
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
  /** Why it says so. */
  readonly why: () => Explanation;
}

/** What a rule says here, who says so, and why it does. */
function RuleNote({ rule, why }: RuleNoteProps) {
  const styles = useStyles();
  const { strong, second } = useCommonStyles();
  const { rule: text, sources } = explain(rule);
  return (
    <li className={styles.line}>
      <Status tone={TONES[rule.kind]}>
        <span className={strong}>{words.kind(kindLabels[rule.kind])}</span> {text}
      </Status>
      <div className={second}>
        <Why ask={words.whyRule(text)} explain={why} beside="ruleAndSource">
          {sources.join('; ')}
        </Why>
      </div>
    </li>
  );
}
