import type { Control } from 'react-hook-form';
import type { ViewProps } from '#src/datasources/azure-vm/step-props.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import type { Rule } from '#src/rules/rule.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import type { RuleVerdict } from '#src/rules/engine.ts';
import { submission } from '#src/strings/submission.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import {
  type Findings as FindingLists,
  isSilent,
  notesOfAnswers,
} from '#src/wizard/explain/findings.ts';
import { FindingRow } from '#src/wizard/review/FindingRow.tsx';
import { FINDINGS_ID } from '#src/wizard/notes/findings-id.ts';
import { Finding } from '#src/datasources/azure-vm/steps/review/Finding.tsx';
import { UncheckedRules } from '#src/datasources/azure-vm/steps/review/UncheckedRules.tsx';
import { OpenQuestions } from '#src/datasources/azure-vm/steps/review/OpenQuestions.tsx';

export interface FindingsProps extends ViewProps {
  readonly findings: FindingLists;
  readonly control: Control<DraftChoices>;
}

type Row = readonly [rule: Rule, tone: Tone, word: string];

/** Every rule that speaks or could not be checked, the refusals first. */
export function Findings({ view, findings, control, goTo }: FindingsProps) {
  const styles = useCommonStyles();
  const below = { view, goTo, headingId: FINDINGS_ID };
  const { refused, warned, notChecked } = findings;
  const rows: Row[] = [
    ...refused.map(refusedRow),
    ...warned.map(({ rule }): Row => [rule, 'warning', submission.warned]),
    ...notesOfAnswers(view).map(noteRow),
  ];
  return (
    <section aria-label={submission.findings}>
      <SectionHeading level={3} id={FINDINGS_ID}>
        {submission.findings}
      </SectionHeading>
      {isSilent(findings) && <Status tone="done">{submission.noFindings}</Status>}
      <ul className={styles.plainList}>
        {rows.map(([rule, tone, word]) => (
          <FindingRow key={rule.id} tone={tone} word={word}>
            <Finding rule={rule} isRefused={tone === 'failed'} {...below} />
          </FindingRow>
        ))}
        <UncheckedRules {...below} word={submission.notChecked} verdicts={notChecked} />
        <OpenQuestions view={view} control={control} headingId={FINDINGS_ID} />
      </ul>
    </section>
  );
}

function refusedRow({ rule }: RuleVerdict): Row {
  return rule.kind === 'require-field'
    ? [rule, 'waiting', submission.toChoose]
    : [rule, 'failed', submission.refused];
}

function noteRow(rule: Rule): Row {
  return [rule, 'waiting', rule.kind === 'checklist' ? submission.afterwards : submission.note];
}
