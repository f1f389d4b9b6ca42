import { fieldsOf } from '#src/rules/rule.ts';
import { settle } from '#src/rules/settle.ts';
import { ruleChoices } from '#src/wizard/draft/choices.ts';
import { factsOf } from '#src/wizard/draft/facts.ts';
import type { Reads } from '#src/wizard/draft/reads.ts';
import { isRefusal, refusedAtSubmit } from '#src/wizard/draft/review.ts';
import { type DraftChoices, draftSchema } from '#src/wizard/draft/schema.ts';
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
    return refusedAtSubmit(facts, made).map(({ rule }) => ({ field: 'warningsRead', id: rule.id }));
  }
  const fields = STEP_FIELDS[step];
  return settle(facts, made)
    .verdicts.filter(isRefusal)
    .flatMap(({ rule }) => {
      const field = fieldsOf(rule).find((one) => fields.includes(one));
      return field === undefined ? [] : [{ field, id: rule.id }];
    });
}
