import { Finding, keepingFocus } from '#src/datasources/azure-vm/steps/review/Finding.tsx';
import type { ViewProps } from '#src/datasources/azure-vm/step-props.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { UnknownFact } from '#src/ui/UnknownFact.tsx';
import type { NotChecked } from '#src/wizard/explain/view.ts';
import { waitingRules } from '#src/wizard/explain/unknown.ts';
import { FindingRow } from '#src/wizard/review/FindingRow.tsx';

interface UncheckedRulesProps extends ViewProps {
  readonly word: string;
  readonly verdicts: readonly NotChecked[];
  /** The id of the heading above. */
  readonly headingId: string;
}

/** Rules that could not be checked, below the facts that they lack and why. */
export function UncheckedRules({ word, verdicts, view, goTo, headingId }: UncheckedRulesProps) {
  const styles = useCommonStyles();
  return waitingRules(verdicts, view, goTo).map(({ unknown, rules }) => (
    <FindingRow key={unknown.why} tone="unknown" word={word}>
      <div>
        <UnknownFact unknown={keepingFocus(unknown, headingId)} />
        <ul className={styles.bullets}>
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
