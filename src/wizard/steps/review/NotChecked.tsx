import { makeStyles, tokens } from '@fluentui/react-components';
import { UnknownFact } from '#src/ui/UnknownFact.tsx';
import type { NotChecked as NotCheckedVerdict } from '#src/wizard/draft/review.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import { waitingRules } from '#src/wizard/draft/unknown-fact.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { Finding } from '#src/wizard/steps/review/Finding.tsx';
import { FindingRow } from '#src/wizard/steps/review/FindingRow.tsx';
import { keepingFocus } from '#src/wizard/steps/review/keeping-focus.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

export interface NotCheckedProps {
  readonly word: string;
  readonly verdicts: readonly NotCheckedVerdict[];
  readonly view: DraftView;
  readonly goTo: GoTo;
  /** The id of the heading above. */
  readonly headingId: string;
}

/** Rules that could not be checked, below the facts that they lack and why. */
export function NotChecked({ word, verdicts, view, goTo, headingId }: NotCheckedProps) {
  const styles = useStyles();
  return waitingRules(verdicts, view, goTo).map(({ unknown, rules }) => (
    <FindingRow key={unknown.why} tone="unknown" word={word}>
      <div>
        <UnknownFact unknown={keepingFocus(unknown, headingId)} />
        <ul className={styles.list}>
          {rules.map((rule) => (
            <li key={rule.id}>
              <Finding rule={rule} view={view} headingId={headingId} goTo={goTo} />
            </li>
          ))}
        </ul>
      </div>
    </FindingRow>
  ));
}
