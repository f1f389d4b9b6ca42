import { wizard } from '#src/strings/wizard.ts';
import { files } from '#src/strings/files/steps.ts';
import { FILE_FIELDS } from '#src/datasources/azure-vm/files/fields.ts';
import { fieldsOfStep } from '#src/wizard/fields/field.ts';
import type { TaskStep } from '#src/wizard/steps/task-steps.ts';

export type FileStepId = 'datasource' | 'instance' | 'restore-point' | 'runner' | 'review';

const step = (id: FileStepId, title: string): TaskStep<FileStepId> => ({
  id,
  title,
  fields: fieldsOfStep(FILE_FIELDS, id),
});

/** The steps of a file recovery; the first three are those of a restore. */
export const STEPS_OF_FILES: readonly TaskStep<FileStepId>[] = [
  step('datasource', wizard.step.datasource),
  step('instance', wizard.step.instance),
  step('restore-point', wizard.step['restore-point']),
  step('runner', files.runner),
  step('review', files.review),
];
