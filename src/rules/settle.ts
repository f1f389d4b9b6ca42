import { same } from './derived.ts';
import { inScope, type RuleSet, type RuleVerdict, ruleVerdictOf, verdictsAmong } from './engine.ts';
import type { Facts } from './facts.ts';
import {
  type ChoiceField,
  type Choices,
  type ChoiceValue,
  clearedValue,
  type FieldName,
  isChoiceField,
  valueOf,
  withValue,
} from './fields.ts';
import { ask, guarded, type GuardedView } from './known.ts';
import { fieldsOf, type Rule } from './rule.ts';

/** A value that settling changed, and the rule that made it so. */
type SettledChange = {
  field: ChoiceField;
  kind: 'cleared' | 'filled in';
  from: ChoiceValue;
  to: ChoiceValue;
  rule: Rule;
};

export type Settled = {
  choices: Choices;
  verdicts: RuleVerdict[];
  changes: SettledChange[];
  /** Fields that a rule takes away. */
  hidden: ReadonlySet<FieldName>;
};

// Longest chain today: a default shows a field whose default shows another. Eight is ample.
const MAX_ROUNDS = 8;

/**
 * What the form goes by (rules.md §1, "Two readings"): hidden fields are cleared, then empty fields
 * take their defaults, to a fixed point; then everything is evaluated. A choice is never overwritten
 * by a default, nor by a rule that holds its field at one value: what refuses it says so. A hidden
 * field is never filled in or required. Idempotent. `set` is the rules that judge; where only some of
 * them matter, `heard` names them, and no other is evaluated at the end.
 */
export function settle(
  facts: Facts,
  choices: Choices,
  set: RuleSet,
  heard: readonly Rule[] = set.all,
): Settled {
  const { choices: settled, changes } = settleChoices(facts, choices, set);
  const hidden = new Set(fieldsHidden(facts, settled, set).keys());
  const verdicts = verdictsAmong(heard, facts, settled).filter(
    ({ rule }) => rule.kind !== 'require-field' || !fieldsOf(rule).some((f) => hidden.has(f)),
  );
  return { choices: settled, verdicts, changes, hidden };
}

/** The clearing and filling in alone. `keep` names a field that stays as it is. */
export function settleChoices(
  facts: Facts,
  choices: Choices,
  set: RuleSet,
  keep?: ChoiceField,
): Pick<Settled, 'choices' | 'changes'> {
  const changes: SettledChange[] = [];
  let now = choices;
  const change = (kind: SettledChange['kind'], field: ChoiceField, to: ChoiceValue, rule: Rule) => {
    changes.push({ field, kind, from: valueOf(now, field), to, rule });
    now = withValue(now, field, to);
  };
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = now;
    const hidden = fieldsHidden(facts, now, set);
    for (const [field, by] of hidden) {
      if (!isChoiceField(field) || field === keep) continue;
      if (by.isHeld && isOther(valueOf(now, field), by.to)) continue;
      if (valueOf(now, field) !== by.to) change('cleared', field, by.to, by.rule);
    }
    const view = guarded(facts, now);
    for (const rule of set.defaults) {
      const to = valueFrom(rule, view, now);
      const field = fieldsOf(rule).find(isChoiceField);
      if (to === undefined || field === undefined || field === keep || hidden.has(field)) continue;
      if (isEmpty(now, field) && valueOf(now, field) !== to) change('filled in', field, to, rule);
    }
    if (now === before) break;
  }
  return { choices: now, changes };
}

function isEmpty(choices: Choices, field: ChoiceField): boolean {
  const value = valueOf(choices, field);
  return value === '' || value === clearedValue(field);
}

/** Whether something else was chosen than the value that a field is held at; letter case is none. */
function isOther(chosen: ChoiceValue, held: ChoiceValue): boolean {
  if (typeof chosen !== 'string' || chosen === '') return false;
  return typeof held !== 'string' || !same(chosen, held);
}

type Hiding = {
  to: ChoiceValue;
  rule: Rule;
  /** No rule takes the field away: it is held at a value, and what else was chosen is refused. */
  isHeld: boolean;
};

/**
 * The fields that rules hide or fix, with what they then hold. Where two rules hide one field, the
 * one that fixes a value wins over the one that only clears it.
 */
export function fieldsHidden(facts: Facts, choices: Choices, set: RuleSet): Map<FieldName, Hiding> {
  const view = guarded(facts, choices);
  const hidden = new Map<FieldName, Hiding>();
  for (const rule of set.hiders) {
    if (!inScope(rule, choices) || ruleVerdictOf(rule, view)?.state !== 'speaks') continue;
    const fixed = valueFrom(rule, view, choices);
    for (const field of fieldsOf(rule)) {
      const to = fixed ?? (isChoiceField(field) ? clearedValue(field) : null);
      const before = hidden.get(field);
      const isHeld = fixed !== undefined && before?.isHeld !== false;
      if (before === undefined || fixed !== undefined) hidden.set(field, { to, rule, isHeld });
      else hidden.set(field, { ...before, isHeld });
    }
  }
  return hidden;
}

/** The value a speaking rule sets; undefined when it sets none or the value is not known. */
function valueFrom(rule: Rule, view: GuardedView, choices: Choices): ChoiceValue | undefined {
  if ((rule.kind !== 'default' && rule.kind !== 'hide-field') || rule.set === undefined)
    return undefined;
  if (!inScope(rule, choices) || ruleVerdictOf(rule, view)?.state !== 'speaks') return undefined;
  const { set } = rule;
  const given = ask(() => set(view.facts, view.c));
  return given.state === 'known' ? given.value : undefined;
}
