import { makeStyles, tokens } from '@fluentui/react-components';
import type { Control } from 'react-hook-form';
import { answerOptions, type Question } from '#src/datasources/azure-vm/choices.ts';
import { vmFactSourceOf } from '#src/datasources/azure-vm/facts.ts';
import type { DraftView, ViewProps } from '#src/datasources/azure-vm/model.ts';
import type { RuleVerdict } from '#src/rules/engine.ts';
import type { Rule } from '#src/rules/rule.ts';
import { aboutMachine as questionWords } from '#src/strings/vm-restore.ts';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { focusField } from '#src/ui/dom.ts';
import { InsteadButton, type Unknown, UnknownFact, Why } from '#src/ui/explanation.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import {
  errorWords,
  explain,
  explainRules,
  type Findings as FindingLists,
  FINDINGS_ID,
  isSilent,
  notesOfAnswers,
  unansweredIn,
} from '#src/wizard/explain/findings.ts';
import { waitingRules, wayToRule } from '#src/wizard/explain/unknown.ts';
import type { NotChecked } from '#src/wizard/explain/view.ts';
import { FindingRow } from '#src/wizard/review/ReviewStep.tsx';
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
}

/** What a rule says, who says so, what to choose instead of what it refuses, and the way to its field. */
export function Finding({ rule, view, headingId, goTo, isRefused = false }: FindingProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  const { rule: words, sources } = explain(rule);
  const place = wayToRule(view)(rule);
  const instead = isRefused ? errorWords(view).explainError(rule.id)?.().instead : undefined;
  return (
    <div className={styles.root}>
      <div>
        <div>{words}</div>
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
    <FindingRow key={unknown.why} tone="unknown" word={word}>
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
    </FindingRow>
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
    <FindingRow key={question} tone="unknown" word={submission.notAnswered}>
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
    </FindingRow>
  ));
}

interface FindingsProps extends ViewProps {
  readonly findings: FindingLists;
  readonly control: Control<DraftChoices>;
}

type Row = readonly [rule: Rule, tone: Tone, word: string];

/** Every rule that speaks or could not be checked, the refusals first. */
export function Findings({ view, findings, control, goTo }: FindingsProps) {
  const styles = useCommonStyles();
  const below = { view, goTo, headingId: FINDINGS_ID };
  const { refused, warned, notChecked } = findings;
  const rows: Row[] = [
    ...refused.map(refusedRow),
    ...warned.map(({ rule }): Row => [rule, 'warning', submission.warned]),
    ...notesOfAnswers(view).map(noteRow),
  ];
  return (
    <section aria-label={submission.findings}>
      <SectionHeading level={3} id={FINDINGS_ID}>
        {submission.findings}
      </SectionHeading>
      {isSilent(findings) && <Status tone="done">{submission.noFindings}</Status>}
      <ul className={styles.plainList}>
        {rows.map(([rule, tone, word]) => (
          <FindingRow key={rule.id} tone={tone} word={word}>
            <Finding rule={rule} isRefused={tone === 'failed'} {...below} />
          </FindingRow>
        ))}
        <UncheckedRules {...below} word={submission.notChecked} verdicts={notChecked} />
        <OpenQuestions view={view} control={control} headingId={FINDINGS_ID} />
      </ul>
    </section>
  );
}

function refusedRow({ rule }: RuleVerdict): Row {
  return rule.kind === 'require-field'
    ? [rule, 'waiting', submission.toChoose]
    : [rule, 'failed', submission.refused];
}

function noteRow(rule: Rule): Row {
  return [rule, 'waiting', rule.kind === 'checklist' ? submission.afterwards : submission.note];
}
