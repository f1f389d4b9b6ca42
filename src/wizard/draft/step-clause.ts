import type { CatalogueRule } from '#src/rules/catalogue.ts';
import { fieldsOf } from '#src/rules/rule.ts';
import type { FactName } from '#src/rules/facts.ts';
import type { Settled } from '#src/rules/settle.ts';
import { STEP_FIELDS, type StepId } from '#src/rules/step-of.ts';

/**
 * Whether a step has something to ask: not when a rule hides all that it asks for; nobody knows
 * when that rule could not be checked.
 */
export type StepClause =
  | { readonly state: 'needed' }
  | { readonly state: 'notNeeded'; readonly rule: CatalogueRule }
  | { readonly state: 'notChecked'; readonly rule: CatalogueRule; readonly fact: FactName };

/** What the rules say about a step as a whole. Pure. */
export function clauseOf(step: StepId, { verdicts }: Settled): StepClause {
  const all = verdicts.filter(
    ({ rule }) =>
      rule.kind === 'hide-field' &&
      STEP_FIELDS[step].every((field) => fieldsOf(rule).some((one) => one === field)),
  );
  const hiding = all.find(({ state }) => state === 'speaks') ?? all[0];
  if (hiding === undefined) return { state: 'needed' };
  return hiding.state === 'speaks'
    ? { state: 'notNeeded', rule: hiding.rule }
    : { state: 'notChecked', rule: hiding.rule, fact: hiding.fact };
}
