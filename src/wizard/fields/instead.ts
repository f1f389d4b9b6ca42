import { keysOf } from '#src/lib/data.ts';
import type { Change } from '#src/wizard/draft/schema.ts';
import type { Instead } from '#src/wizard/explain/view.ts';
import {
  type AnyChoices,
  entryOf,
  type FieldInput,
  type FieldTable,
} from '#src/wizard/fields/field.ts';

/** What a table says of values that can be offered in place of what a rule refuses. */
export function insteadBy<Choices extends AnyChoices, Given extends FieldInput>(
  table: FieldTable<Choices, Given>,
): Pick<Instead<never>, 'isTyped' | 'isWithoutFacts' | 'leftOut'> {
  return {
    isTyped: (field) => entryOf(table, field)?.isTyped === true,
    isWithoutFacts: (field) => entryOf(table, field)?.isWithoutFacts === true,
    leftOut: leftOutOf(table),
  };
}

function leftOutOf<Choices extends AnyChoices, Given extends FieldInput>(
  table: FieldTable<Choices, Given>,
): Change {
  return Object.fromEntries(
    keysOf(table).flatMap((name) => {
      const { leftOut } = table[name];
      return leftOut === undefined ? [] : [[name, leftOut] as const];
    }),
  );
}
