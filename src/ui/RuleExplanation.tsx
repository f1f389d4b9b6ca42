import { makeStyles, tokens } from '@fluentui/react-components';
import { wizard } from '#src/strings/wizard.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';

const words = wizard.explain;

const useStyles = makeStyles({
  root: {
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    padding: tokens.spacingHorizontalL,
    marginBlock: tokens.spacingVerticalM,
  },
});

export interface RuleExplanationProps {
  readonly say: string;
  readonly sources: readonly string[];
  /** The fact that makes the rule speak, with its value. */
  readonly fact?: string | undefined;
}

/** Why something is so: the rule, the fact, and the document that says it. */
export function RuleExplanation({ say, sources, fact }: RuleExplanationProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <KeyFacts
        facts={[
          [words.rule, say],
          ...(fact === undefined ? [] : [[words.fact, fact] as const]),
          [words.source, sources.join('; ')],
        ]}
      />
    </div>
  );
}
