import { catalogue, type CatalogueRule } from '#src/rules/catalogue.ts';
import { type ChoiceField, type ChoiceValue, withValue } from '#src/rules/choices.ts';
import { optionVerdicts } from '#src/rules/options.ts';
import { fieldsOf } from '#src/rules/rule.ts';
import { settleChoices } from '#src/rules/settle.ts';
import { ruleText, sourceLine } from '#src/strings/rules.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Explanation } from '#src/ui/explanation.ts';
import type { FieldTexts } from '#src/ui/fields/field-text.ts';
import type { Blocked, Judgement } from '#src/ui/fields/option.ts';
import type { Candidate } from '#src/wizard/draft/candidates.ts';
import { nearestKeeping } from '#src/wizard/draft/keeping.ts';
import { type Entry, type Nearest, nearestOf } from '#src/wizard/draft/nearest.ts';
import { type Ground, reasonOf } from '#src/wizard/draft/reason.ts';
import { placeOf } from '#src/wizard/draft/step-ids.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import { uncheckedBy } from '#src/wizard/draft/unchecked.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** The sentence of a rule, by the id that a form's error carries. */
export function sayRule(id: string): string {
  const rule = ruleOf(id);
  return rule === undefined ? id : ruleText(rule.id).say;
}

function ruleOf(id: string): CatalogueRule | undefined {
  return catalogue.find((one) => one.id === id);
}

/**
 * The rule that holds a field at one value, which is shown all the same with the others and their
 * reasons; undefined where none does.
 */
export function fixedBy({ settled }: DraftView, field: ChoiceField): string | undefined {
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
export function refusedBy({ settled }: DraftView, field: ChoiceField): string | undefined {
  const found = settled.verdicts.find(
    ({ rule, state }) => state === 'speaks' && rule.kind === 'block' && fieldsOf(rule)[0] === field,
  );
  return found?.rule.id;
}

/** What an explanation says of a rule: its sentence and where it comes from. */
export function explain(rule: CatalogueRule): {
  readonly rule: string;
  readonly sources: string[];
} {
  return { rule: ruleText(rule.id).say, sources: rule.source.map(sourceLine) };
}

/** All that is to be said of rules that speak about a draft as it stands, and one way out. */
export function explainRules(view: DraftView, rules: readonly CatalogueRule[]): Explanation {
  return explanationOf(view, rules, { ...view, choices: view.settled.choices });
}

type ErrorWords = Required<Pick<FieldTexts, 'errorText' | 'explainError'>>;

/** What a field says of the rules that refuse it: their sentences, and all of it for who asks. */
export function errorWords(view: DraftView): ErrorWords {
  return {
    errorText: (id) => {
      const rules = refusingWith(view, id);
      return rules.length === 0 ? id : rules.map((rule) => ruleText(rule.id).say).join(' ');
    },
    explainError: (id) => {
      const rules = refusingWith(view, id);
      return rules.length === 0 ? undefined : () => explainOnce(view, id, rules);
    },
  };
}

const explained = new WeakMap<DraftView, Map<string, Explanation>>();

/** The summary and the field both ask, and each time they are drawn: of one view it is worked out once. */
function explainOnce(view: DraftView, id: string, rules: readonly CatalogueRule[]): Explanation {
  const known = explained.get(view) ?? new Map<string, Explanation>();
  explained.set(view, known);
  const found = known.get(id) ?? explainRules(view, rules);
  known.set(id, found);
  return found;
}

/** The rule that a form's error carries, and the blocks that refuse the same field beside it. */
function refusingWith(view: DraftView, id: string): CatalogueRule[] {
  const rule = ruleOf(id);
  if (rule === undefined) return [];
  const field = placeOf(rule)?.field;
  const beside = view.settled.verdicts.flatMap((verdict) =>
    verdict.state === 'speaks' && verdict.rule.kind === 'block' ? [verdict.rule] : [],
  );
  const same = beside.filter((one) => field !== undefined && placeOf(one)?.field === field);
  return rule.kind === 'block' ? [...new Set([rule, ...same])] : [rule];
}

function explanationOf(
  view: DraftView,
  rules: readonly CatalogueRule[],
  ground: Ground,
  entry?: Entry,
): Explanation {
  return {
    reasons: rules.map((rule) => reasonOf(rule, ground)),
    instead: wayOut(view, nearestOf(view, rules, ground, entry)),
  };
}

function wayOut({ draft }: DraftView, nearest: Nearest | null): Explanation['instead'] {
  return (
    nearest && {
      label: nearest.label,
      field: nearest.field,
      apply: () => changeChoices(draft.id, nearest.change),
    }
  );
}

/**
 * What the rules say of a value of a field: why it cannot be chosen, or else what keeps anybody from
 * knowing that. Nothing where every block is settled and none refuses it. Where the value is `asked` for
 * as a change of the draft, a way out by another field keeps it.
 */
export function judgeValue<Field extends ChoiceField>(
  view: DraftView,
  field: Field,
  value: ChoiceValue<Field>,
  asked?: Candidate,
): Judgement {
  const verdicts = optionVerdicts(view.facts, view.choices, field, value);
  const rules = verdicts.flatMap((verdict) => (verdict.state === 'speaks' ? [verdict.rule] : []));
  const [first] = rules;
  return first === undefined
    ? {
        unchecked: uncheckedBy(verdicts, {
          ...view,
          choices: withValue(view.choices, field, value),
        }),
      }
    : { blocked: blockedBy([first, ...rules.slice(1)], view, { field, value, asked }) };
}

interface Refused<Field extends ChoiceField> {
  readonly field: Field;
  readonly value: ChoiceValue<Field>;
  readonly asked: Candidate | undefined;
}

/** In the few words of a list, and with every rule, fact and document for who asks. */
function blockedBy<Field extends ChoiceField>(
  rules: readonly [CatalogueRule, ...CatalogueRule[]],
  view: DraftView,
  { field, value, asked }: Refused<Field>,
): Blocked {
  const shorts = new Set(rules.flatMap(({ id }) => ruleText(id).short ?? []));
  return {
    short: shorts.size === 0 ? wizard.explain.notPossibleShort : [...shorts].join('; '),
    explain: () => {
      // The rules are asked as they would stand with the value chosen.
      const chosen = withValue(view.choices, field, value);
      const { choices } = settleChoices(view.facts, chosen, field);
      const explanation = explanationOf(view, rules, { ...view, choices }, { field, value });
      const kept = asked === undefined ? null : nearestKeeping(view, rules, asked);
      return kept === null ? explanation : { ...explanation, instead: wayOut(view, kept) };
    },
  };
}
