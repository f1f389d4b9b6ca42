import { catalogue } from './catalogue.ts';
import type { Choices } from './choices.ts';
import { verdictsAmong, type Verdict } from './engine.ts';
import type { Facts } from './facts.ts';
import { ruleSet } from './rule-set.ts';

/** Every rule of the catalogue: of them those are heard that the choices bring into scope. */
export const catalogueSet = ruleSet(catalogue);

/**
 * One pass over facts and choices as given, nothing cleared or filled in: every rule that speaks or
 * could not be checked, in the catalogue's order. Pure; never throws for missing facts.
 */
export function evaluate(facts: Facts, choices: Choices): Verdict[] {
  return verdictsAmong(catalogue, facts, choices);
}
