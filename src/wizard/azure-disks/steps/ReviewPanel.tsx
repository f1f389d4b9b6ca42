import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { submission } from '#src/strings/submission.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { Status } from '#src/ui/Status.tsx';
import { Prerequisites } from '#src/wizard/azure-disks/checks/Prerequisites.tsx';
import { MachineBackupTip } from '#src/wizard/azure-disks/MachineBackupTip.tsx';
import type { DiskValidation } from '#src/wizard/azure-disks/checks/use-disk-validation.ts';
import { ValidationPanel } from '#src/wizard/azure-disks/checks/ValidationPanel.tsx';
import { FINDINGS_ID } from '#src/wizard/draft/findings-id.ts';
import { issuesAtRestore } from '#src/wizard/azure-disks/refusals.ts';
import type { DiskStepProps } from '#src/wizard/azure-disks/step-props.ts';
import { summaryOf } from '#src/wizard/azure-disks/steps/summary.ts';
import { explain } from '#src/wizard/draft/rule-words.ts';
import { placeOf } from '#src/wizard/draft/step-ids.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalXL,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  finding: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXS,
  },
});

export interface ReviewPanelProps extends DiskStepProps {
  readonly validation: DiskValidation;
  /** The request as it will be sent. */
  readonly request: ReactNode;
}

/** Everything once more, what has to be there, and Azure's own answer, before anything is sent. */
export function ReviewPanel({ view, formId, onNext, goTo, validation, request }: ReviewPanelProps) {
  const styles = useStyles();
  return (
    <div className={styles.form}>
      {/* Restore submits it; what is in it is looked at, not filled in. */}
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          onNext();
        }}
      />
      <div className={styles.columns}>
        {summaryOf(view).map(({ title, facts }) => (
          <section key={title} aria-label={title}>
            <SectionHeading level={3}>{title}</SectionHeading>
            <KeyFacts facts={facts} />
          </section>
        ))}
      </div>
      <Refused rules={issuesAtRestore(view)} goTo={goTo} />
      <Prerequisites
        reads={view.reads}
        choices={view.draft.choices}
        validation={validation}
        goTo={goTo}
      />
      <MachineBackupTip view={view} />
      <ValidationPanel validation={validation} goTo={goTo} />
      {request}
    </div>
  );
}

interface RefusedProps {
  readonly rules: readonly CatalogueRule[];
  readonly goTo: GoTo;
}

/** What stands in the way, each with the way to its field. Prerequisites and validation are below. */
function Refused({ rules, goTo }: RefusedProps) {
  const styles = useStyles();
  if (rules.length === 0) return null;
  return (
    <section aria-label={submission.findings}>
      <SectionHeading level={3} id={FINDINGS_ID}>
        {submission.findings}
      </SectionHeading>
      <ul className={styles.list}>
        {rules.map((rule) => {
          const place = placeOf(rule);
          return (
            <li key={rule.id} className={styles.finding}>
              <Status tone={rule.kind === 'block' ? 'failed' : 'waiting'}>
                {explain(rule).rule}
              </Status>
              {place !== null && (
                <LinkButton onClick={() => goTo(place.step, place.field)}>
                  {submission.goTo(diskFlow.step[place.step])}
                </LinkButton>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
