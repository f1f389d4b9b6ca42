import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import {
  type CheckedLine,
  vmNotLookedAt,
  vmSumOf,
  vmWarningsToRead,
} from '#src/datasources/azure-vm/checks/lines.ts';
import type { Validation } from '#src/datasources/azure-vm/checks/preflight.ts';
import type { ListedPreflight } from '#src/datasources/azure-vm/checks/use-preflight.ts';
import { consequenceText, rebuildRules } from '#src/datasources/azure-vm/consequences.ts';
import type { DraftView, ViewProps } from '#src/datasources/azure-vm/model.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { vmChosenLines, vmPlanLinesOf } from '#src/datasources/azure-vm/plan.tsx';
import {
  Findings,
  RulesOfCheck,
  RemediesOfCheck,
} from '#src/datasources/azure-vm/steps/review/Findings.tsx';
import { durationText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { type CheckId, preflight as words } from '#src/strings/preflight.ts';
import { restoreParts } from '#src/strings/restore-parts.ts';
import { review } from '#src/strings/review.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { submission } from '#src/strings/submission.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { focusField } from '#src/ui/dom.ts';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { CheckField } from '#src/ui/fields/TextField.tsx';
import { useNow } from '#src/ui/hooks.ts';
import { FINDINGS_ID, formFindings, warningCount } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/read.ts';
import { ChecksSum, Remedies } from '#src/wizard/review/CheckSection.tsx';
import { CheckRow, CheckTable, type Reading, readingOf } from '#src/wizard/review/CheckTable.tsx';
import type { RequestViewProps } from '#src/wizard/review/ReviewDetails.tsx';
import { ReviewTabs } from '#src/wizard/review/ReviewTabs.tsx';
import { CHECK_PINS, CHECK_TONES, type Remedy } from '#src/wizard/review/check.ts';
import type { useStepForm } from '#src/wizard/steps/step-form.tsx';
import type { PinnedCheck, ReviewFormProps } from '#src/wizard/task.ts';

/** What the panel of Review is given. */
interface ReviewPanelProps extends ReviewFormProps {
  readonly view: DraftView;
  readonly form: ReturnType<typeof useStepForm<Reads>>;
  /** Null while a required selection is missing; `reading` while Azure responds. */
  readonly preview: () => RequestViewProps['preview'];
  /** What the list before a restore is made from. */
  readonly preflight: ListedPreflight;
  /** The box by which the warnings of that list are read. */
  readonly warnings: ReactNode;
  readonly commands: ReactNode;
}

/** The part of the picture that each check is about. */
const PARTS: Readonly<Record<CheckId, 'point' | 'nic' | 'result' | 'power'>> = {
  rightsVault: 'point',
  identity: 'point',
  point: 'point',
  staging: 'point',
  restoresToday: 'point',
  rightsNetwork: 'nic',
  addresses: 'nic',
  hostName: 'nic',
  rightsTarget: 'result',
  names: 'result',
  sameTarget: 'result',
  placement: 'result',
  cores: 'result',
  keys: 'result',
  power: 'power',
  others: 'result',
  azure: 'result',
};

/** The id of a check's name in the table. */
export const rowIdOf = (id: CheckId): string => `check-${id}`;

/** The id of what the first of its rules says. */
const ruleWordsId = (id: CheckId): string => `${rowIdOf(id)}-rule`;

/**
 * The checks for the parts of the picture that they are about. What a rule says is pinned by the rule, and that a copy meets its
 * source is in the picture before Review, with ways to mend it.
 */
export const pinnedLines = (lines: readonly CheckedLine[]): PinnedCheck[] =>
  lines.map(({ id, state, rules }) => ({
    rowId: rowIdOf(id),
    part: PARTS[id],
    name: words.check[id],
    tone: rules.length > 0 || (id === 'hostName' && state !== 'passed') ? null : CHECK_PINS[state],
  }));

/** The name of a check's part, as the picture has it. */
function partOf(view: DraftView, id: CheckId): string {
  const part = PARTS[id];
  const { option, vmName, rg } = view.shown;
  if (part === 'point') return restoreParts.point;
  if (part === 'nic') return restoreParts.newNic;
  const source = known(view.reads.instance)?.friendlyName ?? null;
  const own = { createVm: vmName, restoreDisks: rg, replaceDisks: source };
  return (option && own[option]) ?? restoreParts.result;
}

interface LineProps extends ViewProps {
  readonly line: CheckedLine;
  readonly reading: Reading;
  readonly validation: Validation;
}

/** One check: its state, what was looked at and when, what was found, and what can be done. */
function Line({ line, reading, view, goTo, validation }: LineProps) {
  const { id, state, by, rules, unknown, remedies } = line;
  const isLong = ({ kind }: Remedy): boolean => kind === 'command';
  // Its step in the course has it, and Restore.
  const isElsewhere = ({ kind }: Remedy): boolean => kind === 'action';
  const isFolded = (one: Remedy): boolean => one.kind === 'command' && one.isOtherWay === true;
  const drawn = (some: readonly Remedy[]) => (
    <Remedies
      remedies={some}
      steps={view.model.steps}
      goTo={goTo}
      moveFocus={() => void focusField(FINDINGS_ID)}
    />
  );
  return (
    <CheckRow
      tone={CHECK_TONES[state]}
      word={words.state[state]}
      id={rowIdOf(id)}
      name={words.check[id]}
      // What decides by a rule stands below, with the way out.
      found={by === 'rules' ? '' : line.found}
      reasonsId={by === 'rules' && rules.length > 0 ? ruleWordsId(id) : undefined}
      permissions={line.actions}
      ownAt={reading.own(line.at)}
      part={partOf(view, id)}
      actions={
        <>
          {drawn(remedies.filter((one) => !isLong(one) && !isElsewhere(one)))}
          <RemediesOfCheck {...{ rules, view, goTo }} headingId={FINDINGS_ID} />
          {id === 'azure' && <ValidationButton validation={validation} />}
        </>
      }
    >
      {drawn(remedies.filter(isFolded))}
      <RulesOfCheck id={ruleWordsId(id)} {...{ rules, view }} headingId={FINDINGS_ID} />
      {unknown.length > 0 && (
        // What isn't known stands once, below the checks.
        <LinkButton onClick={() => focusField(FINDINGS_ID)}>
          {words.issues(unknown.length)}
        </LinkButton>
      )}
      {drawn(remedies.filter((one) => isLong(one) && !isFolded(one)))}
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

/** Lines that are shown at once, where fewer than these have something to say. */
const MOST_SHOWN = 6;

interface ChecksProps extends ViewProps, Pick<ReviewPanelProps, 'preflight'> {
  readonly reading: Reading;
  readonly children: ReactNode;
}

/**
 * What was looked at before Restore is pressed: what was found, when, and what can be done. Most of what passed is
 * folded away, so that the rest stands first.
 */
function Checks({ preflight: { lines, validation }, children, ...shown }: ChecksProps) {
  const styles = useListStyles();
  const isClear = ({ state, isContradicted }: CheckedLine): boolean =>
    state === 'passed' && !isContradicted;
  const passed = lines.filter(isClear);
  const open = lines.filter((line) => !isClear(line));
  // One that a rule refuses takes two lines.
  const refused = open.filter(({ rules }) => rules.length > 0);
  const beside = Math.max(0, MOST_SHOWN - open.length - refused.length);
  const folded = passed.slice(beside);
  const drawn = (line: CheckedLine) => <Line key={line.id} {...{ line, validation }} {...shown} />;
  return (
    <div>
      <CheckTable label={words.list}>{[...open, ...passed.slice(0, beside)].map(drawn)}</CheckTable>
      {children}
      {folded.length > 0 && (
        <details>
          <summary className={styles.summary}>{review.morePassed(folded.length)}</summary>
          <CheckTable label={words.passedList}>{folded.map(drawn)}</CheckTable>
        </details>
      )}
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
  steps: { marginBlock: tokens.spacingVerticalXS },
});

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
  boxes: { display: 'flex', flexDirection: 'column' },
});

/** What has to be read, the checks, and everything once more, before anything is sent. */
export function VmReviewPanel(props: ReviewPanelProps) {
  const styles = useStyles();
  const { view, form, formId, onNext, goTo, preflight, needed, tabs } = props;
  const { rg, rgIsNew } = view.shown;
  const consequence = consequenceText(view);
  const findings = formFindings(view);
  // Checking again reads everything but Azure's own validation, which has a button of its own.
  const reading = readingOf(preflight.lines.flatMap(({ id, at }) => (id === 'azure' ? [] : [at])));
  const isToRead = warningCount(findings) > 0;
  return (
    <>
      <StepForm id={formId} form={form} onNext={onNext} isLast>
        <div className={styles.boxes}>
          {consequence !== null && (
            <CheckField control={form.control} name="consequenceRead" label={consequence} />
          )}
          {isToRead && (
            <CheckField
              control={form.control}
              name="warningsRead"
              label={submission.warningsRead(
                vmWarningsToRead(preflight.lines),
                findings.notChecked.length > 0,
              )}
            />
          )}
          {props.warnings}
        </div>
      </StepForm>
      {/* Outside the form: nothing that is selected there submits it. */}
      <section aria-label={words.title}>
        <ReviewTabs
          tabs={tabs}
          count={preflight.lines.length}
          end={
            <ChecksSum
              sum={vmSumOf(preflight.lines)}
              needed={needed}
              at={reading.at}
              notLookedAt={vmNotLookedAt(view)}
              onCheckAgain={preflight.readAgain}
            />
          }
          renderChecks={() => (
            <Checks {...{ view, preflight, reading, goTo }}>
              <Findings view={view} findings={findings} control={form.control} goTo={goTo} />
            </Checks>
          )}
          selections={() => ({
            outcome: vmPlanLinesOf(view),
            parts: [{ title: submission.chosen, facts: vmChosenLines(view) }],
            goTo,
            children: <Rebuild view={view} />,
          })}
          request={() => ({ preview: props.preview(), newGroup: rgIsNew ? rg : null })}
          renderCommands={() => props.commands}
        />
      </section>
    </>
  );
}
