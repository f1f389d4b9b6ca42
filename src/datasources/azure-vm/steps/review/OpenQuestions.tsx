import type { Control } from 'react-hook-form';
import { answerOptions } from '#src/datasources/azure-vm/choices.ts';
import { openQuestions } from '#src/datasources/azure-vm/choices/open-questions.ts';
import { aboutMachine as words } from '#src/strings/about-machine.ts';
import { submission } from '#src/strings/submission.ts';
import { focusField } from '#src/ui/focus-field.ts';
import { lazyPart } from '#src/ui/lazy-part.ts';
import { Part } from '#src/ui/Part.tsx';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { errorWords, unansweredIn } from '#src/wizard/explain/findings.ts';
import { FindingRow } from '#src/wizard/review/FindingRow.tsx';

/** Loaded where a question is open: the steps before Review have loaded nearly all of it. */
const LazyField = lazyPart(
  () => import('#src/datasources/azure-vm/steps/review/AnswerField.tsx'),
  'AnswerField',
);

export interface OpenQuestionsProps {
  readonly view: DraftView;
  readonly control: Control<DraftChoices>;
  /** The id of the heading above, which takes the focus when the question goes away with its answer. */
  readonly headingId: string;
}

/** Unanswered questions about the VM: a line for each, with its answers. */
export function OpenQuestions({ view, control, headingId }: OpenQuestionsProps) {
  return openQuestions(unansweredIn(view)).map(({ question, warnings }) => (
    <FindingRow key={question} tone="unknown" word={submission.notAnswered}>
      <Part what={words.field} waiting={words.questions[question]}>
        <LazyField
          control={control}
          name={question}
          label={words.questions[question]}
          hint={words.decides(warnings)}
          errorText={errorWords(view).errorText}
          placeholder={words.notAnswered}
          options={answerOptions(question)}
          onChosen={() => focusField(headingId)}
        />
      </Part>
    </FindingRow>
  ));
}
