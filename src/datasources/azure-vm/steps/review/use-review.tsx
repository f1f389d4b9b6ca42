import { useState } from 'react';
import type { Control } from 'react-hook-form';
import { ReviewStep, ruleNeeds } from '#src/wizard/review/ReviewStep.tsx';
import { withOffsets } from '#src/lib/format.ts';
import { labelOf, type StepId } from '#src/rules/fields.ts';
import type { Rule } from '#src/rules/rule.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { targetReads, wantedTarget } from '#src/datasources/azure-vm/checks/chosen.ts';
import {
  type CheckedLine,
  checkLinesOf,
  vmNotLookedAt,
} from '#src/datasources/azure-vm/checks/lines.ts';
import { keysOfReview } from '#src/datasources/azure-vm/checks/preflight.ts';
import { usePreflight } from '#src/datasources/azure-vm/checks/use-preflight.ts';
import { consequenceText, lossText } from '#src/datasources/azure-vm/consequences.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import {
  pinnedLines,
  rowIdOf,
  VmReviewPanel,
} from '#src/datasources/azure-vm/steps/review/VmReviewPanel.tsx';
import { isGone, vmChosenLines } from '#src/datasources/azure-vm/plan.tsx';
import { forgetEnded, ShutDownDialog } from '#src/datasources/azure-vm/steps/review/ShutDown.tsx';
import { wizard } from '#src/strings/wizard.ts';
import { focusField } from '#src/ui/dom.ts';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { known } from '#src/wizard/read.ts';
import { useStepForm } from '#src/wizard/steps/step-form.tsx';
import { useRestore } from '#src/datasources/azure-vm/use-restore.ts';
import { checks as checkWords } from '#src/strings/checks.ts';
import { type CheckId, preflight as words } from '#src/strings/preflight.ts';
import { review } from '#src/strings/review.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { submission } from '#src/strings/submission.ts';
import type { DraftChoices, Reviewed } from '#src/wizard/draft/schema.ts';
import {
  canRefuse,
  errorWords,
  findingsOf,
  formFindings,
  isParticular,
  warningCount,
} from '#src/wizard/explain/findings.ts';
import {
  type CheckResult,
  foundText,
  metIn,
  notLookedAtLines,
  type ShownCheck,
  stateOfRule,
  uncheckedRules,
  type Verdict,
  warningsOf,
} from '#src/wizard/review/check.ts';
import { StandsInWay } from '#src/wizard/review/Findings.tsx';
import { useHeld } from '#src/wizard/review/CheckSection.tsx';
import { lazyPart } from '#src/ui/Part.tsx';
import type { Need, ReviewProps } from '#src/wizard/task.ts';

/**
 * The lines as they may hold a press, each with the text of the state that does: what rules warn of is read beside
 * them, and what rules refuse is named by their reasons.
 */
export const heldLines = (lines: readonly CheckedLine[]): ShownCheck[] =>
  lines.flatMap((line): ShownCheck[] => {
    const { id, own, rules, by, state, warns } = line;
    const found = foundText(line);
    const action = line.remedies.find((one) => one.kind === 'action');
    const named = { name: words.check[id], rowId: rowIdOf(id), isNoted: warns, action };
    if (state === 'failed')
      return [{ ...named, state, found, ...(by === 'rules' && { reasons: reasonsOf(id, rules) }) }];
    if (own !== null) return [{ ...named, ...heldBy(own) }];
    return warns ? [{ ...named, state: 'passed', found }] : [];
  });

const heldBy = (own: CheckResult): Verdict => ({ state: own.state, found: foundText(own) });

/** What refuses, in a few words where a rule has them. */
const reasonsOf = (id: CheckId, rules: readonly Rule[]): string[] =>
  rules
    .filter((rule) => canRefuse(rule) && stateOfRule(rule) === 'failed')
    .map((rule) =>
      rule.short === undefined ? sayOf(rule) : checkWords.reason(words.check[id], rule.short),
    );

/** What Review shows of a virtual machine's restore, for its record. */
export function reviewedOf(view: DraftView, lines: readonly CheckedLine[]): Reviewed {
  const consequence = lossText(view) ?? consequenceText(view);
  const { warned, notChecked } = findingsOf(view.settled);
  return {
    chosen: vmChosenLines(view).map(([label, value]) => [label, value]),
    warnings: [
      ...(consequence === null ? [] : [consequence]),
      ...warned.filter(isParticular).map(({ rule }) => sayOf(rule)),
      ...warningsOf(heldLines(lines)),
    ],
    checks: [
      ...lines.map((line) => ({
        name: words.check[line.id],
        state: words.state[line.state],
        found: foundText(line),
        at: line.at,
      })),
      ...uncheckedRules(notChecked, view),
      ...notLookedAtLines(vmNotLookedAt(view)),
    ],
  };
}

const VmCommands = lazyPart(
  () => import('#src/datasources/azure-vm/commands/VmCommands.tsx'),
  (code) => code.VmCommands,
);

/** Review of a virtual machine's restore. */
export function VmReview(props: ReviewProps<StepId, Reads, DraftView>) {
  const { view } = props;
  const { plan, preview, start, waitsFor, validation } = useRestore(view, {
    token: submission.tokenHere,
    keysOf: keysOfReview,
  });
  const form = useStepForm('review', view);
  const [shutDowns, setShutDowns] = useState(0);
  const openShutDown = (): void => {
    forgetEnded(view);
    setShutDowns((count) => count + 1);
  };
  const preflight = usePreflight(view, { validation, shutDown: openShutDown });
  const { lines } = preflight;
  const held = useHeld(heldLines(lines));
  // Missing choices are no reason: pressing Restore then names them.
  const isReadyToPress = waitsFor === null || waitsFor === 'choice';
  const step = (
    <ReviewStep
      {...props}
      pinned={pinnedLines(lines)}
      press={{
        reason: isReadyToPress ? null : submission.waits[waitsFor],
        needs: [...ruleNeeds(view, openChoices(view), false), ...held.needs, ...toConfirm(view)],
        confirmedChoices: view.shown,
        typed:
          view.shown.option === 'replaceDisks' ? (
            <ConfirmReplacement view={view} control={form.control} />
          ) : undefined,
        start: (decided) =>
          start(
            decided,
            withOffsets(() => reviewedOf(view, checkLinesOf({ ...preflight, view }))),
            metIn(wantedTarget(view), targetReads(preflight.reads)),
          ),
      }}
      renderPanel={(given) => (
        <VmReviewPanel
          {...{ view, form, preview, preflight }}
          {...given}
          warnings={held.box}
          commands={<VmCommands plan={plan} level={3} isOnReview />}
        />
      )}
      renderWayOn={(goTo) => <StandsInWay view={view} goTo={goTo} />}
    />
  );
  return (
    <>
      {step}
      <ShutDownDialog
        view={view}
        opened={shutDowns}
        onDone={preflight.readAgain}
        // The button that opened it goes away with its reason.
        onClosed={() => focusField(rowIdOf('power'))}
      />
    </>
  );
}

/** What is left to choose; whatever else refuses is a check that failed. */
const openChoices = (view: DraftView): readonly Rule[] =>
  formFindings(view).refused.flatMap(({ rule }) => (rule.kind === 'require-field' ? [rule] : []));

/** What is replaced is confirmed by its name, typed; below it stands what that loses. */
function ConfirmReplacement({ view, control }: ConfirmReplacementProps) {
  const machine = known(view.reads.instance)?.friendlyName;
  return (
    <TextField
      control={control}
      name="confirmReplace"
      label={labelOf('confirmReplace')}
      required
      isInline
      errorText={errorWords(view).errorText}
      placeholder={
        machine === undefined || isGone(view)
          ? undefined
          : wizard.configuration.confirmPlaceholder(machine)
      }
      hint={lossText(view) ?? undefined}
    />
  );
}

interface ConfirmReplacementProps {
  readonly view: DraftView;
  readonly control: Control<DraftChoices>;
}

/** What the form still asks for: a name, and the boxes that aren’t selected, which a press names. */
function toConfirm(view: DraftView): Need[] {
  const { consequenceRead, warningsRead } = view.shown;
  const isNameOpen = findingsOf(view.settled).refused.some(({ rule }) =>
    view.model.isForReview(rule),
  );
  const name: Need = {
    text: labelOf('confirmReplace'),
    tone: 'waiting',
    place: { id: 'confirmReplace' },
    isHolding: false,
    isBeside: true,
  };
  const consequence: Need = {
    text: review.confirmation,
    tone: 'waiting',
    place: { id: 'consequenceRead' },
    isHolding: false,
  };
  const warnings: Need = {
    text: labelOf('warningsRead'),
    tone: 'waiting',
    place: { id: 'warningsRead' },
    isHolding: false,
  };
  return [
    ...(isNameOpen ? [name] : []),
    ...(consequenceText(view) === null || consequenceRead ? [] : [consequence]),
    ...(warningCount(findingsOf(view.settled)) === 0 || warningsRead ? [] : [warnings]),
  ];
}
