import { vmNotLookedAt } from '#src/datasources/azure-vm/checks/coverage.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import { NotUsed } from '#src/datasources/azure-vm/explain/NotUsed.tsx';
import { expectedOf } from '#src/datasources/azure-vm/plan/expected-of.ts';
import { elsewhereText, targetText } from '#src/datasources/azure-vm/plan/place-text.ts';
import { outcomeOf, planLine, planSentence } from '#src/datasources/azure-vm/plan/outcome.ts';
import { known } from '#src/wizard/reads/read.ts';
import type { TaskPlan } from '#src/wizard/task.ts';

/** What a restore of a virtual machine will do, in words. */
export function planOf(view: DraftView): TaskPlan {
  const item = known(view.reads.instance);
  return {
    about:
      item === undefined
        ? []
        : [item.friendlyName, item.resourceGroup, item.vaultName, ...elsewhereText(view)],
    sentence: planSentence(view),
    line: planLine(view),
    target: targetText(view),
    lost: outcomeOf(view).lost,
    notLookedAt: vmNotLookedAt(view.shown),
    expected: expectedOf(view),
    renderNotUsed: (goTo) => <NotUsed view={view} goTo={goTo} />,
  };
}
