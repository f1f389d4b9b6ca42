import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import type { RuleEntry } from '#src/pages/rules/entries.ts';
import { alternativeOf, withAlternative } from '#src/rules/options.ts';
import { catalogueSet } from '#src/rules/catalogue.ts';
import { type ExampleResult, resultIn } from '#src/rules/examples.ts';
import type { Example } from '#src/rules/baseline.ts';
import type { RuleKind } from '#src/rules/rule.ts';
import { settleChoices } from '#src/rules/settle.ts';
import { readWords, ruleExample as words } from '#src/strings/constraints.ts';
import { wizard } from '#src/strings/wizard.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground3,
    // Only forced colors draw this edge, where the tint is gone.
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  state: { fontWeight: tokens.fontWeightSemibold },
  say: { margin: `${tokens.spacingVerticalXS} 0 0` },
});

export interface ExampleVerdictProps {
  readonly entry: RuleEntry;
  readonly example: Example;
  /** Takes the example in which the alternative was chosen. */
  readonly onInstead: (example: Example) => void;
}

/** What a constraint answers about an example, read out whenever that changes, and the way out. */
export function ExampleVerdict({ entry, example, onInstead }: ExampleVerdictProps) {
  const styles = useStyles();
  const verdict = useRef<HTMLDivElement>(null);
  const { rule, say } = entry;
  const status = resultIn(rule, example);
  const instead = status.state === 'speaks' ? insteadIn(entry, example) : null;
  return (
    <div className={styles.root}>
      <div role="status" tabIndex={-1} ref={verdict}>
        <span className={styles.state}>
          <Status tone={toneOf(status, rule.kind)}>{words.verdict[status.state]}</Status>
        </span>
        <p className={styles.say}>{verdictText(status, say)}</p>
      </div>
      {instead !== null && rule.instead !== undefined && (
        <Button
          onClick={() => {
            onInstead(instead);
            // The button disappears with the error, so focus moves to the new verdict.
            verdict.current?.focus();
          }}
        >
          {wizard.explain.doInstead(rule.instead.label)}
        </Button>
      )}
    </div>
  );
}

/** The example with the alternative chosen, and with what the form does of itself then. */
function insteadIn({ rule }: RuleEntry, { facts, choices }: Example): Example | null {
  const alternative = alternativeOf(rule, facts, choices, catalogueSet);
  if (alternative === null) return null;
  const chosen = withAlternative(alternative, { facts, choices });
  return { ...chosen, choices: settleChoices(chosen.facts, chosen.choices, catalogueSet).choices };
}

function verdictText(status: ExampleResult, say: string): string {
  if (status.state === 'speaks') return say;
  if (status.state === 'silent') return words.silentBody;
  return readWords(status.fact).sentence(undefined);
}

function toneOf({ state }: ExampleResult, kind: RuleKind): Tone {
  if (state === 'silent') return 'waiting';
  if (state === 'not checked') return 'unknown';
  if (kind === 'warn') return 'warning';
  return kind === 'block' || kind === 'require-field' ? 'impossible' : 'done';
}
