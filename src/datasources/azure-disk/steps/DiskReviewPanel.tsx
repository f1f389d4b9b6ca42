import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { diskValidationByItselfQuery } from '#src/api/queries/disk-restores.ts';
import {
  DiskChecks,
  pinnedDiskChecks,
  ValidationPanel,
} from '#src/datasources/azure-disk/checks/DiskChecks.tsx';
import {
  DISK_NOT_LOOKED_AT,
  type DiskCheck,
  diskChecksOf,
} from '#src/datasources/azure-disk/checks/checks.ts';
import {
  type DiskValidation,
  type ValidatedView,
  withValidation,
} from '#src/datasources/azure-disk/checks/validation.ts';
import { type DiskView, issuesAtRestore } from '#src/datasources/azure-disk/model.ts';
import {
  diskOutcomeOf,
  diskReviewedOf,
  diskSummaryOf,
  shownDiskChecks,
} from '#src/datasources/azure-disk/plan.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import { diskPlanText, diskPreviewOf, diskRestoreOf } from '#src/datasources/azure-disk/request.ts';
import { MachineBackupTip } from '#src/datasources/azure-disk/steps/DiskStepRemarks.tsx';
import { isDiskReadyForAzure, useDiskRestore } from '#src/datasources/azure-disk/use-restore.ts';
import type { StepId } from '#src/rules/fields.ts';
import type { Rule } from '#src/rules/rule.ts';
import { lazyPart } from '#src/ui/Part.tsx';
import { PlanCommands } from '#src/wizard/commands/PlanCommands.tsx';
import { ChecksSum, useHeld } from '#src/wizard/review/CheckSection.tsx';
import { type CheckState, type CheckSum, stateOfRule, sumOf } from '#src/wizard/review/check.ts';
import { RuleFindings } from '#src/wizard/review/Findings.tsx';
import { ReviewStep, ruleNeeds } from '#src/wizard/review/ReviewStep.tsx';
import { ReviewTabs } from '#src/wizard/review/ReviewTabs.tsx';
import { ReviewForm } from '#src/wizard/steps/step-form.tsx';
import type { ReviewFormProps, ReviewProps } from '#src/wizard/task.ts';

const useStyles = makeStyles({
  checks: { marginTop: tokens.spacingVerticalS },
});

interface ReviewPanelProps extends ReviewFormProps {
  readonly view: DiskView;
  readonly validation: DiskValidation;
  readonly checks: readonly DiskCheck[];
  /** The box by which the warnings of the checks are read. */
  readonly warnings: ReactNode;
}

/** Everything once more, what has to be there, and Azure's own answer, before anything is sent. */
export function DiskReviewPanel(props: ReviewPanelProps) {
  const { view, formId, onNext, goTo, tabs, needed, validation, checks, warnings } = props;
  const styles = useStyles();
  const restore = diskRestoreOf(view.draft.choices, view.reads);
  return (
    <>
      <ReviewForm formId={formId} onNext={onNext} />
      {warnings}
      <div className={styles.checks}>
        <ReviewTabs
          tabs={tabs}
          count={checks.length}
          end={
            <ChecksSum
              sum={diskSumOf(issuesAtRestore(view), checks, validation)}
              needed={needed}
              notLookedAt={DISK_NOT_LOOKED_AT}
            />
          }
          renderChecks={() => (
            <>
              <RuleFindings rules={issuesAtRestore(view)} view={view} goTo={goTo} />
              <ValidationPanel validation={validation} goTo={goTo} />
              <DiskChecks view={view} checks={checks} goTo={goTo} />
              <MachineBackupTip view={view} />
            </>
          )}
          selections={() => ({ outcome: diskOutcomeOf(view), parts: diskSummaryOf(view), goTo })}
          request={() => ({ preview: restore === null ? null : diskPreviewOf(restore) })}
          renderCommands={() => (
            <PlanCommands
              plan={restore === null ? null : diskPlanText(restore)}
              level={3}
              isOnReview
              Scripts={DiskScripts}
            />
          )}
        />
      </div>
    </>
  );
}

/** Restore waits for Azure's own validation, whatever the checks say. */
const OF_VALIDATION: Readonly<Record<DiskValidation['state'], CheckState>> = {
  none: 'toDo',
  running: 'checking',
  succeeded: 'passed',
  failed: 'failed',
  stale: 'toDo',
  lost: 'toDo',
  overtaken: 'toDo',
};

/** What rules, checks and validation come to. A role that isn't in effect yet is waited for. Pure. */
export const diskSumOf = (
  rules: readonly Pick<Rule, 'kind'>[],
  checks: readonly Pick<DiskCheck, 'state'>[],
  validation: Pick<DiskValidation, 'state'>,
): CheckSum =>
  sumOf([
    ...rules.map((rule) => ({ state: stateOfRule(rule) })),
    ...checks.map(({ state }) => ({ state: state === 'pending' ? 'checking' : state }) as const),
    { state: OF_VALIDATION[validation.state] },
  ]);

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
      pinned={pinnedDiskChecks(checks)}
      press={{
        reason,
        needs: [...ruleNeeds(view, issuesAtRestore(view), true), ...held.needs],
        confirmedChoices,
        start: (decided) => start(decided, diskReviewedOf(view, checks)),
      }}
      renderPanel={(given) => (
        <DiskReviewPanel {...{ view, validation, checks }} {...given} warnings={held.box} />
      )}
    />
  );
}
