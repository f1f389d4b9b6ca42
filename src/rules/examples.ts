import { inputOf } from './cases/case.ts';
import type { CatalogueRule } from './catalogue.ts';
import { verdictsAmong, type Verdict } from './engine.ts';
import { ask, guarded } from './known.ts';
import type { Example } from './read-values.ts';
import { inScope } from './scope.ts';
import { type Worked, worked } from './worked.ts';

/** What a rule does in an example: its verdict, or silence. */
export type Outcome = Verdict | { state: 'silent' };

/** How a rule stands in an example, which is taken as it is: nothing is cleared or filled in. */
export function outcomeOf(rule: CatalogueRule, { facts, choices }: Example): Outcome {
  return verdictsAmong([rule], facts, choices)[0] ?? { state: 'silent' };
}

/** The example of the baseline in which a rule speaks, or the next one to it; null where none does. */
export function speakingExample(rule: CatalogueRule, among = examples()): Example | null {
  return among.find((one) => outcomeOf(rule, one).state === 'speaks') ?? null;
}

/**
 * The same for silence, by its own facts and choices where there is such an example, else by another
 * product or flow, to which the rule does not belong.
 */
export function silentExample(rule: CatalogueRule, among = examples()): Example | null {
  const silent = among.filter((one) => outcomeOf(rule, one).state === 'silent');
  return silent.find(({ choices }) => inScope(rule, choices)) ?? silent[0] ?? null;
}

/** Choices that decide whether a rule applies at all. */
const SCOPE = ['c.datasource', 'c.product'];

/**
 * Names of the facts and choices (`vm.zone`, `c.option`) that a rule looks at in any example or in the
 * given one, in the order of reading; at the end those that decide whether it applies at all.
 */
export function namesRead(
  rule: CatalogueRule,
  given: Example,
  among = examples(),
): readonly string[] {
  const names = new Set<string>();
  for (const { facts, choices } of [given, ...among]) {
    const view = guarded(facts, choices, (name) => names.add(name));
    ask(() => rule.when(view.facts, view.c));
  }
  return [...new Set([...names].filter((name) => !SCOPE.includes(name))), ...SCOPE];
}

let ofWorked: readonly Example[] | null = null;

/** The worked examples, those that differ least from the baseline first. */
function examples(): readonly Example[] {
  ofWorked ??= examplesOf(worked);
  return ofWorked;
}

/** Worked examples laid over the baseline. */
function examplesOf(some: readonly Worked[]): readonly Example[] {
  return some.map(inputOf);
}
