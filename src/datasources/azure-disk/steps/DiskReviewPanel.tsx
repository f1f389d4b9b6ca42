import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { diskValidationByItselfQuery } from '#src/api/queries/disk-restores.ts';
import { DiskChecks, ValidationPanel } from '#src/datasources/azure-disk/checks/DiskChecks.tsx';
import { type DiskCheck, diskChecksOf } from '#src/datasources/azure-disk/checks/checks.ts';
import {
  type DiskValidation,
  type ValidatedView,
  withValidation,
} from '#src/datasources/azure-disk/checks/validation.ts';
import { type DiskView, issuesAtRestore } from '#src/datasources/azure-disk/model.ts';
import {
  diskOutcomeOf,
  diskPlanOf,
  diskReviewedOf,
  diskSummaryOf,
  shownDiskChecks,
} from '#src/datasources/azure-disk/plan.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import { diskPlanText, diskPreviewOf, diskRestoreOf } from '#src/datasources/azure-disk/request.ts';
import { MachineBackupTip } from '#src/datasources/azure-disk/steps/DiskStepRemarks.tsx';
import { isDiskReadyForAzure, useDiskRestore } from '#src/datasources/azure-disk/use-restore.ts';
import type { StepId } from '#src/rules/fields.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { lazyPart } from '#src/ui/Part.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { PlanCommands } from '#src/wizard/commands/PlanCommands.tsx';
import { useHeld } from '#src/wizard/review/CheckSection.tsx';
import { RestoreOutcome, RuleFindings } from '#src/wizard/review/Findings.tsx';
import { RequestView, ReviewStep } from '#src/wizard/review/ReviewStep.tsx';
import { ReviewForm } from '#src/wizard/steps/step-form.tsx';
import type { PanelProps, ReviewProps } from '#src/wizard/task.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalXL,
  },
});

interface ReviewPanelProps extends PanelProps<DiskView> {
  readonly validation: DiskValidation;
  readonly checks: readonly DiskCheck[];
  /** The box by which the warnings of the checks are read. */
  readonly warnings: ReactNode;
  /** The request as it will be sent. */
  readonly request: ReactNode;
}

/** Everything once more, what has to be there, and Azure's own answer, before anything is sent. */
export function DiskReviewPanel(props: ReviewPanelProps) {
  const { view, formId, onNext, goTo, validation, checks, warnings, request } = props;
  const styles = useStyles();
  return (
    <div className={styles.form}>
      <ReviewForm formId={formId} onNext={onNext} />
      <RestoreOutcome
        sentence={diskPlanOf(view).sentence}
        outcome={diskOutcomeOf(view)}
        goTo={goTo}
      />
      {/* Checks and validation are below. */}
      <RuleFindings rules={issuesAtRestore(view)} view={view} goTo={goTo} />
      <ValidationPanel validation={validation} goTo={goTo} />
      <DiskChecks view={view} checks={checks} warnings={warnings} goTo={goTo} />
      <MachineBackupTip view={view} />
      <div className={styles.columns}>
        {diskSummaryOf(view).map(({ title, facts }) => (
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

/** Fetched when they are shown. */
const DiskScripts = lazyPart(
  () => import('#src/datasources/azure-disk/commands.tsx'),
  (code) => code.DiskScripts,
);

/** Review of a disk's restore. */
export function DiskReview(props: ReviewProps<StepId, DiskReads, ValidatedView>) {
  const { view } = props;
  const { validation } = view;
  const { reason, confirmedChoices, start } = useDiskRestore(view, validation);
  const checks = withValidation(diskChecksOf(view.reads, view.draft.choices), validation);
  const held = useHeld(shownDiskChecks(checks));
  useQuery({
    ...diskValidationByItselfQuery(view.draft.id, diskRestoreOf(view.draft.choices, view.reads)),
    enabled:
      (validation.state === 'none' || validation.state === 'stale') &&
      isDiskReadyForAzure(view, checks),
  });
  return (
    <ReviewStep
      {...props}
      press={{
        reason: reason ?? held.reason,
        issues: issuesAtRestore(view).length,
        confirmedChoices,
        start: (decided) => start(decided, diskReviewedOf(view, checks)),
      }}
      renderPanel={(given) => (
        <DiskReviewPanel
          {...{ view, validation, checks }}
          {...given}
          warnings={held.box}
          request={<Request view={view} />}
        />
      )}
    />
  );
}

function Request({ view }: { readonly view: DiskView }) {
  const restore = diskRestoreOf(view.draft.choices, view.reads);
  return (
    <>
      <RequestView preview={restore === null ? null : diskPreviewOf(restore)} />
      <PlanCommands
        plan={restore === null ? null : diskPlanText(restore)}
        level={3}
        Scripts={DiskScripts}
      />
    </>
  );
}
