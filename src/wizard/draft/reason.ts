import { sameId } from '#src/model/resource-id.ts';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import type { Facts } from '#src/rules/facts.ts';
import { choicesRead, factsRead } from '#src/rules/facts-read.ts';
import { factFrom as words } from '#src/strings/fact-from.ts';
import { factText } from '#src/strings/facts.ts';
import { readWords } from '#src/strings/read-text.ts';
import { ruleText, sourceLine } from '#src/strings/rules.ts';
import type { Reason, SaidFact } from '#src/ui/explanation.ts';
import { factFrom } from '#src/wizard/draft/fact-from.ts';
import { known } from '#src/wizard/draft/reads.ts';
import { againOf, unknownLine } from '#src/wizard/draft/unknown-fact.ts';
import type { Asked } from '#src/wizard/draft/why-unknown.ts';

/** What a rule is judged on. */
export interface Ground extends Asked {
  readonly facts: Facts;
}

/** A rule with what it read, why one of that is not known, and who says so. */
export function reasonOf(rule: CatalogueRule, ground: Ground): Reason {
  const facts = factsOf(rule, ground);
  return {
    id: rule.id,
    rule: ruleText(rule.id).say,
    // A rule about choices alone stands on what was chosen.
    facts: facts.length > 0 ? facts : choicesOf(rule, ground),
    sources: rule.source.map(sourceLine),
  };
}

function factsOf(rule: CatalogueRule, ground: Ground): SaidFact[] {
  return factsRead(rule, ground.facts, ground.choices).map(({ name, value }) =>
    value === undefined
      ? { text: unknownLine(name, ground), from: null, way: againOf(name, ground) }
      : { text: factText(name, named(value, ground)), from: factFrom(name, ground), way: null },
  );
}

function choicesOf(rule: CatalogueRule, ground: Ground): SaidFact[] {
  return choicesRead(rule, ground.facts, ground.choices).map(({ name, value }) => ({
    text: readWords(name).sentence(named(value, ground)),
    from: words.chosen,
    way: null,
  }));
}

/** A subscription by the name that people know it by; any other value as it is. */
function named(value: unknown, { reads }: Ground): unknown {
  if (typeof value !== 'string') return value;
  return (known(reads.subscriptions) ?? []).find(({ id }) => sameId(id, value))?.name ?? value;
}
