import type { FieldName } from '#src/rules/choices.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import { stepAsking, type StepId, STEPS } from '#src/rules/step-of.ts';

/** Whether a part of an address names a step. */
export function isStepId(text: string): text is StepId {
  return STEPS.some((step) => step === text);
}

/** Where a rule can be settled: the first of its fields that a step before Review asks for. */
export function placeOf(rule: Pick<Rule, 'field'>): { step: StepId; field: FieldName } | null {
  for (const field of fieldsOf(rule)) {
    const step = stepAsking(field);
    if (step !== null && step !== 'review') return { step, field };
  }
  return null;
}
