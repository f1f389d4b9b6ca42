import { keysOf } from '#src/lib/data.ts';
import type { AnyChoices, FieldInput, FieldTable, Line } from '#src/wizard/fields/field.ts';

/** The lines of Review, each with the field that it is of; `isHidden` names fields that have none as the draft is. */
export const reviewLines = <Choices extends AnyChoices, Given extends FieldInput>(
  table: FieldTable<Choices, Given>,
  choices: Choices,
  given: Given,
  isHidden: (field: string) => boolean = () => false,
): (readonly [field: string, line: Line])[] =>
  keysOf(table).flatMap((name) => {
    const { label, summary } = table[name];
    const line = isHidden(name) ? null : (summary?.(choices[name], given) ?? null);
    if (line === null) return [];
    return [[name, typeof line === 'string' ? ([label, line] as const) : line] as const];
  });
