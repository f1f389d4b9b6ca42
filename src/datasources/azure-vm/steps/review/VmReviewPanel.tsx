import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import {
  type CheckedLine,
  type Sum,
  sumOf,
  vmNotLookedAt,
} from '#src/datasources/azure-vm/checks/lines.ts';
import type { Validation } from '#src/datasources/azure-vm/checks/preflight.ts';
import type { ListedPreflight } from '#src/datasources/azure-vm/checks/use-preflight.ts';
import { consequenceText, rebuildRules } from '#src/datasources/azure-vm/consequences.ts';
import type { DraftView, ViewProps } from '#src/datasources/azure-vm/model.ts';
import {
  vmChosenLines,
  vmPlanLinesOf,
  planSentence,
  replacesNothing,
} from '#src/datasources/azure-vm/plan.tsx';
import { Findings } from '#src/datasources/azure-vm/steps/review/Findings.tsx';
import { goesToSecondary } from '#src/datasources/azure-vm/target.ts';
import { durationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { preflight as words } from '#src/strings/preflight.ts';
import { canceling } from '#src/strings/progress.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { submission } from '#src/strings/submission.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Spoken } from '#src/ui/Spoken.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { focusField } from '#src/ui/dom.ts';
import { NotLookedAt } from '#src/ui/explanation.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { CheckField } from '#src/ui/fields/TextField.tsx';
import { useNow } from '#src/ui/hooks.ts';
import { NO_COLUMNS_BESIDE } from '#src/ui/styles.ts';
import { FINDINGS_ID, findingsOf, warningCount } from '#src/wizard/explain/findings.ts';
import { CheckList, CheckRow, CheckSection, Remedies } from '#src/wizard/review/CheckSection.tsx';
import { RestoreOutcome } from '#src/wizard/review/Findings.tsx';
import { RequestView, type RequestViewProps } from '#src/wizard/review/ReviewStep.tsx';
import { CHECK_TONES } from '#src/wizard/review/check.ts';
import { useStepForm } from '#src/wizard/steps/step-form.tsx';
import type { PanelProps } from '#src/wizard/task.ts';

/** What the panel of Review is given. */
interface ReviewProps extends PanelProps<DraftView> {
  /** Null while a required selection is missing; `reading` while Azure responds. */
  readonly preview: () => RequestViewProps['preview'];
  /** What the list before a restore is made from. */
  readonly preflight: ListedPreflight;
  /** The box by which the warnings of that list are read. */
  readonly warnings: ReactNode;
}

interface CheckLineProps extends ViewProps {
  readonly line: CheckedLine;
  /** The id of the heading above, which takes the focus when what was pressed goes away. */
  readonly headingId: string;
  readonly children: ReactNode;
}

/** One check: its state, what was looked at and when, what was found, and what can be done. */
function CheckLine({ line, view, goTo, headingId, children }: CheckLineProps) {
  const issues = line.rules.length + line.unknown.length;
  return (
    <CheckRow
      tone={CHECK_TONES[line.state]}
      word={words.state[line.state]}
      name={words.check[line.id]}
      beside={line.found !== '' && <span>{line.found}</span>}
      at={line.at}
    >
      {issues > 0 && (
        // What the rules say stands once, in the list of issues.
        <LinkButton onClick={() => focusField(FINDINGS_ID)}>{words.issues(issues)}</LinkButton>
      )}
      <Remedies
        remedies={line.remedies}
        steps={view.model.steps}
        goTo={goTo}
        moveFocus={() => void focusField(headingId)}
      />
      {children}
    </CheckRow>
  );
}

const useListStyles = makeStyles({
  summary: { paddingBlock: tokens.spacingVerticalXS },
  button: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
});

interface BeforeRestoreProps extends ViewProps, Pick<ReviewProps, 'preflight' | 'warnings'> {}

/**
 * What was looked at before Restore is pressed: what was found, when, and what can be done. What passed
 * is folded away, so that the rest stands first.
 */
function BeforeRestore({ view, preflight, warnings, goTo }: BeforeRestoreProps) {
  const styles = useListStyles();
  const headingId = useId();
  const { lines } = preflight;
  const passed = lines.filter(({ state }) => state === 'passed');
  const open = lines.filter(({ state }) => state !== 'passed');
  const drawn = (line: CheckedLine) => (
    <CheckLine key={line.id} line={line} view={view} goTo={goTo} headingId={headingId}>
      {line.id === 'azure' && <ValidationButton validation={preflight.validation} />}
    </CheckLine>
  );
  return (
    <CheckSection title={words.title} headingId={headingId} onCheckAgain={preflight.readAgain}>
      <CheckSum sum={sumOf(lines)} />
      <NotLookedAt names={vmNotLookedAt(view.shown)} />
      {open.length > 0 && <CheckList label={words.list}>{open.map(drawn)}</CheckList>}
      {passed.length > 0 && (
        <details>
          <summary className={styles.summary}>{words.passed(passed.length)}</summary>
          <CheckList label={words.passedList}>{passed.map(drawn)}</CheckList>
        </details>
      )}
      {warnings}
    </CheckSection>
  );
}

const TONES: Readonly<Record<Sum['verdict'], Tone>> = {
  checking: 'running',
  ready: 'done',
  readyWithWarnings: 'warning',
  toDo: 'waiting',
  notPossible: 'failed',
};

/** The result of the whole list; screen readers announce it once it is final. */
function CheckSum({ sum }: { readonly sum: Sum }) {
  const { counts } = words;
  const parts = [
    ...(sum.failed > 0 ? [counts.failed(sum.failed)] : []),
    ...(sum.toDo > 0 ? [counts.toDo(sum.toDo)] : []),
    ...(sum.warned > 0 ? [counts.warned(sum.warned)] : []),
    ...(sum.notChecked > 0 ? [counts.notChecked(sum.notChecked)] : []),
  ];
  const text = words.sum(words.verdict[sum.verdict], parts);
  return (
    <div>
      <Status tone={TONES[sum.verdict]}>{text}</Status>
      <Spoken text={text} />
    </div>
  );
}

const azureWords = words.azure;

/** Asks Azure, or stops waiting for it: one button, so that the focus stays where it is. */
function ValidationButton({ validation }: { readonly validation: Validation }) {
  const styles = useListStyles();
  const { stage, isStale, waitsFor, start, stop } = validation;
  if (waitsFor !== null) return null;
  const isRunning = stage.kind === 'running' && !isStale;
  const isFirst = stage.kind === 'idle';
  return (
    <div className={styles.button}>
      <Button size="small" onClick={isRunning ? stop : start}>
        {isRunning ? azureWords.stop : isFirst ? azureWords.start : azureWords.again}
      </Button>
      {isRunning && <Elapsed since={stage.since} />}
    </div>
  );
}

const EVERY_MS = 1000;

function Elapsed({ since }: { readonly since: Instant }) {
  return <span>{azureWords.goingOn(durationText(useNow(EVERY_MS) - since))}</span>;
}

const useOutcomeStyles = makeStyles({
  cancel: { margin: 0 },
  steps: { marginBlock: tokens.spacingVerticalXS },
});

/** What the restore makes, changes, leaves alone and loses. */
function Outcome({ view, goTo }: ViewProps) {
  const styles = useOutcomeStyles();
  const { option } = view.shown;
  return (
    <RestoreOutcome sentence={planSentence(view)} outcome={vmPlanLinesOf(view)} goTo={goTo}>
      {option !== null && !goesToSecondary(view.shown, view.reads) && !replacesNothing(view) && (
        // Of the secondary region a rule says that it never can be.
        <p className={styles.cancel}>{canceling.before[option]}</p>
      )}
      <Rebuild view={view} />
    </RestoreOutcome>
  );
}

/** How the VM of encrypted disks comes back, since restoring them creates none; nothing of any other. */
function Rebuild({ view }: Pick<ViewProps, 'view'>) {
  const styles = useOutcomeStyles();
  const rules = rebuildRules(view.settled);
  if (rules.length === 0) return null;
  return (
    <ol className={styles.steps} aria-label={submission.rebuild}>
      {rules.map((rule) => (
        <li key={rule.id}>{sayOf(rule)}</li>
      ))}
    </ol>
  );
}

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalXL,
    [NO_COLUMNS_BESIDE]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  left: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
});

/** Everything once more, before anything is sent. */
export function VmReviewPanel(props: ReviewProps) {
  const styles = useStyles();
  const { view, formId, onNext, goTo } = props;
  const { rg, rgIsNew } = view.shown;
  const form = useStepForm('review', view);
  const consequence = consequenceText(view);
  const findings = findingsOf(view.settled);
  const toRead = warningCount(findings);
  return (
    <StepForm id={formId} form={form} onNext={onNext} isLast>
      <div className={styles.parts}>
        <Outcome view={view} goTo={goTo} />
        {consequence !== null && (
          <CheckField control={form.control} name="consequenceRead" label={consequence} />
        )}
        <BeforeRestore
          view={view}
          preflight={props.preflight}
          warnings={props.warnings}
          goTo={goTo}
        />
        <div className={styles.columns}>
          <div className={styles.left}>
            <ChosenFacts view={view} />
            <div>
              <Findings view={view} findings={findings} control={form.control} goTo={goTo} />
              {toRead > 0 && (
                <CheckField
                  control={form.control}
                  name="warningsRead"
                  label={submission.warningsRead(toRead)}
                />
              )}
            </div>
          </div>
          <RequestView preview={props.preview()} newGroup={rgIsNew ? rg : null} />
        </div>
      </div>
    </StepForm>
  );
}

/** Everything chosen, in the words of the fields it was chosen in. */
function ChosenFacts({ view }: { readonly view: DraftView }) {
  return (
    <section aria-label={submission.chosen}>
      <KeyFacts facts={vmChosenLines(view)} />
    </section>
  );
}
