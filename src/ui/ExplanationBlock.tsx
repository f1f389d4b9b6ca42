import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { wizard } from '#src/strings/wizard.ts';
import type { Explanation, Reason } from '#src/ui/explanation.ts';
import { FactLines } from '#src/ui/FactLines.tsx';
import { focusField } from '#src/ui/focus-field.ts';
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
    // Only forced colours draw this edge, where the tint is gone.
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
});

export interface ExplanationBlockProps {
  readonly explanation: Explanation;
  readonly id?: string;
  /** Called when the way out was taken, so that the explanation can go. */
  readonly onApplied?: () => void;
  /** The id of what takes the focus where the field that was changed is elsewhere. */
  readonly focusAfter?: string | undefined;
}

/** Why something is so: rules, facts and documents, and what to choose instead. */
export function ExplanationBlock({
  explanation,
  id,
  onApplied,
  focusAfter,
}: ExplanationBlockProps) {
  const styles = useStyles();
  const { reasons, instead } = explanation;
  return (
    <div id={id} className={styles.root}>
      {reasons.map((reason) => (
        <KeyFacts key={reason.rule} facts={lines(reason)} />
      ))}
      {instead !== null && (
        <Button
          onClick={() => {
            // A field that the change brings up is there before the focus goes to it.
            flushSync(() => {
              instead.apply();
              onApplied?.();
            });
            if (!focusField(instead.field)) focusField(focusAfter ?? '');
          }}
        >
          {words.doInstead(instead.label)}
        </Button>
      )}
    </div>
  );
}

function lines({ id, rule, facts, sources }: Reason): [string, ReactNode][] {
  return [
    [words.rule, rule],
    ...(facts.length === 0 ? [] : [factLine(facts)]),
    [words.source, sources.join('; ')],
    ...(id === null ? [] : [ruleLine(id)]),
  ];
}

function factLine(facts: Reason['facts']): [string, ReactNode] {
  return [words.fact, <FactLines key="facts" facts={facts} />];
}

function ruleLine(id: string): [string, ReactNode] {
  return [words.constraint, <RuleLink key="id" id={id} />];
}

/** The rule's own page, in a tab of its own: what is being filled in stays in view. */
function RuleLink({ id }: { readonly id: string }) {
  return (
    <RouterLink to="/rules" search={{ rule: id }} target="_blank" preload={false}>
      {words.inNewTab(id)}
    </RouterLink>
  );
}
