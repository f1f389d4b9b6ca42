import { useCommvaultRestore } from '#src/datasources/commvault-vm/request/use-restore.ts';
import { reviewedOf } from '#src/datasources/commvault-vm/steps/reviewed.ts';
import { ReviewPanel } from '#src/datasources/commvault-vm/steps/ReviewPanel.tsx';
import type { CommvaultView } from '#src/datasources/commvault-vm/view.ts';
import type { ReviewParts } from '#src/wizard/task.ts';

/** What the Summary of a VM's restore by Commvault needs. */
export function useReview(view: CommvaultView): ReviewParts {
  const { start, ...press } = useCommvaultRestore(view);
  return {
    press: { ...press, start: (decided) => start(decided, reviewedOf(view)) },
    panel: (given) => <ReviewPanel view={view} {...given} />,
  };
}
