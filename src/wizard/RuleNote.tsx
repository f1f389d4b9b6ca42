import { makeStyles, tokens } from '@fluentui/react-components';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import { constraints } from '#src/strings/constraints.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Explanation } from '#src/ui/explanation.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { Why } from '#src/ui/Why.tsx';
import { explain } from '#src/wizard/draft/rule-words.ts';

const useStyles = makeStyles({
  root: { paddingBlock: tokens.spacingVerticalXS },
  kind: { fontWeight: tokens.fontWeightSemibold },
  source: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

const TONES: Readonly<Record<CatalogueRule['kind'], Tone>> = {
  block: 'failed',
  'require-field': 'waiting',
  warn: 'warning',
  default: 'done',
  info: 'waiting',
  checklist: 'waiting',
  'hide-field': 'waiting',
};

export interface RuleNoteProps {
  readonly rule: CatalogueRule;
  /** Why it says so. */
  readonly why: () => Explanation;
}

/** What a rule says here, who says so, and why it does. */
export function RuleNote({ rule, why }: RuleNoteProps) {
  const styles = useStyles();
  const { rule: text, sources } = explain(rule);
  return (
    <li className={styles.root}>
      <Status tone={TONES[rule.kind]}>
        <span className={styles.kind}>{wizard.answers.kind(constraints.kinds[rule.kind])}</span>{' '}
        {text}
      </Status>
      <div className={styles.source}>
        <Why ask={wizard.answers.whyRule(text)} explain={why}>
          {sources.join('; ')}
        </Why>
      </div>
    </li>
  );
}
