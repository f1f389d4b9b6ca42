import { makeStyles, tokens } from '@fluentui/react-components';
import type { Control } from 'react-hook-form';
import { answerOptions, type Question } from '#src/datasources/azure-vm/choices.ts';
import { vmFactSourceOf } from '#src/datasources/azure-vm/facts.ts';
import type { DraftView, ViewProps } from '#src/datasources/azure-vm/model.ts';
import type { Rule } from '#src/rules/rule.ts';
import { aboutMachine as questionWords } from '#src/strings/vm-restore.ts';
import { review } from '#src/strings/review.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { focusField } from '#src/ui/dom.ts';
import { InsteadButton, type Unknown, UnknownFact, Why } from '#src/ui/explanation.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import {
  canRefuse,
  errorWords,
  explain,
  explainRules,
  type Findings as FindingLists,
  FINDINGS_ID,
  isParticular,
  notesOfAnswers,
  unansweredIn,
} from '#src/wizard/explain/findings.ts';
import { waitingRules, wayToRule } from '#src/wizard/explain/unknown.ts';
import type { NotChecked } from '#src/wizard/explain/view.ts';
import { CheckLine, CheckTable } from '#src/wizard/review/CheckSection.tsx';
import { titleOf } from '#src/wizard/steps/task-steps.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

interface FindingProps extends ViewProps {
  readonly rule: Rule;
  /** The id of the heading above, which takes the focus when the finding goes away. */
  readonly headingId: string;
  /** It refuses the restore: what to choose instead stands beside it. */
  readonly isRefused?: boolean;
  /** What kind of it is, where nothing beside it shows that. */
  readonly tone?: Tone;
  /** The id of its sentence. */
  readonly id?: string;
}

/** What a rule says, who says so, what to choose instead of what it refuses, and the way to its field. */
export function Finding(props: FindingProps) {
  const { rule, view, headingId, goTo, isRefused = false, tone, id } = props;
  const styles = useStyles();
  const shared = useCommonStyles();
  const { rule: words, sources } = explain(rule);
  const place = wayToRule(view)(rule);
  const instead = isRefused ? errorWords(view).explainError(rule.id)?.().instead : undefined;
  return (
    <div className={styles.root}>
      <div>
        <div id={id}>{tone === undefined ? words : <Status tone={tone}>{words}</Status>}</div>
        {isRefused && place === null && !instead && <div>{submission.noWay}</div>}
        {instead && <InsteadButton size="small" instead={instead} focusAfter={headingId} />}
        <div className={shared.second}>
          <Why
            ask={wizard.answers.whyRule(words)}
            explain={() => ({ ...explainRules(view, [rule]), ...(instead && { instead: null }) })}
            focusAfter={headingId}
            beside="ruleAndSource"
          >
            {sources.join('; ')}
          </Why>
        </div>
      </div>
      {place !== null && (
        <LinkButton onClick={() => goTo(place.step, place.field)}>
          {submission.goTo(titleOf(view.model.steps, place.step))}
        </LinkButton>
      )}
    </div>
  );
}

/** What is pressed goes away with the reason, so the focus moves to the heading above. */
function keepingFocus(unknown: Unknown, headingId: string): Unknown {
  const { way } = unknown;
  if (way === null) return unknown;
  const go = (): void => {
    focusField(headingId);
    way.go();
  };
  return { ...unknown, way: { ...way, go } };
}

interface UncheckedRulesProps extends ViewProps {
  readonly word: string;
  readonly verdicts: readonly NotChecked[];
  /** The id of the heading above. */
  readonly headingId: string;
}

/** Rules that could not be checked, below the facts that they lack and why. */
export function UncheckedRules({ word, verdicts, view, goTo, headingId }: UncheckedRulesProps) {
  const styles = useCommonStyles();
  return waitingRules(verdicts, view, goTo).map(({ unknown, rules }) => (
    <CheckLine key={unknown.why} tone="unknown" word={word}>
      <div>
        <UnknownFact unknown={keepingFocus(unknown, headingId)} />
        <ul className={styles.bullets}>
          {rules.map((rule) => (
            <li key={rule.id}>
              <Finding rule={rule} view={view} headingId={headingId} goTo={goTo} />
            </li>
          ))}
        </ul>
      </div>
    </CheckLine>
  ));
}

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
          <UncheckedRules {...below} word={submission.notChecked} verdicts={notChecked} />
          <OpenQuestions view={view} control={control} headingId={FINDINGS_ID} />
          {rows.map(([rule, word]) => (
            <CheckLine key={rule.id} tone="waiting" word={word}>
              <Finding rule={rule} {...below} />
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
                <Finding rule={rule} tone="warning" {...below} />
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
  /** The id of what the first one says, which describes the check. */
  readonly id: string;
  readonly rules: readonly Rule[];
  readonly headingId: string;
}

/** What the rules say of a check, in its line: each of several has its sign. */
export function RulesOfCheck({ id, rules, ...below }: RulesOfCheckProps) {
  return rules.map((rule, index) => (
    <Finding
      key={rule.id}
      {...(index === 0 && { id })}
      rule={rule}
      isRefused={canRefuse(rule) && rule.kind !== 'require-field'}
      {...(rules.length > 1 && { tone: toneOf(rule) })}
      {...below}
    />
  ));
}

function toneOf(rule: Rule): Tone {
  if (rule.kind === 'require-field') return 'waiting';
  return canRefuse(rule) ? 'failed' : 'warning';
}
