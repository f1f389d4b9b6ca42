import { makeStyles, tokens } from '@fluentui/react-components';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { InsteadButton } from '#src/ui/InsteadButton.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Why } from '#src/ui/Why.tsx';
import { errorWords, explain, explainRules } from '#src/wizard/draft/rule-words.ts';
import { placeOf } from '#src/wizard/draft/step-ids.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  second: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface FindingProps {
  readonly rule: CatalogueRule;
  readonly view: DraftView;
  /** The id of the heading above, which takes the focus when the finding goes away. */
  readonly headingId: string;
  readonly goTo: GoTo;
  /** It refuses the restore: what to choose instead stands beside it. */
  readonly isRefused?: boolean;
}

/** What a rule says, who says so, what to choose instead of what it refuses, and the way to its field. */
export function Finding({ rule, view, headingId, goTo, isRefused = false }: FindingProps) {
  const styles = useStyles();
  const { rule: words, sources } = explain(rule);
  const place = placeOf(rule);
  const instead = isRefused ? errorWords(view).explainError(rule.id)?.().instead : undefined;
  return (
    <div className={styles.root}>
      <div>
        <div>{words}</div>
        {instead && <InsteadButton size="small" instead={instead} focusAfter={headingId} />}
        <div className={styles.second}>
          <Why
            ask={wizard.answers.whyRule(words)}
            explain={() => explainRules(view, [rule])}
            focusAfter={headingId}
          >
            {sources.join('; ')}
          </Why>
        </div>
      </div>
      {place !== null && (
        <LinkButton onClick={() => goTo(place.step, place.field)}>
          {submission.goTo(wizard.step[place.step])}
        </LinkButton>
      )}
    </div>
  );
}
