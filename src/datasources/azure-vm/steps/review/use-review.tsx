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
import { consequenceText } from '#src/datasources/azure-vm/consequences.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { vmChosenLines } from '#src/datasources/azure-vm/plan.tsx';
import {
  pinnedLines,
  rowIdOf,
  VmReviewPanel,
} from '#src/datasources/azure-vm/steps/review/VmReviewPanel.tsx';
import { useRestore } from '#src/datasources/azure-vm/use-restore.ts';
import { checks as checkWords } from '#src/strings/checks.ts';
import { type CheckId, preflight as words } from '#src/strings/preflight.ts';
import { review } from '#src/strings/review.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { submission } from '#src/strings/submission.ts';
import type { Reviewed } from '#src/wizard/draft/schema.ts';
import { canRefuse, findingsOf, isParticular, warningCount } from '#src/wizard/explain/findings.ts';
import {
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
    const { id, own, rules, by, state, found, warns } = line;
    const named = { name: words.check[id], rowId: rowIdOf(id), isNoted: warns };
    if (state === 'failed')
      return [{ ...named, state, found, ...(by === 'rules' && { reasons: reasonsOf(id, rules) }) }];
    if (own !== null) return [{ ...named, ...heldBy(own) }];
    return warns ? [{ ...named, state: 'passed', found }] : [];
  });

const heldBy = ({ state, found }: Verdict): Verdict => ({ state, found });

/** What refuses, in a few words where a rule has them. */
const reasonsOf = (id: CheckId, rules: readonly Rule[]): string[] =>
  rules
    .filter((rule) => canRefuse(rule) && stateOfRule(rule) === 'failed')
    .map((rule) =>
      rule.short === undefined ? sayOf(rule) : checkWords.reason(words.check[id], rule.short),
    );

/** What Review shows of a virtual machine's restore, for its record. */
export function reviewedOf(view: DraftView, lines: readonly CheckedLine[]): Reviewed {
  const consequence = consequenceText(view);
  const { warned, notChecked } = findingsOf(view.settled);
  return {
    chosen: vmChosenLines(view).map(([label, value]) => [label, value]),
    warnings: [
      ...(consequence === null ? [] : [consequence]),
      ...warned.filter(isParticular).map(({ rule }) => sayOf(rule)),
      ...warningsOf(heldLines(lines)),
    ],
    checks: [
      ...lines.map(({ id, state, found, at }) => ({
        name: words.check[id],
        state: words.state[state],
        found,
        at,
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
  const preflight = usePreflight(view, validation);
  const { lines } = preflight;
  const held = useHeld(heldLines(lines));
  // Missing choices are no reason: pressing Restore then names them.
  const isReadyToPress = waitsFor === null || waitsFor === 'choice';
  return (
    <ReviewStep
      {...props}
      pinned={pinnedLines(lines)}
      press={{
        reason: isReadyToPress ? null : submission.waits[waitsFor],
        needs: [...ruleNeeds(view, openChoices(view), false), ...held.needs, ...toConfirm(view)],
        confirmedChoices: view.shown,
        start: (decided) =>
          start(
            decided,
            withOffsets(() => reviewedOf(view, checkLinesOf({ ...preflight, view }))),
            metIn(wantedTarget(view), targetReads(preflight.reads)),
          ),
      }}
      renderPanel={(given) => (
        <VmReviewPanel
          {...{ view, preview, preflight }}
          {...given}
          warnings={held.box}
          commands={<VmCommands plan={plan} level={3} isOnReview />}
        />
      )}
      renderWayOn={(goTo) => <StandsInWay view={view} goTo={goTo} />}
    />
  );
}

/** What is left to choose; whatever else refuses is a check that failed. */
const openChoices = ({ settled }: DraftView): readonly Rule[] =>
  findingsOf(settled).refused.flatMap(({ rule }) => (rule.kind === 'require-field' ? [rule] : []));

/** The boxes of the form that aren’t selected, which a press names. */
function toConfirm(view: DraftView): Need[] {
  const { consequenceRead, warningsRead } = view.shown;
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
    ...(consequenceText(view) === null || consequenceRead ? [] : [consequence]),
    ...(warningCount(findingsOf(view.settled)) === 0 || warningsRead ? [] : [warnings]),
  ];
}
