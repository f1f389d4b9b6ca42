import { keysOf } from '#src/lib/data.ts';
import type { Lost } from '#src/wizard/draft/transitions.ts';
import type { AnyChoices, Because, FieldInput, FieldTable } from '#src/wizard/fields/field.ts';

/** What is another one after a change, and what that comes of: another subscription has other networks. */
export interface Cause {
  readonly changed: Because;
  readonly because: Because;
  readonly isSo: boolean;
}

/** The fields that can't stay for some causes, each with its reason, by their entries. */
export const lostFields = <Choices extends AnyChoices, Given extends FieldInput>(
  table: FieldTable<Choices, Given>,
  causes: readonly Cause[],
  after: Given['choices'],
): Lost[] =>
  causes
    .filter(({ isSo }) => isSo)
    .flatMap(({ changed, because }) =>
      keysOf(table).flatMap((name): Lost[] =>
        table[name].clearedBy?.[changed]?.(after) === true ? [[name, because]] : [],
      ),
    );

/** A change that is its own reason. */
export const cause = (changed: Because, isSo: boolean): Cause => ({
  changed,
  because: changed,
  isSo,
});
