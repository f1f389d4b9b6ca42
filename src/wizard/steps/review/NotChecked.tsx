import { makeStyles, tokens } from '@fluentui/react-components';
import { UnknownFact } from '#src/ui/UnknownFact.tsx';
import type { NotChecked as NotCheckedVerdict } from '#src/wizard/draft/review.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import { unknownFact } from '#src/wizard/draft/unknown-fact.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { Finding } from '#src/wizard/steps/review/Finding.tsx';
import { FindingRow } from '#src/wizard/steps/review/FindingRow.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

export interface NotCheckedProps {
  readonly word: string;
  readonly verdicts: readonly NotCheckedVerdict[];
  readonly view: DraftView;
  readonly goTo: GoTo;
}

/** Rules that could not be checked, below the fact that each of them lacks. */
export function NotChecked({ word, verdicts, view, goTo }: NotCheckedProps) {
  const styles = useStyles();
  const facts = [...new Set(verdicts.map(({ fact }) => fact))];
  return facts.map((fact) => (
    <FindingRow key={fact} tone="unknown" word={word}>
      <div>
        <UnknownFact unknown={unknownFact(fact, view, goTo)} />
        <ul className={styles.list}>
          {verdicts
            .filter((one) => one.fact === fact)
            .map(({ rule }) => (
              <li key={rule.id}>
                <Finding rule={rule} goTo={goTo} />
              </li>
            ))}
        </ul>
      </div>
    </FindingRow>
  ));
}
