import { keysOf } from '#src/lib/data.ts';
import { FIELDS, type VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { QUESTION_FIELDS } from '#src/datasources/azure-vm/fields/questions.ts';
import type { Change, Draft } from '#src/wizard/draft/schema.ts';
import { taskFields } from '#src/wizard/fields/task-fields.ts';

/** A question about the machine. */
export type Question = keyof typeof QUESTION_FIELDS;

/** The questions in the order of the page. */
export const QUESTIONS: readonly Question[] = keysOf(QUESTION_FIELDS);

/** The fields of a virtual machine's restore. */
export const vmFields = taskFields(FIELDS);

/** A draft of a virtual machine's restore. */
export type VmDraft = Draft<VmChoices>;

export const { choicesOf: vmChoices, draftOf: vmDraft, changeOf: vmChange, newDraft } = vmFields;

/** The group and the type of restore that a change sets. */
export const vmTypes = ({ group, option }: Change): Partial<VmChoices> =>
  vmChange({ group, option }) ?? {};
