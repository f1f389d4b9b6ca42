import { STEP_FIELDS, type StepId, STEPS } from '#src/rules/fields.ts';
import { wizard } from '#src/strings/wizard.ts';
import { FIELDS } from '#src/datasources/azure-vm/fields.ts';
import { fieldsOfStep } from '#src/wizard/fields/field.ts';
import type { TaskStep } from '#src/wizard/steps/task-steps.ts';

/** The steps of a virtual machine's restore, with the fields of the table. */
export const STEPS_OF_VM: readonly TaskStep<StepId>[] = STEPS.map((id) => ({
  id,
  title: wizard.step[id],
  // Rules speak about more fields than a task has: each of those belongs to a step as well.
  fields: [...new Set([...fieldsOfStep(FIELDS, id), ...STEP_FIELDS[id]])],
}));
