import {
  targetCheck,
  useTargetReads,
  wantedTarget,
} from '#src/datasources/commvault-vm/request/same-target.ts';
import { useCommvaultRestore } from '#src/datasources/commvault-vm/request/use-restore.ts';
import { reviewedOf, shownChecks } from '#src/datasources/commvault-vm/steps/reviewed.ts';
import { ReviewPanel } from '#src/datasources/commvault-vm/steps/ReviewPanel.tsx';
import { TargetCheck } from '#src/datasources/commvault-vm/steps/ReviewParts.tsx';
import type { CommvaultView } from '#src/datasources/commvault-vm/view.ts';
import { useHeld } from '#src/wizard/review/held.tsx';
import { metIn } from '#src/wizard/review/target-check.ts';
import type { ReviewParts } from '#src/wizard/task.ts';

/** What the Summary of a VM's restore by Commvault needs. */
export function useReview(view: CommvaultView): ReviewParts {
  const { start, ...press } = useCommvaultRestore(view);
  const wanted = wantedTarget(view);
  const { readAgain, ...reads } = useTargetReads(wanted);
  const check = targetCheck(view, reads);
  const held = useHeld(shownChecks(check));
  return {
    press: {
      ...press,
      reason: press.reason ?? held.reason,
      start: (decided) => start(decided, reviewedOf(view, check), metIn(wanted, reads)),
    },
    panel: (given) => (
      <ReviewPanel view={view} {...given}>
        {check && (
          <TargetCheck {...{ view, check, readAgain }} warnings={held.box} goTo={given.goTo} />
        )}
      </ReviewPanel>
    ),
  };
}
