import type { Control } from 'react-hook-form';
import { answerOptions, type Question } from '#src/datasources/azure-vm/choices.ts';
import { vmFactSourceOf } from '#src/datasources/azure-vm/facts.ts';
import type { DraftView, ViewProps } from '#src/datasources/azure-vm/model.ts';
import type { Rule } from '#src/rules/rule.ts';
import { aboutMachine as questionWords } from '#src/strings/vm-restore.ts';
import { review } from '#src/strings/review.ts';
import { submission } from '#src/strings/submission.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import type { Tone } from '#src/ui/Status.tsx';
import { focusField } from '#src/ui/dom.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import {
  canRefuse,
  errorWords,
  type Findings as FindingLists,
  FINDINGS_ID,
  isParticular,
  notesOfAnswers,
  unansweredIn,
} from '#src/wizard/explain/findings.ts';
import type { NotChecked } from '#src/wizard/explain/view.ts';
import { CheckLine, CheckTable } from '#src/wizard/review/CheckTable.tsx';
import {
  isRefusing,
  RuleFinding,
  RuleRemedies,
  RuleWords,
  UncheckedRules,
} from '#src/wizard/review/RuleRows.tsx';

/** A question without an answer, and how many warnings depend on it. */
interface OpenQuestion {
  readonly question: Question;
  readonly warnings: number;
}

/** The questions that warnings wait for, each once, whatever the number of its warnings. Pure. */
export function openQuestions(unanswered: readonly NotChecked[]): OpenQuestion[] {
  const waiting = unanswered.flatMap(({ fact }) => {
    const source = vmFactSourceOf(fact);
    return source.from === 'operator' ? [source.question] : [];
  });
  return [...new Set(waiting)].map((question) => ({
    question,
    warnings: waiting.filter((one) => one === question).length,
  }));
}

/** Loaded where a question is open: the steps before Review have loaded nearly all of it. */
const LazyField = lazyPart(
  () => import('#src/datasources/azure-vm/steps/review/AnswerField.tsx'),
  (code) => code.AnswerField,
);

interface OpenQuestionsProps {
  readonly view: DraftView;
  readonly control: Control<DraftChoices>;
  /** The id of the heading above, which takes the focus when the question goes away with its answer. */
  readonly headingId: string;
}

/** Unanswered questions about the VM: a line for each, with its answers. */
function OpenQuestions({ view, control, headingId }: OpenQuestionsProps) {
  return openQuestions(unansweredIn(view)).map(({ question, warnings }) => (
    <CheckLine key={question} tone="unknown" word={submission.notAnswered}>
      <Part what={questionWords.field} waiting={questionWords.questions[question]}>
        <LazyField
          control={control}
          name={question}
          label={questionWords.questions[question]}
          hint={questionWords.decides(warnings)}
          errorText={errorWords(view).errorText}
          placeholder={questionWords.notAnswered}
          options={answerOptions(question)}
          onChosen={() => focusField(headingId)}
        />
      </Part>
    </CheckLine>
  ));
}

interface FindingsProps extends ViewProps {
  readonly findings: FindingLists;
  readonly control: Control<DraftChoices>;
}

type Row = readonly [rule: Rule, word: string];

/**
 * What no check says: rules that lack a fact, questions without an answer, and what the answers bring up; folded up,
 * what is true of every restore of its kind. Nothing where there is none.
 */
export function Findings({ view, findings, control, goTo }: FindingsProps) {
  const { plainList } = useCommonStyles();
  const below = { view, goTo, headingId: FINDINGS_ID };
  const { warned, notChecked } = findings;
  const rows = notesOfAnswers(view).map(noteRow);
  const always = warned.filter((one) => !isParticular(one));
  return (
    <>
      {notChecked.length + unansweredIn(view).length + rows.length > 0 && (
        <CheckTable label={submission.findings}>
          <UncheckedRules {...below} verdicts={notChecked} />
          <OpenQuestions view={view} control={control} headingId={FINDINGS_ID} />
          {rows.map(([rule, word]) => (
            <CheckLine key={rule.id} tone="waiting" word={word}>
              <RuleFinding rule={rule} {...below} />
            </CheckLine>
          ))}
        </CheckTable>
      )}
      {always.length > 0 && (
        <details>
          <summary>{review.always}</summary>
          <ul className={plainList}>
            {always.map(({ rule }) => (
              <li key={rule.id}>
                <RuleFinding rule={rule} tone="warning" {...below} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const noteRow = (rule: Rule): Row => [
  rule,
  rule.kind === 'checklist' ? submission.afterwards : submission.note,
];

interface RulesOfCheckProps extends ViewProps {
  readonly rules: readonly Rule[];
  readonly headingId: string;
}

/** What the rules say of a check, in its line: each of several has its sign. `id`: of what the first one says. */
export function RulesOfCheck({
  id,
  rules,
  view,
  headingId,
}: Omit<RulesOfCheckProps, 'goTo'> & { readonly id: string }) {
  return rules.map((rule, index) => (
    <RuleWords
      key={rule.id}
      {...{ rule, view, headingId }}
      id={index === 0 ? id : undefined}
      isRefused={isRefusing(rule)}
      tone={rules.length > 1 ? toneOf(rule) : undefined}
    />
  ));
}

/** What can be done about them. */
export function RemediesOfCheck({ rules, ...below }: RulesOfCheckProps) {
  return rules.map((rule) => (
    <RuleRemedies key={rule.id} rule={rule} isRefused={isRefusing(rule)} {...below} />
  ));
}

function toneOf(rule: Rule): Tone {
  if (rule.kind === 'require-field') return 'waiting';
  return canRefuse(rule) ? 'failed' : 'warning';
}
