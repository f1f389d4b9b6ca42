import { STEP_FIELDS, type StepId } from '#src/rules/step-of.ts';
import { constraints } from '#src/strings/constraints.ts';
import type { RefusedWords } from '#src/ui/fields/refused-lines.ts';
import { sayRule } from '#src/wizard/draft/rule-words.ts';

/** What a step's form says of the fields that it refuses. At Review the sentence names the field itself. */
export function refusedWords(step: StepId): RefusedWords {
  const fields = step === 'review' ? [] : STEP_FIELDS[step];
  return {
    labels: Object.fromEntries(fields.map((field) => [field, constraints.fields[field]])),
    errorText: sayRule,
  };
}
