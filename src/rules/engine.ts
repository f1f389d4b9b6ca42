import { catalogue, type CatalogueRule } from './catalogue.ts';
import type { Choices } from './choices.ts';
import type { FactName, Facts } from './facts.ts';
import { ask, guarded, type View } from './known.ts';
import { inScope } from './scope.ts';

/** What one rule says: it speaks, or a fact it needs is not known. Silent rules have no verdict. */
export type Verdict =
  | { rule: CatalogueRule; state: 'speaks' }
  | { rule: CatalogueRule; state: 'not checked'; fact: FactName };

/** The verdict of one rule on a guarded view, or null when it is silent. */
export function verdictOf(rule: CatalogueRule, view: View): Verdict | null {
  const fires = ask(() => rule.when(view.facts, view.c));
  if (fires.state === 'not known') return { rule, state: 'not checked', fact: fires.fact };
  return fires.state === 'known' && fires.value ? { rule, state: 'speaks' } : null;
}

/**
 * One pass over facts and choices as given, nothing cleared or filled in: every rule that speaks or
 * could not be checked, in the catalogue's order. Pure; never throws for missing facts.
 */
export function evaluate(facts: Facts, choices: Choices): Verdict[] {
  return verdictsAmong(catalogue, facts, choices);
}

/** The same over a part of the catalogue. */
export function verdictsAmong(
  rules: readonly CatalogueRule[],
  facts: Facts,
  choices: Choices,
): Verdict[] {
  const view = guarded(facts, choices);
  const verdicts: Verdict[] = [];
  for (const rule of rules) {
    if (!inScope(rule, choices)) continue;
    const verdict = verdictOf(rule, view);
    if (verdict !== null) verdicts.push(verdict);
  }
  return verdicts;
}
