import { shelf } from '#src/strings/toy/shelf.ts';
import { FIELDS } from '#src/datasources/toy/fields.ts';
import { fieldsOfStep } from '#src/wizard/fields/field.ts';
import type { TaskStep } from '#src/wizard/steps/task-steps.ts';

export type ToyStepId = 'datasource' | 'box' | 'review';

/** Three steps, the first and the last of which every task has. */
export const STEPS_OF_TOY: readonly TaskStep<ToyStepId>[] = [
  { id: 'datasource', title: shelf.steps.datasource, fields: fieldsOfStep(FIELDS, 'datasource') },
  { id: 'box', title: shelf.steps.box, fields: fieldsOfStep(FIELDS, 'box') },
  { id: 'review', title: shelf.steps.review, fields: fieldsOfStep(FIELDS, 'review') },
];
