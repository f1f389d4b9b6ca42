import type { ChoiceField, ChoiceValue, FieldName } from '#src/rules/fields.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import { settleChoices } from '#src/rules/settle.ts';
import { sourceLine } from '#src/strings/rule-source.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Explanation } from '#src/ui/explanation.ts';
import type { FieldTexts } from '#src/ui/fields/field-text.ts';
import type { Blocked, Judgement } from '#src/ui/fields/option.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import { type Entry, type Nearest, nearestOf, withOneOf } from '#src/wizard/explain/nearest.ts';
import type { FactModel, Ground } from '#src/wizard/explain/model.ts';
import { reasonOf } from '#src/wizard/explain/reason.ts';
import { placeOf } from '#src/wizard/steps/task-steps.ts';
import { uncheckedBy } from '#src/wizard/explain/unknown-fact.ts';
import {
  type Candidate,
  changedDraft,
  choicesWith,
  valueVerdicts,
  type View,
  viewOf,
} from '#src/wizard/explain/view.ts';

/** The rules that judge, and what they say. */
type Worded = Pick<FactModel<never>, 'rules' | 'textOf'>;

const ruleOf = ({ rules }: Pick<Worded, 'rules'>, id: string): Rule | undefined =>
  rules.all.find((one) => one.id === id);

/**
 * The rule that fixes a field at one value, although the others are shown with their reasons; undefined if
 * none does.
 */
export function fixedBy(
  { settled }: Pick<View<never>, 'settled'>,
  field: ChoiceField,
): string | undefined {
  const found = settled.verdicts.find(
    ({ rule, state }) =>
      state === 'speaks' &&
      rule.kind === 'hide-field' &&
      rule.set !== undefined &&
      fieldsOf(rule).includes(field),
  );
  return found?.rule.id;
}

/** The rule that refuses what a field holds; undefined where none does. */
export function refusedBy(
  { settled }: Pick<View<never>, 'settled'>,
  field: ChoiceField,
): string | undefined {
  const found = settled.verdicts.find(
    ({ rule, state }) => state === 'speaks' && rule.kind === 'block' && fieldsOf(rule)[0] === field,
  );
  return found?.rule.id;
}

/** What an explanation says of a rule: its sentence and where it comes from. */
export function explain(
  { textOf }: Pick<Worded, 'textOf'>,
  rule: Rule,
): { readonly rule: string; readonly sources: string[] } {
  return { rule: textOf(rule).say, sources: rule.source.map(sourceLine) };
}

/** Explains the rules that apply to a draft in its current state, with one alternative. */
export function explainRules<Reads>(view: View<Reads>, rules: readonly Rule[]): Explanation {
  return explanationOf(view, rules, { ...view, choices: view.settled.choices });
}

type ErrorWords = Required<Pick<FieldTexts, 'errorText' | 'explainError'>>;

/** What a field says of the rules that refuse it: their sentences, and all of it for who asks. */
export function errorWords<Reads>(view: View<Reads>): ErrorWords {
  return {
    errorText: (id) => {
      const rules = refusingWith(view, id);
      return rules.length === 0
        ? (view.model.rejecting?.codeText(id) ?? id)
        : rules.map((rule) => view.model.textOf(rule).say).join(' ');
    },
    explainError: (id) => {
      const rules = refusingWith(view, id);
      if (rules.length === 0) return undefined;
      const isEmpty = rules.every(({ kind }) => kind === 'require-field');
      // That a field is empty needs no reasons; what could stand there is still offered.
      return () => ({
        ...explainOnce(view, id, rules),
        ...(isEmpty && { reasons: [] }),
      });
    },
  };
}

const explained = new WeakMap<object, Map<string, Explanation>>();

/** The summary and the field both ask, and each time they are drawn: of one view it is worked out once. */
function explainOnce<Reads>(view: View<Reads>, id: string, rules: readonly Rule[]): Explanation {
  const known = explained.get(view) ?? new Map<string, Explanation>();
  explained.set(view, known);
  const found = known.get(id) ?? explainRules(view, rules);
  known.set(id, found);
  return found;
}

/** The rule that a form's error carries, and the blocks that refuse the same field beside it. */
function refusingWith<Reads>({ settled, model }: View<Reads>, id: string): Rule[] {
  const rule = ruleOf(model, id);
  if (rule === undefined) return [];
  const { steps } = model;
  const field = placeOf(steps, rule)?.field;
  const beside = settled.verdicts.flatMap((verdict) =>
    verdict.state === 'speaks' && verdict.rule.kind === 'block' ? [verdict.rule] : [],
  );
  const same = beside.filter((one) => field !== undefined && placeOf(steps, one)?.field === field);
  return rule.kind === 'block' ? [...new Set([rule, ...same])] : [rule];
}

/** Explains rules that are judged on given choices, with one alternative. */
export function explanationOf<Reads>(
  view: View<Reads>,
  rules: readonly Rule[],
  ground: Ground<Reads>,
  entry?: Entry,
): Explanation {
  return {
    reasons: rules.map((rule) => reasonOf(rule, ground)),
    instead: wayOut(view, nearestOf(view, rules, ground, entry)),
  };
}

/** A nearest other choice as a button. */
export function wayOut<Reads>(
  { draft, model }: View<Reads>,
  nearest: Nearest | null,
): Explanation['instead'] {
  return (
    nearest && {
      label: nearest.label,
      field: nearest.field,
      apply: () => changeChoices(model.transitions, draft.id, nearest.change),
    }
  );
}

/**
 * What the rules say of a value of a field: why it can't be selected, or else which fact is missing to
 * judge it. Nothing where every block is judged and none refuses it. `wanted` is the value as a change of
 * the draft: what is offered instead keeps it.
 */
export function judgeValue<Reads, Field extends ChoiceField>(
  view: View<Reads>,
  field: Field,
  value: ChoiceValue<Field>,
  wanted?: Candidate,
): Judgement {
  const verdicts = valueVerdicts(view, field, value);
  const rules = verdicts.flatMap((verdict) => (verdict.state === 'speaks' ? [verdict.rule] : []));
  const [first] = rules;
  return first === undefined
    ? {
        unchecked: uncheckedBy(verdicts, {
          ...view,
          choices: choicesWith(view, field, value),
        }),
      }
    : { blocked: blockedBy([first, ...rules.slice(1)], view, { field, value, wanted }) };
}

interface Refused<Field extends ChoiceField> {
  readonly field: Field;
  readonly value: ChoiceValue<Field>;
  readonly wanted: Candidate | undefined;
}

/** In the few words of a list, and with every rule, fact and document for who asks. */
function blockedBy<Reads, Field extends ChoiceField>(
  rules: readonly [Rule, ...Rule[]],
  view: View<Reads>,
  { field, value, wanted }: Refused<Field>,
): Blocked {
  const shorts = new Set(rules.flatMap(({ id }) => view.model.textOf({ id }).short ?? []));
  return {
    short: shorts.size === 0 ? wizard.explain.notPossibleShort : [...shorts].join('; '),
    explain: () => {
      // The rules are evaluated as if the value were selected.
      const chosen = choicesWith(view, field, value);
      const { choices } = settleChoices(view.facts, chosen, view.model.rules, field);
      const explanation = explanationOf(view, rules, { ...view, choices }, { field, value });
      const keeping = wanted === undefined ? null : nearestKeeping(view, rules, wanted);
      return keeping === null ? explanation : { ...explanation, instead: wayOut(view, keeping) };
    },
  };
}

/** Why a field is not there: the clauses that take it away, and with what it would be there. */
export function explainHidden<Reads>(
  view: View<Reads>,
  field: FieldName,
  rules: readonly Rule[],
): Explanation {
  const ground = { ...view, choices: view.settled.choices };
  const { hiding } = view.model;
  const nearest = hiding ? withOneOf(view, field, hiding.revealing(view)) : null;
  return { reasons: rules.map((rule) => reasonOf(rule, ground)), instead: wayOut(view, nearest) };
}

/**
 * A change of another field with which the wanted change is possible. Null where there is none. Pure.
 */
function nearestKeeping<Reads>(
  view: View<Reads>,
  rules: readonly Rule[],
  wanted: Candidate,
): Nearest | null {
  const { model } = view;
  const chosen = viewOf(model, changedDraft(view, wanted.change), view.reads);
  const nearest = nearestOf(chosen, rules, { ...chosen, choices: chosen.settled.choices });
  if (nearest === null || Object.keys(wanted.change).some((field) => field in nearest.change)) {
    return null;
  }
  return {
    label: wizard.explain.keeping(nearest.label, wanted.name),
    field: nearest.field,
    change: { ...wanted.change, ...nearest.change },
  };
}
