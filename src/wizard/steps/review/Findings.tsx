import { makeStyles } from '@fluentui/react-components';
import type { Control } from 'react-hook-form';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import type { Verdict } from '#src/rules/engine.ts';
import { submission } from '#src/strings/submission.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { type Findings as FindingLists, isSilent, notesOf } from '#src/wizard/draft/review.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { Finding } from '#src/wizard/steps/review/Finding.tsx';
import { FindingRow } from '#src/wizard/steps/review/FindingRow.tsx';
import { OpenQuestions } from '#src/wizard/steps/review/OpenQuestions.tsx';
import { FINDINGS_ID } from '#src/wizard/draft/findings-id.ts';
import { NotChecked } from '#src/wizard/steps/review/NotChecked.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

export interface FindingsProps {
  readonly view: DraftView;
  readonly findings: FindingLists;
  readonly control: Control<DraftChoices>;
  readonly goTo: GoTo;
}

type Row = readonly [rule: CatalogueRule, tone: Tone, word: string];

/** Every rule that speaks or could not be checked, the refusals first. */
export function Findings({ view, findings, control, goTo }: FindingsProps) {
  const styles = useStyles();
  const below = { view, goTo, headingId: FINDINGS_ID };
  const { refused, warned, notChecked, unanswered } = findings;
  const rows: Row[] = [
    ...refused.map(refusedRow),
    ...warned.map(({ rule }): Row => [rule, 'warning', submission.warned]),
    ...notesOf(view.facts, view.settled).map(noteRow),
  ];
  return (
    <section aria-label={submission.findings}>
      <SectionHeading level={3} id={FINDINGS_ID}>
        {submission.findings}
      </SectionHeading>
      {isSilent(findings) && <Status tone="done">{submission.noFindings}</Status>}
      <ul className={styles.list}>
        {rows.map(([rule, tone, word]) => (
          <FindingRow key={rule.id} tone={tone} word={word}>
            <Finding rule={rule} isRefused={tone === 'failed'} {...below} />
          </FindingRow>
        ))}
        <NotChecked {...below} word={submission.notChecked} verdicts={notChecked} />
        <OpenQuestions unanswered={unanswered} control={control} headingId={FINDINGS_ID} />
      </ul>
    </section>
  );
}

function refusedRow({ rule }: Verdict): Row {
  return rule.kind === 'require-field'
    ? [rule, 'waiting', submission.toChoose]
    : [rule, 'failed', submission.refused];
}

function noteRow(rule: CatalogueRule): Row {
  return [rule, 'waiting', rule.kind === 'checklist' ? submission.afterwards : submission.note];
}
