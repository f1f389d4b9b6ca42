import { makeStyles, tokens } from '@fluentui/react-components';
import type { GoTo } from '#src/datasources/datasource.ts';
import type { Rule } from '#src/rules/rule.ts';
import { submission } from '#src/strings/submission.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import type { View } from '#src/wizard/explain/view.ts';
import { wayToRule } from '#src/wizard/explain/way-to.ts';
import { FINDINGS_ID } from '#src/wizard/notes/findings-id.ts';
import { titleOf } from '#src/wizard/steps/task-steps.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  finding: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXS,
  },
});

export interface RuleFindingsProps<Reads> {
  /** The rules that refuse the restore or warn of it. */
  readonly rules: readonly Rule[];
  readonly view: View<Reads>;
  readonly goTo: GoTo;
}

/** What the rules find at Review, each with the way to its field; nothing where they find nothing. */
export function RuleFindings<Reads>({ rules, view, goTo }: RuleFindingsProps<Reads>) {
  const { steps, textOf } = view.model;
  const styles = useStyles();
  if (rules.length === 0) return null;
  return (
    <section aria-label={submission.findings}>
      <SectionHeading level={3} id={FINDINGS_ID}>
        {submission.findings}
      </SectionHeading>
      <ul className={styles.list}>
        {rules.map((rule) => {
          const place = wayToRule(view, rule);
          return (
            <li key={rule.id} className={styles.finding}>
              <Status tone={toneOf(rule)}>{textOf(rule).say}</Status>
              {place !== null && (
                <LinkButton onClick={() => goTo(place.step, place.field)}>
                  {submission.goTo(titleOf(steps, place.step))}
                </LinkButton>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function toneOf({ kind }: Rule): Tone {
  if (kind === 'warn') return 'warning';
  return kind === 'block' ? 'failed' : 'waiting';
}
