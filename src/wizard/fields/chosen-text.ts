import { wizard } from '#src/strings/wizard.ts';
import type { ChosenText } from '#src/wizard/draft/taken-back.ts';
import {
  type AnyChoices,
  entryOf,
  type FieldInput,
  type FieldTable,
} from '#src/wizard/fields/field.ts';

/** Names a field of a table and what was chosen in it. */
export const chosenTextBy =
  <Choices extends AnyChoices, Given extends FieldInput>(
    table: FieldTable<Choices, Given>,
  ): ChosenText =>
  (field, was) => {
    const entry = entryOf(table, field);
    const label = entry?.label ?? field;
    if (was === undefined || entry?.nameOf === undefined) return label;
    const text = entry.nameOf(was);
    return entry.isNamedByValue === true ? text : wizard.takenBack.field(label, text);
  };
