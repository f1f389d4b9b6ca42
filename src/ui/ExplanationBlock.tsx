import { makeStyles, tokens } from '@fluentui/react-components';
import { Open16Regular } from '@fluentui/react-icons/svg/open';
import type { ReactNode } from 'react';
import { wizard } from '#src/strings/wizard.ts';
import type { Explanation, Reason } from '#src/ui/explanation.ts';
import { FactLines } from '#src/ui/FactLines.tsx';
import { InsteadButton } from '#src/ui/InsteadButton.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';

const words = wizard.explain;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalL,
    marginBlock: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground3,
    // Only forced colors draw this edge, where the tint is gone.
    border: `1px solid ${tokens.colorTransparentStroke}`,
    ':focus': { outlineStyle: 'none' },
  },
  sign: { verticalAlign: 'text-bottom' },
});

/** What stands beside the button already, and isn't repeated. */
export type Beside = 'rule' | 'ruleAndSource';

export interface ExplanationBlockProps {
  readonly explanation: Explanation;
  readonly id?: string;
  /** What it explains; one that is named takes the focus as it opens. */
  readonly label?: string;
  /** Called when the way out was taken, so that the explanation can go. */
  readonly onApplied?: () => void;
  /** The id of what takes the focus where the field that was changed is elsewhere. */
  readonly focusAfter?: string | undefined;
  readonly beside?: Beside | undefined;
}

/** Why something is so: what to choose instead, then rules, facts and documents. */
export function ExplanationBlock({
  explanation,
  id,
  label,
  onApplied,
  focusAfter,
  beside,
}: ExplanationBlockProps) {
  const styles = useStyles();
  const { reasons, instead } = explanation;
  const opened = label !== undefined && {
    role: 'group',
    'aria-label': label,
    tabIndex: -1,
    ref: takeFocus,
  };
  return (
    <div id={id} className={styles.root} {...opened}>
      {instead !== null && <InsteadButton {...{ instead, focusAfter, onApplied }} />}
      {reasons.map((reason) => (
        <KeyFacts key={reason.rule} facts={lines(reason, beside)} />
      ))}
    </div>
  );
}

function takeFocus(block: HTMLElement | null): void {
  block?.focus();
}

function lines(
  { id, rule, facts, sources }: Reason,
  beside: Beside | undefined,
): [string, ReactNode][] {
  return [
    ...(beside === undefined ? [line(words.rule, rule)] : []),
    ...(facts.length === 0 ? [] : [factLine(facts)]),
    ...(beside === 'ruleAndSource' ? [] : [line(words.source, sources.join('; '))]),
    ...(id === null ? [] : [ruleLine(id)]),
  ];
}

const line = (term: string, text: string): [string, ReactNode] => [term, text];

function factLine(facts: Reason['facts']): [string, ReactNode] {
  return [words.fact, <FactLines key="facts" facts={facts} />];
}

function ruleLine(id: string): [string, ReactNode] {
  return [words.constraint, <RuleLink key="id" id={id} />];
}

/** The rule's own page, in a tab of its own: what is being filled in stays in view. */
function RuleLink({ id }: { readonly id: string }) {
  return (
    <RouterLink
      to="/rules"
      search={{ rule: id }}
      target="_blank"
      preload={false}
      aria-label={words.inNewTab(id)}
    >
      {id} <Open16Regular className={useStyles().sign} />
    </RouterLink>
  );
}
