import {
  clearedValue,
  withValue,
  type ChoiceField,
  type ChoiceValue,
  type Choices,
} from './choices.ts';
import { verdictsAmong, type Verdict } from './engine.ts';
import type { Facts } from './facts.ts';
import type { RuleSet } from './rule-set.ts';
import { settleChoices } from './settle.ts';

/** What a value is judged on. */
interface Judged {
  readonly facts: Facts;
  readonly choices: Choices;
  /** The rules that judge. */
  readonly set: RuleSet;
}

/**
 * Why one value of a field could not be chosen: the blocks about THAT field which apply (or cannot be
 * checked) with the value but not with the field empty. An entry of a list is grayed out when one of
 * them applies. The other fields are settled for the value first, so that what the choice would clear
 * by itself does not count against it.
 */
export function optionVerdicts<F extends ChoiceField>(
  given: Judged,
  field: F,
  value: ChoiceValue<F>,
): Verdict[] {
  const found = judge(given, field, value);
  if (found.length === 0) return [];
  // Where no point is chosen, there is none whose facts could be read.
  const { facts } = given;
  const without = field === 'point' ? { ...given, facts: { ...facts, point: null } } : given;
  const otherwise = new Set(judge(without, field, clearedValue(field)).map(key));
  return found.filter((verdict) => !otherwise.has(key(verdict)));
}

function judge({ facts, choices, set }: Judged, field: ChoiceField, value: ChoiceValue): Verdict[] {
  const { choices: settled } = settleChoices(facts, withValue(choices, field, value), set, field);
  return verdictsAmong(set.blocks.get(field) ?? [], facts, settled);
}

const key = (verdict: Verdict): string => `${verdict.rule.id} ${verdict.state}`;
