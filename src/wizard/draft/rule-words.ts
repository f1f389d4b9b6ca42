import { alternativeOf } from '#src/rules/alternatives.ts';
import { catalogue, type CatalogueRule } from '#src/rules/catalogue.ts';
import { type ChoiceField, type Choices, type ChoiceValue, withValue } from '#src/rules/choices.ts';
import type { FactName, Facts } from '#src/rules/facts.ts';
import { factsRead } from '#src/rules/facts-read.ts';
import { optionVerdicts } from '#src/rules/options.ts';
import { fieldsOf } from '#src/rules/rule.ts';
import { settleChoices } from '#src/rules/settle.ts';
import { common } from '#src/strings/common.ts';
import { factText } from '#src/strings/facts.ts';
import { ruleText, sourceLine } from '#src/strings/rules.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Explanation, Reason } from '#src/ui/explanation.ts';
import type { Blocked } from '#src/ui/fields/option.ts';
import { draftChange } from '#src/wizard/draft/draft-change.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import { unknownLine } from '#src/wizard/draft/unknown-fact.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { type Asked, whyUnknown } from '#src/wizard/draft/why-unknown.ts';

/** The sentence of a rule, by the id that a form's error carries. */
export function sayRule(id: string): string {
  const rule = catalogue.find((one) => one.id === id);
  return rule === undefined ? id : ruleText(rule.id).say;
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

/** What an explanation says of a rule: its sentence and where it comes from. */
export function explain(rule: CatalogueRule): {
  readonly rule: string;
  readonly sources: string[];
} {
  return { rule: ruleText(rule.id).say, sources: rule.source.map(sourceLine) };
}

/**
 * Why a value of a field cannot be chosen: in the few words of a list, and with every rule, fact and
 * document for who asks. Undefined when nothing that is known refuses it.
 */
export function blockedBy<Field extends ChoiceField>(
  view: DraftView,
  field: Field,
  value: ChoiceValue<Field>,
): Blocked | undefined {
  const rules = optionVerdicts(view.facts, view.choices, field, value).flatMap((verdict) =>
    verdict.state === 'speaks' ? [verdict.rule] : [],
  );
  const first = rules[0];
  if (first === undefined) return undefined;
  return {
    short: ruleText(first.id).short ?? wizard.explain.notPossibleShort,
    explain: () => {
      // The rules are asked as they would stand with the value chosen.
      const chosen = withValue(view.choices, field, value);
      const { choices } = settleChoices(view.facts, chosen, field);
      return {
        reasons: rules.map((rule) => reasonOf(rule, { ...view, choices })),
        instead: insteadOf(view.draft.id, rules, view.facts, choices),
      };
    },
  };
}

/**
 * Why nobody knows whether a value of a field can be chosen: the first fact that a block about it
 * lacks. Undefined where every block is settled.
 */
export function uncheckedBy<Field extends ChoiceField>(
  view: DraftView,
  field: Field,
  value: ChoiceValue<Field>,
): string | undefined {
  const asked: Asked = { ...view, choices: withValue(view.choices, field, value) };
  const open = optionVerdicts(view.facts, view.choices, field, value).find(
    (verdict) => verdict.state === 'not checked' && !comesByItself(verdict.fact, asked),
  );
  if (open?.state !== 'not checked') return undefined;
  return `${common.notChecked}. ${unknownLine(open.fact, asked)}`;
}

/** What is on its way, or is asked once something is chosen, is no trouble to tell of beforehand. */
function comesByItself(fact: FactName, asked: Asked): boolean {
  return ['loading', 'notChosen', 'question'].includes(whyUnknown(fact, asked).kind);
}

/** What a rule is judged on. */
export interface Ground extends Asked {
  readonly facts: Facts;
}

/** A rule with the facts that it read, why one of them is not known, and who says so. */
export function reasonOf(rule: CatalogueRule, ground: Ground): Reason {
  const read = factsRead(rule, ground.facts, ground.choices);
  return {
    id: rule.id,
    rule: ruleText(rule.id).say,
    facts: read.map(({ name, value }) =>
      value === undefined ? unknownLine(name, ground) : factText(name, value),
    ),
    sources: rule.source.map(sourceLine),
  };
}

/** The first alternative that silences its rule and can be applied here. */
function insteadOf(
  draftId: string,
  rules: readonly CatalogueRule[],
  facts: Facts,
  choices: Choices,
): Explanation['instead'] {
  for (const rule of rules) {
    const label = ruleText(rule.id).instead;
    const alternative = alternativeOf(rule, facts, choices);
    const change = alternative === null ? null : draftChange(alternative);
    if (change !== null && label !== undefined) {
      // The last field set is the one that the person asked about; the others lead up to it.
      const field = Object.keys(change).at(-1) ?? '';
      return { label, field, apply: () => changeChoices(draftId, change) };
    }
  }
  return null;
}
