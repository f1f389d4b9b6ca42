import { aboutMachine } from '#src/strings/about-machine.ts';
import type { FieldOption } from '#src/ui/fields/option.ts';
import { QUESTION_FIELDS } from '#src/datasources/azure-vm/fields/questions.ts';
import type { Question } from '#src/datasources/azure-vm/choices/schema.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';

/** The answers that a question has, the first of them none. */
export function answerOptions(question: Question): FieldOption[] {
  return [
    { value: '', label: aboutMachine.notAnswered },
    ...Object.entries(QUESTION_FIELDS[question].answers).map(([value, label]) => ({
      value,
      label,
    })),
  ];
}

/** What was answered, in words; null where nothing was. */
export function answerText(question: Question, choices: VmChoices): string | null {
  const answer = choices[question];
  return answerOptions(question).find(({ value }) => value === answer)?.label ?? null;
}
