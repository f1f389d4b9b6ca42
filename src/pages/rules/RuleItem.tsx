import { makeStyles, tokens } from '@fluentui/react-components';
import type { RuleEntry } from '#src/pages/rules/entries.ts';
import { KindLabel } from '#src/pages/rules/KindLabel.tsx';
import { ruleFacts } from '#src/pages/rules/rule-facts.tsx';
import { constraints as words } from '#src/strings/constraints.ts';
import { inOurWords } from '#src/strings/azure-words.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { Marked } from '#src/ui/Marked.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { TIGHT_ONLY } from '#src/ui/styles.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '128px minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    breakInside: 'avoid',
    // What is out of view costs nothing; on paper all of it is in view.
    contentVisibility: 'auto',
    containIntrinsicBlockSize: 'auto 96px',
    '@media print': { contentVisibility: 'visible' },
    [TIGHT_ONLY]: { gridTemplateColumns: '128px minmax(0, 1fr)' },
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  second: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  id: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  facts: {
    // Its smaller lines stand on those beside them.
    paddingBlockStart: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    [TIGHT_ONLY]: { gridColumnStart: 2 },
  },
});

export interface RuleItemProps {
  readonly entry: RuleEntry;
  readonly typed: string;
}

/** A constraint in the list: what it says, about which field, and who says so. */
export function RuleItem({ entry, typed }: RuleItemProps) {
  const styles = useStyles();
  const { rule, say, fields } = entry;
  const search = `${typed} ${inOurWords(typed)}`;
  return (
    <div className={styles.root}>
      <KindLabel kind={rule.kind} />
      <div className={styles.words}>
        <span>
          <Marked text={say} search={search} />
        </span>
        <span className={styles.second}>
          <RouterLink to="/rules" search={{ rule: rule.id }} className={styles.id}>
            <Marked text={rule.id} search={search} />
          </RouterLink>{' '}
          <Marked text={words.about(fields)} search={search} />
        </span>
      </div>
      <div className={styles.facts}>
        <KeyFacts facts={ruleFacts(entry)} />
      </div>
    </div>
  );
}
