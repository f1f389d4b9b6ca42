import { catalogue, type CatalogueRule } from '#src/rules/catalogue.ts';
import type { ChoiceField, ChoiceValue } from '#src/rules/choices.ts';
import { optionVerdicts } from '#src/rules/options.ts';
import { ruleText, sourceLine } from '#src/strings/rules.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';

/** The sentence of a rule, by the id that a form's error carries. */
export function sayRule(id: string): string {
  const rule = catalogue.find((one) => one.id === id);
  return rule === undefined ? id : ruleText(rule.id).say;
}

/** What an explanation says of a rule: its sentence and where it comes from. */
export function explain(rule: CatalogueRule): { readonly rule: string; readonly sources: string[] } {
  return { rule: ruleText(rule.id).say, sources: rule.source.map(sourceLine) };
}

/** Why a value of a field cannot be chosen, in the few words of a list; undefined when it can. */
export function blockedBecause<Field extends ChoiceField>(
  view: DraftView,
  field: Field,
  value: ChoiceValue<Field>,
): string | undefined {
  const speaking = optionVerdicts(view.facts, view.choices, field, value).find(
    ({ state }) => state === 'speaks',
  );
  if (speaking === undefined) return undefined;
  const text = ruleText(speaking.rule.id);
  return text.short ?? text.say;
}
