import { makeStyles, tokens } from '@fluentui/react-components';
import type { GoTo } from '#src/datasources/datasource.ts';
import type { Rule } from '#src/rules/rule.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { submission } from '#src/strings/submission.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { errorWords, FINDINGS_ID } from '#src/wizard/explain/findings.ts';
import type { View } from '#src/wizard/explain/view.ts';
import { wayToRule } from '#src/wizard/explain/unknown.ts';
import { placeNamed, titleOf } from '#src/wizard/steps/task-steps.ts';

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

/** What stands against it at Review, what the service rejects first, each with the way to its field; nothing where nothing does. */
export function RuleFindings<Reads>(props: RuleFindingsProps<Reads>) {
  const { rules, view, goTo } = props;
  const styles = useStyles();
  const { steps } = view.model;
  const { errorText } = errorWords(view);
  const lines = [
    ...view.rejected.map(({ field, code }) => ({
      key: code,
      tone: 'failed' as const,
      text: errorText(code),
      place: placeNamed(steps, field),
    })),
    ...rules.map((rule) => ({
      key: rule.id,
      tone: toneOf(rule),
      text: sayOf(rule),
      place: wayToRule(view)(rule),
    })),
  ];
  if (lines.length === 0) return null;
  return (
    <section aria-label={submission.findings}>
      <SectionHeading level={3} id={FINDINGS_ID}>
        {submission.findings}
      </SectionHeading>
      <ul className={styles.list}>
        {lines.map(({ key, tone, text, place }) => (
          <li key={key} className={styles.finding}>
            <Status tone={tone}>{text}</Status>
            {place !== null && (
              <LinkButton onClick={() => goTo(place.step, place.field)}>
                {submission.goTo(titleOf(steps, place.step))}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function toneOf({ kind }: Rule): Tone {
  if (kind === 'warn') return 'warning';
  return kind === 'block' ? 'failed' : 'waiting';
}
