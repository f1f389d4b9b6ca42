import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import type { DiskCheck } from '#src/datasources/azure-disk/checks/check.ts';
import { DiskChecks } from '#src/datasources/azure-disk/checks/DiskChecks.tsx';
import { MachineBackupTip } from '#src/datasources/azure-disk/MachineBackupTip.tsx';
import type { DiskValidation } from '#src/datasources/azure-disk/checks/validation.ts';
import { ValidationPanel } from '#src/datasources/azure-disk/checks/ValidationPanel.tsx';
import { issuesAtRestore } from '#src/datasources/azure-disk/refusals.ts';
import { planOf } from '#src/datasources/azure-disk/plan.ts';
import type { DiskStepProps } from '#src/datasources/azure-disk/step-props.ts';
import { outcomeOf } from '#src/datasources/azure-disk/steps/outcome.ts';
import { summaryOf } from '#src/datasources/azure-disk/steps/summary.ts';
import { RestoreOutcome } from '#src/wizard/review/RestoreOutcome.tsx';
import { ReviewForm } from '#src/wizard/review/RestoreButton.tsx';
import { RuleFindings } from '#src/wizard/review/RuleFindings.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalXL,
  },
});

export interface ReviewPanelProps extends DiskStepProps {
  readonly validation: DiskValidation;
  readonly checks: readonly DiskCheck[];
  /** The box by which the warnings of the checks are read. */
  readonly warnings: ReactNode;
  /** The request as it will be sent. */
  readonly request: ReactNode;
}

/** Everything once more, what has to be there, and Azure's own answer, before anything is sent. */
export function ReviewPanel(props: ReviewPanelProps) {
  const { view, formId, onNext, goTo, validation, checks, warnings, request } = props;
  const styles = useStyles();
  return (
    <div className={styles.form}>
      <ReviewForm formId={formId} onNext={onNext} />
      <RestoreOutcome sentence={planOf(view).sentence} outcome={outcomeOf(view)} goTo={goTo} />
      {/* Checks and validation are below. */}
      <RuleFindings rules={issuesAtRestore(view)} view={view} goTo={goTo} />
      <ValidationPanel validation={validation} goTo={goTo} />
      <DiskChecks view={view} checks={checks} warnings={warnings} goTo={goTo} />
      <MachineBackupTip view={view} />
      <div className={styles.columns}>
        {summaryOf(view).map(({ title, facts }) => (
          <section key={title} aria-label={title}>
            <SectionHeading level={3}>{title}</SectionHeading>
            <KeyFacts facts={facts} />
          </section>
        ))}
      </div>
      {request}
    </div>
  );
}
