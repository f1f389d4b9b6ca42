import { type Choices as RuleChoices, NO_CHOICES } from '#src/rules/fields.ts';
import { keysOf } from '#src/lib/data.ts';
import type { AnyChoices, FieldInput, FieldTable } from '#src/wizard/fields/field.ts';

/** A draft's choices as the rules read them. What no field says of them stays as it is in no draft. */
export function ruleChoicesOf<Choices extends AnyChoices, Given extends FieldInput>(
  table: FieldTable<Choices, Given>,
  choices: Choices,
  given: Given,
): RuleChoices {
  const all: RuleChoices = { ...NO_CHOICES };
  for (const name of keysOf(table)) {
    Object.assign(all, table[name].forRules?.(choices[name], given));
  }
  return all;
}

/** The choices with what settling cleared or filled in. */
export function shownAs<Choices extends AnyChoices, Given extends FieldInput>(
  table: FieldTable<Choices, Given>,
  settled: RuleChoices,
  choices: Choices,
  given: Given,
): Choices {
  const shown: Choices = { ...choices };
  for (const name of keysOf(table)) {
    const entry = table[name];
    if (entry.fromRules !== undefined) shown[name] = entry.fromRules(settled, given);
  }
  return shown;
}
