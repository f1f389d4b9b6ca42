import { choicesRead, factsRead } from '#src/rules/facts-read.ts';
import type { Rule } from '#src/rules/rule.ts';
import { factFrom as words } from '#src/strings/fact-from.ts';
import { choiceSentence } from '#src/strings/choices.ts';
import { sourceLine } from '#src/strings/rule-source.ts';
import type { ExplainedFact, Reason } from '#src/ui/explanation.ts';
import { factFrom } from '#src/wizard/explain/fact-from.ts';
import { againOf, unknownLine } from '#src/wizard/explain/unknown-fact.ts';
import { factTextIn, type Ground } from '#src/wizard/explain/model.ts';

/** A rule with what it read, why one of that is not known, and who says so. */
export function reasonOf<Reads>(rule: Rule, ground: Ground<Reads>): Reason {
  const facts = factsOf(rule, ground);
  return {
    id: rule.id,
    rule: ground.model.textOf(rule).say,
    // A rule about choices alone stands on what was chosen.
    facts: facts.length > 0 ? facts : choicesOf(rule, ground),
    sources: rule.source.map(sourceLine),
  };
}

function factsOf<Reads>(rule: Rule, ground: Ground<Reads>): ExplainedFact[] {
  return factsRead(rule, ground.facts, ground.choices).map(({ name, value }) =>
    value === undefined
      ? { text: unknownLine(name, ground), from: null, way: againOf(name, ground) }
      : {
          text: factTextIn(ground.model, name, ground.model.valueName(value, ground.reads)),
          from: factFrom(name, ground),
          way: null,
        },
  );
}

function choicesOf<Reads>(rule: Rule, ground: Ground<Reads>): ExplainedFact[] {
  return choicesRead(rule, ground.facts, ground.choices).map(({ name, value }) => ({
    text: choiceSentence(name, ground.model.valueName(value, ground.reads)),
    from: words.chosen,
    way: null,
  }));
}
