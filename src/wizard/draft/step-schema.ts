import { catalogue, type CatalogueRule } from '#src/rules/catalogue.ts';
import type { FieldName } from '#src/rules/choices.ts';
import { fieldsOf } from '#src/rules/rule.ts';
import { settle } from '#src/rules/settle.ts';
import { ruleChoices } from '#src/wizard/draft/choices.ts';
import { factsOf } from '#src/wizard/draft/facts.ts';
import type { Reads } from '#src/wizard/draft/reads.ts';
import { canRefuse, isRefusal, refusedAtSubmit } from '#src/wizard/draft/review.ts';
import { type DraftChoices, draftSchema } from '#src/wizard/draft/schema.ts';
import { placeOf } from '#src/wizard/draft/step-ids.ts';
import { STEP_FIELDS, type StepId } from '#src/rules/step-of.ts';

/**
 * The schema of a step's form, made from the rules: it refuses exactly what a rule of kind block or
 * require-field says about a field of the step; Review refuses what any step does. The message of an issue is the rule's id.
 */
export function schemaFor(step: StepId, reads: Reads) {
  return draftSchema.shape.choices.check((payload) => {
    for (const { field, id } of refusals(step, payload.value, reads)) {
      payload.issues.push({ code: 'custom', input: payload.value, path: [field], message: id });
    }
  });
}

interface Refusal {
  readonly field: string;
  readonly id: string;
}

/** The rules that stand in the way of leaving a step, each with the field to go to. */
function refusals(step: StepId, choices: DraftChoices, reads: Reads): Refusal[] {
  const facts = factsOf(reads, choices);
  const made = ruleChoices(choices, reads);
  if (step === 'review') {
    const refused = refusedAtSubmit(facts, made).map(({ rule }) => rule);
    // It only sums up the others, which are named one by one.
    const named = refused.filter(({ id }) => id !== 'review.all-rules');
    return (named.length > 0 ? named : refused).map((rule) => ({
      field:
        fieldIn(step, rule) ??
        placeOf(rule)?.field ??
        fieldsOf(rule)[0] ??
        rule.id.replaceAll('.', '-'),
      id: rule.id,
    }));
  }
  return settle(facts, made, REFUSING[step])
    .verdicts.filter(isRefusal)
    .flatMap(({ rule }) => {
      const field = fieldIn(step, rule);
      return field === undefined ? [] : [{ field, id: rule.id }];
    });
}

/** The field of a step that a rule speaks about, the first of several. */
function fieldIn(step: StepId, rule: CatalogueRule): FieldName | undefined {
  return fieldsOf(rule).find((field) => STEP_FIELDS[step].includes(field));
}

/** The rules that can refuse something in a step: a keystroke asks no others. */
function refusingIn(step: StepId): CatalogueRule[] {
  return catalogue.filter((rule) => canRefuse(rule) && fieldIn(step, rule) !== undefined);
}

const REFUSING: Readonly<Record<StepId, readonly CatalogueRule[]>> = {
  datasource: refusingIn('datasource'),
  instance: refusingIn('instance'),
  'restore-point': refusingIn('restore-point'),
  configuration: refusingIn('configuration'),
  'network-access': refusingIn('network-access'),
  review: refusingIn('review'),
};
