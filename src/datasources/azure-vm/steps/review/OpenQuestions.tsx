import { sayRule } from '#src/datasources/azure-vm/rule-texts.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import type { Control } from 'react-hook-form';
import { aboutMachine } from '#src/strings/about-machine.ts';
import { submission } from '#src/strings/submission.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { focusField } from '#src/ui/focus-field.ts';
import { answerOptions } from '#src/datasources/azure-vm/choices/answer-text.ts';
import { openQuestions } from '#src/datasources/azure-vm/choices/open-questions.ts';
import type { NotChecked } from '#src/wizard/explain/findings.ts';
import { FindingRow } from '#src/wizard/review/FindingRow.tsx';

export interface OpenQuestionsProps {
  readonly unanswered: readonly NotChecked[];
  readonly control: Control<DraftChoices>;
  /** The id of the heading above, which takes the focus when the question goes away with its answer. */
  readonly headingId: string;
}

/** What was asked about the machine and not answered: a line for each question, to be answered in it. */
export function OpenQuestions({ unanswered, control, headingId }: OpenQuestionsProps) {
  return openQuestions(unanswered).map(({ question, warnings }) => (
    <FindingRow key={question} tone="unknown" word={submission.notAnswered}>
      <SelectField
        control={control}
        name={question}
        label={aboutMachine.questions[question]}
        hint={aboutMachine.decides(warnings)}
        isStacked
        errorText={sayRule}
        placeholder={aboutMachine.notAnswered}
        options={answerOptions(question)}
        onChosen={() => focusField(headingId)}
      />
    </FindingRow>
  ));
}
