import { type RuleSet, type RuleVerdict, verdictsAmong } from './engine.ts';
import type { Facts } from './facts.ts';
import {
  type ChoiceField,
  type Choices,
  type ChoiceValue,
  clearedValue,
  type FieldName,
  withValue,
} from './fields.ts';
import { ask, guarded } from './known.ts';
import { fieldsOf, type Rule } from './rule.ts';
import { settleChoices } from './settle.ts';

interface Judged {
  readonly facts: Facts;
  readonly choices: Choices;
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
): RuleVerdict[] {
  const found = judge(given, field, value);
  if (found.length === 0) return [];
  // Where no point is chosen, there is none whose facts could be read.
  const { facts } = given;
  const without = field === 'point' ? { ...given, facts: { ...facts, point: null } } : given;
  const otherwise = new Set(judge(without, field, clearedValue(field)).map(key));
  return found.filter((verdict) => !otherwise.has(key(verdict)));
}

function judge(
  { facts, choices, set }: Judged,
  field: ChoiceField,
  value: ChoiceValue,
): RuleVerdict[] {
  const { choices: settled } = settleChoices(facts, withValue(choices, field, value), set, field);
  return verdictsAmong(set.blocks.get(field) ?? [], facts, settled);
}

const key = (verdict: RuleVerdict): string => `${verdict.rule.id} ${verdict.state}`;

/** What "Do this instead" does. */
export type Alternative = {
  sets: readonly { field: ChoiceField; value: ChoiceValue }[];
  /** Then go here, where the person chooses another value; null where nothing is left to choose. */
  choose: ChoiceField | null;
};

/**
 * The alternative that a rule offers, or null: offered is only what makes the rule silent once it is
 * applied and settled (a field to be chosen anew counts as empty), and what no other block about the
 * fields in question refuses that did not refuse before.
 */
export function alternativeOf(
  rule: Rule,
  facts: Facts,
  choices: Choices,
  set: RuleSet,
): Alternative | null {
  const alternative = named(rule, facts, choices);
  if (alternative === null) return null;
  const before = settledState({ facts, choices }, set);
  const after = settledState(withAlternative(alternative, { facts, choices }), set);
  if (verdictsAmong([rule], after.facts, after.choices).length > 0) return null;
  const fields = new Set<FieldName>([
    ...fieldsOf(rule),
    ...alternative.sets.map(({ field }) => field),
  ]);
  const refusing = blocksSpeaking(fields, before, set);
  const isNew = [...blocksSpeaking(fields, after, set)].some((id) => !refusing.has(id));
  return isNew ? null : alternative;
}

/** What a rule names as its alternative, with the values that follow from the facts filled in. */
function named(rule: Rule, facts: Facts, choices: Choices): Alternative | null {
  if (rule.instead === undefined) return null;
  const view = guarded(facts, choices);
  const sets: Alternative['sets'][number][] = [];
  let choose: ChoiceField | null = null;
  for (const { field, value, set } of rule.instead.set) {
    const given = set === undefined ? null : ask(() => set(view.facts, view.c));
    if (given !== null && given.state !== 'known') return null;
    const to = given === null ? value : given.value;
    if (to === undefined) choose ??= field;
    else sets.push({ field, value: to });
  }
  return { sets, choose };
}

type State = { facts: Facts; choices: Choices };

/**
 * The state with an alternative in it. A field to be chosen anew is empty; where that is the restore
 * point, there is none whose facts could be read.
 */
export function withAlternative({ sets, choose }: Alternative, { facts, choices }: State): State {
  const set = sets.reduce((now, { field, value }) => withValue(now, field, value), choices);
  if (choose === null) return { facts, choices: set };
  return {
    facts: choose === 'point' ? { ...facts, point: null } : facts,
    choices: withValue(set, choose, clearedValue(choose)),
  };
}

function settledState({ facts, choices }: State, set: RuleSet): State {
  return { facts, choices: settleChoices(facts, choices, set).choices };
}

function blocksSpeaking(
  fields: ReadonlySet<FieldName>,
  { facts, choices }: State,
  set: RuleSet,
): Set<string> {
  const blocks = set.all.filter(
    (rule) => rule.kind === 'block' && fieldsOf(rule).some((field) => fields.has(field)),
  );
  const speaking = verdictsAmong(blocks, facts, choices).filter(({ state }) => state === 'speaks');
  return new Set(speaking.map(({ rule }) => rule.id));
}
