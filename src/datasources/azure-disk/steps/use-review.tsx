import { DiskCommands } from '#src/datasources/azure-disk/commands/lazy.tsx';
import { diskPlanText } from '#src/datasources/azure-disk/commands/plan.ts';
import { issuesAtRestore, rejectedAtRestore } from '#src/datasources/azure-disk/refusals.ts';
import { diskPreviewOf, diskRestoreOf } from '#src/datasources/azure-disk/request/disk-restore.ts';
import { useDiskRestore } from '#src/datasources/azure-disk/request/use-disk-restore.ts';
import { reviewedOf } from '#src/datasources/azure-disk/steps/reviewed.ts';
import { ReviewPanel } from '#src/datasources/azure-disk/steps/ReviewPanel.tsx';
import type { ValidatedView } from '#src/datasources/azure-disk/use-view.ts';
import type { DiskView } from '#src/datasources/azure-disk/view.ts';
import { RequestView } from '#src/wizard/review/RequestView.tsx';
import type { ReviewParts } from '#src/wizard/task.ts';

/** What Review of a disk's restore needs. */
export function useReview(view: ValidatedView): ReviewParts {
  const { validation } = view;
  const { reason, confirmedChoices, start } = useDiskRestore(view, validation);
  return {
    press: {
      reason,
      issues: issuesAtRestore(view).length + rejectedAtRestore(view).length,
      confirmedChoices,
      start: (decided) => start(decided, reviewedOf(view)),
    },
    panel: (given) => (
      <ReviewPanel {...{ view, validation }} {...given} request={<Request view={view} />} />
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
