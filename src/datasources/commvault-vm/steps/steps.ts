import { keysOf } from '#src/lib/data.ts';
import { flow } from '#src/strings/commvault/flow.ts';
import { type CommvaultStepId, FIELDS } from '#src/datasources/commvault-vm/fields.ts';
import { fieldsOfStep } from '#src/wizard/fields/field.ts';
import type { TaskStep } from '#src/wizard/steps/task-steps.ts';

/** The steps of Command Center's wizard, after those that say what is restored. */
export const STEPS: readonly TaskStep<CommvaultStepId>[] = keysOf(flow.step).map((id) => ({
  id,
  title: flow.step[id],
  fields: fieldsOfStep(FIELDS, id),
}));
