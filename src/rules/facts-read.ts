import type { Choices } from './choices.ts';
import type { FactName, Facts } from './facts.ts';
import { ask, guarded } from './known.ts';
import type { Rule } from './rule.ts';

/** A fact that a rule looked at; a value of `undefined` is not known. */
export type FactRead = { name: FactName; value: unknown };

/**
 * The facts that a rule read on the way to its verdict, in the order of reading, each once, for the
 * explanation of the verdict. Omits switches of the product and the person's own choices, except facts
 * that depend on the chosen account, network or subscription. Empty where the choices alone decide.
 */
export function factsRead(rule: Rule, facts: Facts, choices: Choices): FactRead[] {
  return read(rule, facts, choices).filter(({ name }) => isFact(name));
}

/** The person's own choices that a rule looked at in the same way, each once. */
export function choicesRead(rule: Rule, facts: Facts, choices: Choices): FactRead[] {
  return read(rule, facts, choices).filter(
    ({ name }) => name.startsWith('c.') && !isFact(name) && !NOT_OURS.has(name),
  );
}

/** What no field of the form holds. */
const NOT_OURS: ReadonlySet<string> = new Set(['c.product', 'c.client', 'c.action']);

function read(rule: Rule, facts: Facts, choices: Choices): FactRead[] {
  const found = new Map<FactName, unknown>();
  const view = guarded(facts, choices, (name, value) => {
    if (!found.has(name)) found.set(name, value);
  });
  ask(() => rule.when(view.facts, view.c));
  return [...found].map(([name, value]) => ({ name, value }));
}

/** Whether what a rule reads is a fact, which may be not known, and no choice or switch. */
export function isFact(name: string): boolean {
  if (name.startsWith('policy.')) return false;
  return /^(?!c\.)|^c\.(staging|vnet)\.|^c\.subscriptionTenant$/.test(name);
}
