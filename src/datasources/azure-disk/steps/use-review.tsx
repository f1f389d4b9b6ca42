import { useQuery } from '@tanstack/react-query';
import { diskValidationByItselfQuery } from '#src/api/queries/disk-restores.ts';
import { checksOf } from '#src/datasources/azure-disk/checks/checks.ts';
import { withValidation } from '#src/datasources/azure-disk/checks/validation.ts';
import { DiskCommands } from '#src/datasources/azure-disk/commands/lazy.tsx';
import { diskPlanText } from '#src/datasources/azure-disk/commands/plan.ts';
import { issuesAtRestore } from '#src/datasources/azure-disk/refusals.ts';
import { diskPreviewOf, diskRestoreOf } from '#src/datasources/azure-disk/request/disk-restore.ts';
import { isReadyForAzure } from '#src/datasources/azure-disk/request/reason.ts';
import { useDiskRestore } from '#src/datasources/azure-disk/request/use-disk-restore.ts';
import { reviewedOf, shownChecks } from '#src/datasources/azure-disk/steps/reviewed.ts';
import { ReviewPanel } from '#src/datasources/azure-disk/steps/ReviewPanel.tsx';
import type { ValidatedView } from '#src/datasources/azure-disk/use-view.ts';
import type { DiskView } from '#src/datasources/azure-disk/view.ts';
import { useHeld } from '#src/wizard/review/held.tsx';
import { RequestView } from '#src/wizard/review/RequestView.tsx';
import type { ReviewParts } from '#src/wizard/task.ts';

/** What Review of a disk's restore needs. */
export function useReview(view: ValidatedView): ReviewParts {
  const { validation } = view;
  const { reason, confirmedChoices, start } = useDiskRestore(view, validation);
  const checks = withValidation(checksOf(view.reads, view.draft.choices), validation);
  const held = useHeld(shownChecks(checks));
  useQuery({
    ...diskValidationByItselfQuery(view.draft.id, diskRestoreOf(view.draft.choices, view.reads)),
    enabled:
      (validation.state === 'none' || validation.state === 'stale') &&
      isReadyForAzure(view, checks),
  });
  return {
    press: {
      reason: reason ?? held.reason,
      issues: issuesAtRestore(view).length,
      confirmedChoices,
      start: (decided) => start(decided, reviewedOf(view, checks)),
    },
    panel: (given) => (
      <ReviewPanel
        {...{ view, validation, checks }}
        {...given}
        warnings={held.box}
        request={<Request view={view} />}
      />
    ),
  };
}

function Request({ view }: { readonly view: DiskView }) {
  const restore = diskRestoreOf(view.draft.choices, view.reads);
  return (
    <>
      <RequestView preview={restore === null ? null : diskPreviewOf(restore)} />
      <DiskCommands plan={restore === null ? null : diskPlanText(restore)} level={3} />
    </>
  );
}
