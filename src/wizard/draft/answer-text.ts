import { aboutMachine } from '#src/strings/about-machine.ts';
import type { FieldOption } from '#src/ui/fields/option.ts';
import type { DraftChoices, Question } from '#src/wizard/draft/schema.ts';

/** The answers that a question has, the first of them none. */
export function answerOptions(question: Question): FieldOption[] {
  const answers = question === 'dc' ? aboutMachine.dc : aboutMachine.yesOrNo;
  return [
    { value: '', label: aboutMachine.notAnswered },
    ...Object.entries(answers).map(([value, label]) => ({ value, label })),
  ];
}

/** What was answered, in words; null where nothing was. */
export function answerText(question: Question, choices: DraftChoices): string | null {
  const answer = choices[question];
  return answerOptions(question).find(({ value }) => value === answer)?.label ?? null;
}
