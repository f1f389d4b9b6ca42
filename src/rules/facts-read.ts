import type { CatalogueRule } from './catalogue.ts';
import type { Choices } from './choices.ts';
import type { FactName, Facts } from './facts.ts';
import { ask, guarded } from './known.ts';

/** A fact that a rule looked at; a value of `undefined` is not known. */
export type FactRead = { name: FactName; value: unknown };

/**
 * The facts that a rule read on the way to its verdict, in the order of reading, each once, for the
 * explanation of the verdict. Left out are switches of the product and the person's own choices, of
 * which only what hangs on the chosen account, network or subscription is a fact. Empty where the
 * choices alone decide.
 */
export function factsRead(rule: CatalogueRule, facts: Facts, choices: Choices): FactRead[] {
  const read = new Map<FactName, unknown>();
  const view = guarded(facts, choices, (name, value) => {
    if (isFact(name) && !read.has(name)) read.set(name, value);
  });
  ask(() => rule.when(view.facts, view.c));
  return [...read].map(([name, value]) => ({ name, value }));
}

/** Whether what a rule reads is a fact, which may be not known, and no choice or switch. */
export function isFact(name: string): boolean {
  if (name.startsWith('policy.')) return false;
  return /^(?!c\.)|^c\.(staging|vnet)\.|^c\.subscriptionTenant$/.test(name);
}
