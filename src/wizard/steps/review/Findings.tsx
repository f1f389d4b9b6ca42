import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { Verdict } from '#src/rules/engine.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';
import type { Findings as FindingLists } from '#src/wizard/draft/review.ts';
import { explain } from '#src/wizard/draft/rule-words.ts';
import { placeOf } from '#src/wizard/draft/step-ids.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '128px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  second: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export interface FindingsProps {
  readonly findings: FindingLists;
  readonly goTo: GoTo;
}

/** Every rule that speaks or could not be checked, the refusals first. */
export function Findings({ findings, goTo }: FindingsProps) {
  const styles = useStyles();
  const rows: [Verdict, Tone, string][] = [
    ...findings.refused.map((one): [Verdict, Tone, string] =>
      one.rule.kind === 'block'
        ? [one, 'failed', submission.refused]
        : [one, 'waiting', submission.toChoose],
    ),
    ...findings.warned.map((one): [Verdict, Tone, string] => [one, 'warning', submission.warned]),
    ...findings.notChecked.map((one): [Verdict, Tone, string] => [
      one,
      'unknown',
      submission.notChecked,
    ]),
  ];
  return (
    <section aria-label={submission.findings}>
      <SectionHeading level={3}>{submission.findings}</SectionHeading>
      {rows.length === 0 && <Status tone="done">{submission.noFindings}</Status>}
      <ul className={styles.list}>
        {rows.map(([verdict, tone, word]) => (
          <li key={verdict.rule.id} className={styles.item}>
            <Status tone={tone}>{word}</Status>
            <FindingWords verdict={verdict} />
            <FindingLink verdict={verdict} goTo={goTo} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FindingWords({ verdict }: { readonly verdict: Verdict }) {
  const styles = useStyles();
  const { rule, sources } = explain(verdict.rule);
  return (
    <div>
      <div>{rule}</div>
      {verdict.state === 'not checked' && <div>{submission.notCheckedFact(verdict.fact)}</div>}
      <div className={styles.second}>{sources.join('; ')}</div>
    </div>
  );
}

interface FindingLinkProps {
  readonly verdict: Verdict;
  readonly goTo: GoTo;
}

function FindingLink({ verdict, goTo }: FindingLinkProps) {
  const place = placeOf(verdict.rule);
  if (place === null) return null;
  return (
    <Link as="button" type="button" onClick={() => goTo(place.step, place.field)}>
      {submission.goTo(wizard.step[place.step])}
    </Link>
  );
}
