import type { GoTo } from '#src/datasources/datasource.ts';
import { FILES_NOT_LOOKED_AT } from '#src/datasources/azure-vm/files/plan.ts';
import type { FileView } from '#src/datasources/azure-vm/files/view.ts';
import { Finding } from '#src/datasources/azure-vm/steps/review/Finding.tsx';
import { UncheckedRules } from '#src/datasources/azure-vm/steps/review/UncheckedRules.tsx';
import { submission } from '#src/strings/submission.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { NotLookedAt } from '#src/ui/NotLookedAt.tsx';
import { Status } from '#src/ui/Status.tsx';
import { findingsOf, isSilent } from '#src/wizard/explain/findings.ts';
import { FINDINGS_ID } from '#src/wizard/notes/findings-id.ts';
import { FindingRow } from '#src/wizard/review/FindingRow.tsx';

export interface FileFindingsProps {
  readonly view: FileView;
  readonly goTo: GoTo;
}

/** What the rules of file recovery refuse, warn of, or could not check. */
export function FileFindings({ view, goTo }: FileFindingsProps) {
  const { plainList } = useCommonStyles();
  const findings = findingsOf(view.settled);
  const below = { view, goTo, headingId: FINDINGS_ID };
  return (
    <section aria-label={submission.findings}>
      <SectionHeading level={3} id={FINDINGS_ID}>
        {submission.findings}
      </SectionHeading>
      {isSilent(findings) && <Status tone="done">{submission.noFindings}</Status>}
      <NotLookedAt names={FILES_NOT_LOOKED_AT} />
      <ul className={plainList}>
        {findings.refused.map(({ rule }) => (
          <FindingRow
            key={rule.id}
            {...(rule.kind === 'require-field'
              ? { tone: 'waiting', word: submission.toChoose }
              : { tone: 'failed', word: submission.refused })}
          >
            <Finding rule={rule} isRefused={rule.kind !== 'require-field'} {...below} />
          </FindingRow>
        ))}
        {findings.warned.map(({ rule }) => (
          <FindingRow key={rule.id} tone="warning" word={submission.warned}>
            <Finding rule={rule} {...below} />
          </FindingRow>
        ))}
        <UncheckedRules {...below} word={submission.notChecked} verdicts={findings.notChecked} />
      </ul>
    </section>
  );
}
