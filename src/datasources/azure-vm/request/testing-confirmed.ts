import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { vmPlan, vmPlanText } from '#src/datasources/azure-vm/commands/plan.ts';
import { nextStepsOf } from '#src/datasources/azure-vm/consequences.ts';
import { plannedRestore, type PressedVmRestore } from '#src/datasources/azure-vm/request.ts';
import { exampleView } from '#src/datasources/azure-vm/testing.ts';

/** The example's restore with other choices, as it is confirmed at Review, for tests. */
export function confirmedExample(choices: Partial<VmChoices> = {}): PressedVmRestore {
  const view = exampleView(choices);
  const planned = plannedRestore(view);
  if (!planned.ok) throw new Error(planned.reason);
  return {
    planned: planned.value,
    choices: view.shown,
    nextSteps: nextStepsOf(view.settled),
    plan: vmPlanText(vmPlan(planned.value, view)),
  };
}
