import { makeStyles, tokens } from '@fluentui/react-components';
import { addressOf } from '#src/pages/rules/documents.ts';
import type { RuleSource } from '#src/rules/rule.ts';
import { sourceLine } from '#src/strings/rule-source.ts';
import { OutsideLink } from '#src/ui/OutsideLink.tsx';

const useStyles = makeStyles({
  // So far apart, one link is not pressed for the other.
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** Each document with heading and date; where its page is known, that is a link. */
export function RuleSources({ sources }: { readonly sources: readonly RuleSource[] }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {sources.map((source) => {
        const line = sourceLine(source);
        const address = addressOf(source);
        return (
          <span key={line}>
            {address === null ? line : <OutsideLink href={address}>{line}</OutsideLink>}
          </span>
        );
      })}
    </div>
  );
}
