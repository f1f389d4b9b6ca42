import type { FieldName } from '#src/rules/choices.ts';
import { fieldsOf, type Rule } from '#src/rules/rule.ts';
import { STEP_FIELDS, stepAsking, type StepId, STEPS } from '#src/rules/step-of.ts';
import { type Question, QUESTIONS } from '#src/wizard/draft/schema.ts';

/** Whether a part of an address names a step. */
export function isStepId(text: string): text is StepId {
  return STEPS.some((step) => step === text);
}

/** A field of a step: one that rules speak about, or a question that only feeds them. */
export type StepField = FieldName | Question;

/** The step that asks for a field; null for fields that no step asks for. */
export function stepWith(field: StepField): StepId | null {
  return isQuestion(field) ? 'configuration' : stepAsking(field);
}

function isQuestion(field: StepField): field is Question {
  return QUESTIONS.some((question) => question === field);
}

interface Place {
  readonly step: StepId;
  readonly field: FieldName;
}

/** Where a field is that is known by its name alone; null where no step asks for it. */
export function placeNamed(name: string): Place | null {
  for (const step of STEPS) {
    const field = STEP_FIELDS[step].find((one) => one === name);
    if (field !== undefined) return { step, field };
  }
  return null;
}

/** Where a rule can be settled: the first of its fields that a step before Review asks for. */
export function placeOf(rule: Pick<Rule, 'field'>): Place | null {
  for (const field of fieldsOf(rule)) {
    const step = stepAsking(field);
    if (step !== null && step !== 'review') return { step, field };
  }
  return null;
}
