import { catalogue, type CatalogueRule } from './catalogue.ts';
import {
  clearedValue,
  withValue,
  type ChoiceField,
  type ChoiceValue,
  type Choices,
} from './choices.ts';
import { verdictsAmong, type Verdict } from './engine.ts';
import type { Facts } from './facts.ts';
import { fieldsOf } from './rule.ts';
import { settleChoices } from './settle.ts';

const blocksAbout = new Map<ChoiceField, readonly CatalogueRule[]>();

/**
 * Why one value of a field could not be chosen: the blocks about THAT field which speak (or cannot
 * be checked) with the value and do not with the field empty. An entry of a list is greyed when one
 * of them speaks. The other fields are settled for the value first, so that what the choice would
 * clear by itself does not count against it.
 */
export function optionVerdicts<F extends ChoiceField>(
  facts: Facts,
  choices: Choices,
  field: F,
  value: ChoiceValue<F>,
): Verdict[] {
  const found = judge(facts, choices, field, value);
  if (found.length === 0) return [];
  // Where no point is chosen, there is none whose facts could be read.
  const without = field === 'point' ? { ...facts, point: null } : facts;
  const otherwise = new Set(judge(without, choices, field, clearedValue(field)).map(key));
  return found.filter((verdict) => !otherwise.has(key(verdict)));
}

function judge(facts: Facts, choices: Choices, field: ChoiceField, value: ChoiceValue): Verdict[] {
  const { choices: settled } = settleChoices(facts, withValue(choices, field, value), field);
  return verdictsAmong(blocks(field), facts, settled);
}

function blocks(field: ChoiceField): readonly CatalogueRule[] {
  const known = blocksAbout.get(field);
  if (known !== undefined) return known;
  const found = catalogue.filter((rule) => rule.kind === 'block' && fieldsOf(rule).includes(field));
  blocksAbout.set(field, found);
  return found;
}

const key = (verdict: Verdict): string => `${verdict.rule.id} ${verdict.state}`;
