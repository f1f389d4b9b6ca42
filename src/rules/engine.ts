import type { Choices } from './choices.ts';
import type { FactName, Facts } from './facts.ts';
import { ask, guarded, type View } from './known.ts';
import type { Rule } from './rule.ts';
import { inScope } from './scope.ts';

/** What one rule says: it speaks, or a fact it needs is not known. Silent rules have no verdict. */
export type Verdict =
  | { rule: Rule; state: 'speaks' }
  | { rule: Rule; state: 'not checked'; fact: FactName };

/** The verdict of one rule on a guarded view, or null when it is silent. */
export function verdictOf(rule: Rule, view: View): Verdict | null {
  const fires = ask(() => rule.when(view.facts, view.c));
  if (fires.state === 'not known') return { rule, state: 'not checked', fact: fires.fact };
  return fires.state === 'known' && fires.value ? { rule, state: 'speaks' } : null;
}

/**
 * One pass of some rules over facts and choices as given, nothing cleared or filled in: those that
 * speak or could not be checked, in their order. Pure; never throws for missing facts.
 */
export function verdictsAmong(rules: readonly Rule[], facts: Facts, choices: Choices): Verdict[] {
  const view = guarded(facts, choices);
  const verdicts: Verdict[] = [];
  for (const rule of rules) {
    if (!inScope(rule, choices)) continue;
    const verdict = verdictOf(rule, view);
    if (verdict !== null) verdicts.push(verdict);
  }
  return verdicts;
}
