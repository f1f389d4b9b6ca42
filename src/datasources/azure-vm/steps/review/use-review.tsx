import { submission } from '#src/strings/submission.ts';
import { keysOfReview } from '#src/datasources/azure-vm/checks/preflight.ts';
import { targetReads, wantedTarget } from '#src/datasources/azure-vm/checks/chosen.ts';
import { usePreflight } from '#src/datasources/azure-vm/checks/use-preflight.ts';
import { VmCommands } from '#src/datasources/azure-vm/commands/VmCommands.tsx';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { useRestore } from '#src/datasources/azure-vm/use-restore.ts';
import { ReviewPanel } from '#src/datasources/azure-vm/steps/review/Panel.tsx';
import { heldLines, reviewedOf } from '#src/datasources/azure-vm/steps/review/reviewed.ts';
import { findingsOf } from '#src/wizard/explain/findings.ts';
import { useHeld } from '#src/wizard/review/held.tsx';
import { metIn } from '#src/wizard/review/target-check.ts';
import { StandsInWay } from '#src/wizard/steps/StandsInWay.tsx';
import type { ReviewParts } from '#src/wizard/task.ts';

/** What Review of a virtual machine's restore needs. */
export function useReview(view: DraftView): ReviewParts {
  const { plan, preview, start, waitsFor, validation } = useRestore(view, {
    token: submission.tokenHere,
    keysOf: keysOfReview,
  });
  const preflight = usePreflight(view, validation);
  const { lines } = preflight;
  const held = useHeld(heldLines(lines));
  // Missing choices are no reason: pressing Restore then names them.
  const isReadyToPress = waitsFor === null || waitsFor === 'choice';
  return {
    press: {
      reason: isReadyToPress ? held.reason : submission.waits[waitsFor],
      issues: findingsOf(view.settled).refused.length,
      confirmedChoices: view.shown,
      start: (decided) =>
        start(
          decided,
          reviewedOf(view, lines),
          metIn(wantedTarget(view), targetReads(preflight.reads)),
        ),
    },
    panel: (given) => (
      <>
        <ReviewPanel {...{ view, preview, preflight }} {...given} warnings={held.box} />
        {/* Outside the form: nothing that is selected there submits it. */}
        <VmCommands plan={plan} level={3} />
      </>
    ),
    wayOn: (goTo) => <StandsInWay view={view} goTo={goTo} />,
  };
}
