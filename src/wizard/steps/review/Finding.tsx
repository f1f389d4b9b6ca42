import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { explain } from '#src/wizard/draft/rule-words.ts';
import { placeOf } from '#src/wizard/draft/step-ids.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';

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
  readonly goTo: GoTo;
}

/** What a rule says, who says so, and the way to the field that it is about. */
export function Finding({ rule, goTo }: FindingProps) {
  const styles = useStyles();
  const { rule: words, sources } = explain(rule);
  const place = placeOf(rule);
  return (
    <div className={styles.root}>
      <div>
        <div>{words}</div>
        <div className={styles.second}>{sources.join('; ')}</div>
      </div>
      {place !== null && (
        <Link as="button" type="button" onClick={() => goTo(place.step, place.field)}>
          {submission.goTo(wizard.step[place.step])}
        </Link>
      )}
    </div>
  );
}
