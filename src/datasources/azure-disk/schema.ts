import { type DiskChoices as Choices, FIELDS } from '#src/datasources/azure-disk/fields.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { taskFields } from '#src/wizard/fields/task-fields.ts';

/** What the operator has chosen; null is "not chosen". */
export type DiskChoices = Choices;

/** The fields of a disk's restore. */
export const diskFields = taskFields(FIELDS);

/** A draft of a disk's restore. */
export type DiskDraft = Draft<DiskChoices>;

export const {
  choicesOf: diskChoicesOf,
  draftOf: diskDraft,
  changeOf: diskChange,
  newDraft,
} = diskFields;
