import type { StepId } from '#src/rules/fields.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import { FIELDS } from '#src/datasources/azure-disk/fields.ts';
import { fieldsOfStep } from '#src/wizard/fields/field.ts';
import type { TaskStep } from '#src/wizard/steps/task-steps.ts';

const { step } = diskFlow;

/** The steps of a disk's restore, at the addresses of a virtual machine's. */
export const STEPS_OF_DISK: readonly TaskStep<StepId>[] = [
  { id: 'datasource', title: step.datasource, fields: fieldsOfStep(FIELDS, 'datasource') },
  { id: 'instance', title: step.instance, fields: fieldsOfStep(FIELDS, 'instance') },
  {
    id: 'restore-point',
    title: step['restore-point'],
    fields: fieldsOfStep(FIELDS, 'restore-point'),
  },
  {
    id: 'configuration',
    title: step.configuration,
    fields: fieldsOfStep(FIELDS, 'configuration'),
  },
  // A disk has no network: the rule that hides these fields says why the step is not needed.
  { id: 'network-access', title: step['network-access'], fields: ['vnet', 'subnet'] },
  { id: 'review', title: step.review, fields: fieldsOfStep(FIELDS, 'review') },
];
