import { catalogue, type CatalogueRule } from '#src/rules/catalogue.ts';
import {
  type Example,
  examplesOf,
  namesRead,
  silentExample,
  speakingExample,
} from '#src/rules/examples.ts';
import { type Worked, worked } from '#src/rules/worked.ts';

/**
 * The worked examples that make a difference on the page of any constraint, in their order: each stands
 * there as the one in which the constraint speaks or is silent, or tells first of something that it reads.
 */
export function shownExamples(): readonly Worked[] {
  const all = examplesOf(worked);
  const shown = new Set(
    catalogue.flatMap((rule) => [
      speakingExample(rule, all),
      silentExample(rule, all),
      ...tellingExamples(rule, all),
    ]),
  );
  return worked
    .filter((_, index) => shown.has(all[index] ?? null))
    .map(({ given, when }) => ({ given, when }));
}

/** Those in which a rule reads a fact or choice that it reads in none before. */
function tellingExamples(rule: CatalogueRule, all: readonly Example[]): readonly Example[] {
  const read = new Set<string>();
  return all.filter((one) => {
    const before = read.size;
    for (const name of namesRead(rule, one, [])) read.add(name);
    return read.size > before;
  });
}
