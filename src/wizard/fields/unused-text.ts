import { unusedChoices } from '#src/strings/unused-choices.ts';
import type { AnyChoices, FieldInput, FieldTable } from '#src/wizard/fields/field.ts';

/** A choice that the rules cleared: by itself where its name says which field it is of, else behind the label. */
export const unusedTextBy =
  <Choices extends AnyChoices, Given extends FieldInput>(table: FieldTable<Choices, Given>) =>
  (field: keyof Choices & string, choices: Choices, given: Given): string => {
    const entry = table[field];
    if (entry.unusedText !== undefined) return entry.unusedText(choices[field], given);
    const value = String(choices[field]);
    const name = entry.nameOf?.(value) ?? value;
    return entry.isNamedByValue === true ? name : unusedChoices.chosen(entry.label, name);
  };
