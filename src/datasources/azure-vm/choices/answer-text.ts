import { aboutMachine } from '#src/strings/about-machine.ts';
import type { FieldOption } from '#src/ui/fields/option.ts';
import type { Question, VmChoices } from '#src/datasources/azure-vm/choices/schema.ts';

/** The answers that a question has, the first of them none. */
export function answerOptions(question: Question): FieldOption[] {
  return [
    { value: '', label: aboutMachine.notAnswered },
    ...Object.entries(answersOf(question)).map(([value, label]) => ({ value, label })),
  ];
}

function answersOf(question: Question): Readonly<Record<string, string>> {
  if (question === 'dc') return aboutMachine.dc;
  return question === 'outage' ? aboutMachine.outage : aboutMachine.yesOrNo;
}

/** What was answered, in words; null where nothing was. */
export function answerText(question: Question, choices: VmChoices): string | null {
  const answer = choices[question];
  return answerOptions(question).find(({ value }) => value === answer)?.label ?? null;
}
