import { factsOf, ruleChoicesOf } from '#src/datasources/toy/facts.ts';
import { FIELDS } from '#src/datasources/toy/fields.ts';
import type { ToyReads } from '#src/datasources/toy/reads.ts';
import { targetOf, transitions } from '#src/datasources/toy/schema.ts';
import { STEPS_OF_TOY } from '#src/datasources/toy/steps/steps.ts';
import { toyRules } from '#src/rules/catalogue/toy.ts';
import { ruleSet } from '#src/rules/rule-set.ts';
import { pointFacts } from '#src/strings/facts/point.ts';
import { ruleTexts } from '#src/strings/rules/text.ts';
import { toyRuleTexts } from '#src/strings/toy/rules.ts';
import { shelf } from '#src/strings/toy/shelf.ts';
import { reported } from '#src/wizard/explain/fact-source.ts';
import type { ViewModel } from '#src/wizard/explain/view.ts';
import { entryOf } from '#src/wizard/fields/field.ts';

/** The label of a field. */
export const labelOf = (field: string): string => entryOf(FIELDS, field)?.label ?? field;

/** How a box's restore is judged: by the shelf's own rules. */
export const toyModel: ViewModel<ToyReads> = {
  sourceOf: () => reported(['boxes', 'points.time']),
  answersOf: ({ boxes }) => [boxes],
  after: () => null,
  chosenIn: () => 'point',
  valueName: (value) => value,
  readName: () => shelf.box.what,
  steps: STEPS_OF_TOY,
  rules: ruleSet(toyRules),
  factTexts: pointFacts,
  textOf: ruleTexts(toyRuleTexts).textOf,
  stepOf: () => 'box',
  fieldLabel: labelOf,
  factsOf,
  ruleChoices: ruleChoicesOf,
  shownOf: (choices) => choices,
  transitions,
  targetOf,
  isForReview: () => false,
};
