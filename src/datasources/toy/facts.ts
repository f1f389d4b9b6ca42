import type { ToyBox, ToyPoint } from '#src/api/toy/boxes/box.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { Choices } from '#src/rules/choices.ts';
import type { Facts } from '#src/rules/facts.ts';
import { FIELDS } from '#src/datasources/toy/fields.ts';
import type { ToyReads } from '#src/datasources/toy/reads.ts';
import { toyChoices } from '#src/datasources/toy/schema.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { ruleChoicesOf as choicesForRules } from '#src/wizard/fields/rule-choices.ts';
import { known } from '#src/wizard/reads/read.ts';

/** The box and the point that are chosen, once they are read. */
export interface Chosen {
  readonly box: ToyBox | undefined;
  readonly point: ToyPoint | undefined;
}

/** Finds what is chosen. Pure. */
export function chosenIn(reads: ToyReads, choices: DraftChoices): Chosen {
  const { instance, point: chosen } = toyChoices(choices);
  const box = known(reads.boxes)?.find(({ id }) => sameId(id, instance));
  return { box, point: box?.points.find(({ name }) => name === chosen) };
}

const HOUR_MS = 3_600_000;

/** What the rules may know: how old the chosen point is. Pure. */
export function factsOf(reads: ToyReads, choices: DraftChoices): Facts {
  if (toyChoices(choices).point === null) return { point: null };
  const { point } = chosenIn(reads, choices);
  return { point: { ageHours: point && (reads.at - point.time) / HOUR_MS } };
}

/** What is chosen, as the rules read it. Pure. */
export function ruleChoicesOf(choices: DraftChoices, reads: ToyReads): Choices {
  const typed = toyChoices(choices);
  return choicesForRules(FIELDS, typed, { choices: typed, reads });
}
