import { unusedChoices } from '#src/strings/unused-choices.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { ChosenText } from '#src/wizard/draft/taken-back.ts';
import {
  type AnyChoices,
  entryOf,
  type FieldTable,
  type Ground,
} from '#src/wizard/fields/field.ts';

/** Names a field of a table and what was chosen in it. */
export const chosenTextBy =
  <Choices extends AnyChoices, Given extends Ground, Sent>(
    table: FieldTable<Choices, Given, Sent>,
  ): ChosenText =>
  (field, was) => {
    const entry = entryOf(table, field);
    const label = entry?.label ?? field;
    if (was === undefined || entry?.nameOf === undefined) return label;
    const text = entry.nameOf(was);
    return entry.isNamedByValue === true ? text : wizard.takenBack.field(label, text);
  };

/** A choice that the rules cleared: by itself where its name says which field it is of, else behind the label. */
export const unusedTextBy =
  <Choices extends AnyChoices, Given extends Ground, Sent>(
    table: FieldTable<Choices, Given, Sent>,
  ) =>
  (field: keyof Choices & string, choices: Choices, given: Given): string => {
    const entry = table[field];
    if (entry.unusedText !== undefined) return entry.unusedText(choices[field], given);
    const value = String(choices[field]);
    const name = entry.nameOf?.(value) ?? value;
    return entry.isNamedByValue === true ? name : unusedChoices.chosen(entry.label, name);
  };
