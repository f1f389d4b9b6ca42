import { makeStyles, tokens } from '@fluentui/react-components';
import type { ViewProps } from '#src/datasources/azure-vm/step-props.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import type { Rule } from '#src/rules/rule.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { InsteadButton } from '#src/ui/InsteadButton.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Why } from '#src/ui/Why.tsx';
import { errorWords, explain, explainRules } from '#src/wizard/explain/findings.ts';
import { wayToRule } from '#src/wizard/explain/unknown.ts';
import { titleOf } from '#src/wizard/steps/task-steps.ts';
import { focusField } from '#src/ui/focus-field.ts';
import type { Unknown } from '#src/ui/unknown.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

export interface FindingProps extends ViewProps {
  readonly rule: Rule;
  /** The id of the heading above, which takes the focus when the finding goes away. */
  readonly headingId: string;
  /** It refuses the restore: what to choose instead stands beside it. */
  readonly isRefused?: boolean;
}

/** What a rule says, who says so, what to choose instead of what it refuses, and the way to its field. */
export function Finding({ rule, view, headingId, goTo, isRefused = false }: FindingProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  const { rule: words, sources } = explain(rule);
  const place = wayToRule(view)(rule);
  const instead = isRefused ? errorWords(view).explainError(rule.id)?.().instead : undefined;
  return (
    <div className={styles.root}>
      <div>
        <div>{words}</div>
        {isRefused && place === null && !instead && <div>{submission.noWay}</div>}
        {instead && <InsteadButton size="small" instead={instead} focusAfter={headingId} />}
        <div className={shared.second}>
          <Why
            ask={wizard.answers.whyRule(words)}
            explain={() => ({ ...explainRules(view, [rule]), ...(instead && { instead: null }) })}
            focusAfter={headingId}
            beside="ruleAndSource"
          >
            {sources.join('; ')}
          </Why>
        </div>
      </div>
      {place !== null && (
        <LinkButton onClick={() => goTo(place.step, place.field)}>
          {submission.goTo(titleOf(view.model.steps, place.step))}
        </LinkButton>
      )}
    </div>
  );
}

/** What is pressed goes away with the reason, so the focus moves to the heading above. */
export function keepingFocus(unknown: Unknown, headingId: string): Unknown {
  const { way } = unknown;
  if (way === null) return unknown;
  const go = (): void => {
    focusField(headingId);
    way.go();
  };
  return { ...unknown, way: { ...way, go } };
}
