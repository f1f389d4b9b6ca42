import { catalogue, type CatalogueRule } from '#src/rules/catalogue.ts';
import type { ChoiceField, ChoiceValue } from '#src/rules/choices.ts';
import { optionVerdicts } from '#src/rules/options.ts';
import { ruleText, sourceLine } from '#src/strings/rules.ts';
import { wizard } from '#src/strings/wizard.ts';
import { draftChange } from '#src/wizard/draft/draft-change.ts';
import { changeChoices } from '#src/wizard/draft/store.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** The sentence of a rule, by the id that a form's error carries. */
export function sayRule(id: string): string {
  const rule = catalogue.find((one) => one.id === id);
  return rule === undefined ? id : ruleText(rule.id).say;
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
) {
  const rules = optionVerdicts(view.facts, view.choices, field, value).flatMap((verdict) =>
    verdict.state === 'speaks' ? [verdict.rule] : [],
  );
  const first = rules[0];
  if (first === undefined) return undefined;
  const text = ruleText(first.id);
  return {
    short: text.short ?? wizard.explain.notPossibleShort,
    explanation: {
      reasons: rules.map((rule) => ({ ...explain(rule), facts: [] })),
      instead: insteadOf(view, rules),
    },
  };
}

/** The first alternative that can simply be applied. */
function insteadOf(view: DraftView, rules: readonly CatalogueRule[]) {
  for (const rule of rules) {
    const change = draftChange(rule.instead ?? []);
    const label = ruleText(rule.id).instead;
    if (change !== null && label !== undefined) {
      return { label, apply: () => changeChoices(view.draft.id, change) };
    }
  }
  return null;
}
