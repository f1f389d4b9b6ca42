import { keysOf } from '#src/lib/data.ts';
import { unusedChoices } from '#src/strings/choices.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { ClearedField } from '#src/wizard/draft/schema.ts';
import {
  type AnyChoices,
  entryOf,
  type FieldInput,
  type FieldTable,
  type ReviewLine,
} from '#src/wizard/fields/field.ts';

const words = wizard.takenBack;

/** A field and what was chosen in it, in words; `was` is undefined where that was not stored. */
export type ChosenText = (field: ClearedField['field'], was: string | undefined) => string;

/** What was cleared and why, in one line. */
export const clearedFieldLine = (
  { field, because, was }: ClearedField,
  chosenText: ChosenText,
): string => words.line(chosenText(field, was), words.because[because]);

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

/** The lines of Review, each with the field that it is of; `isHidden` names fields that have none as the draft is. */
export const reviewLines = <Choices extends AnyChoices, Given extends FieldInput>(
  table: FieldTable<Choices, Given>,
  choices: Choices,
  given: Given,
  isHidden: (field: string) => boolean = () => false,
): (readonly [field: string, line: ReviewLine])[] =>
  keysOf(table).flatMap((name) => {
    const { label, summary } = table[name];
    const line = isHidden(name) ? null : (summary?.(choices[name], given) ?? null);
    if (line === null) return [];
    return [[name, typeof line === 'string' ? ([label, line] as const) : line] as const];
  });
