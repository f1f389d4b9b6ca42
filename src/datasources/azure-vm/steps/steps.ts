import { STEP_FIELDS, type StepId, STEPS } from '#src/rules/step-of.ts';
import { wizard } from '#src/strings/wizard.ts';
import { QUESTIONS } from '#src/datasources/azure-vm/choices/schema.ts';
import type { TaskStep } from '#src/wizard/steps/task-steps.ts';

/** The steps of a virtual machine's restore; the questions about the machine are asked in Configuration. */
export const STEPS_OF_VM: readonly TaskStep<StepId>[] = STEPS.map((id) => ({
  id,
  title: wizard.step[id],
  fields: id === 'configuration' ? [...STEP_FIELDS[id], ...QUESTIONS] : STEP_FIELDS[id],
}));
