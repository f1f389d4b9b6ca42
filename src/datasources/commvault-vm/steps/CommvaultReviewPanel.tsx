import { ReviewStep, ruleNeeds } from '#src/wizard/review/ReviewStep.tsx';
import type { CommvaultStepId } from '#src/datasources/commvault-vm/fields.ts';
import type { CommvaultReads } from '#src/datasources/commvault-vm/reads.ts';
import type { Rule } from '#src/rules/rule.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import type { ReactNode } from 'react';
import { toCreateTaskBody } from '#src/api/commvault/restores.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/model.ts';
import {
  chosenLines,
  commvaultNotLookedAt,
  commvaultReviewedOf,
  overwriteText,
  shownCommvaultChecks,
  TARGET_ROW,
  type TargetCheckResult,
} from '#src/datasources/commvault-vm/plan.ts';
import { restoreIn } from '#src/datasources/commvault-vm/request.ts';
import {
  targetCheck,
  useCommvaultRestore,
  useTargetReads,
  wantedVm,
} from '#src/datasources/commvault-vm/use-restore.ts';
import { withOffsets } from '#src/lib/format.ts';
import { checks } from '#src/strings/checks.ts';
import { flow } from '#src/strings/commvault-restore.ts';
import { restoreParts } from '#src/strings/restore-parts.ts';
import { review } from '#src/strings/review.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import { CheckField } from '#src/ui/fields/TextField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { focusField } from '#src/ui/dom.ts';
import { FINDINGS_ID, formFindings } from '#src/wizard/explain/findings.ts';
import type { NotChecked } from '#src/wizard/explain/view.ts';
import { ChecksSum, Remedies, useHeld } from '#src/wizard/review/CheckSection.tsx';
import { CheckRow, CheckTable } from '#src/wizard/review/CheckTable.tsx';
import { RuleRows, UncheckedRules } from '#src/wizard/review/RuleRows.tsx';
import { CHECK_PINS, CHECK_TONES, checksOfRules, metIn, sumOf } from '#src/wizard/review/check.ts';
import { useStepForm } from '#src/wizard/steps/step-form.tsx';
import { ReviewTabs } from '#src/wizard/review/ReviewTabs.tsx';
import type {
  Need,
  PanelProps,
  PinnedCheck,
  ReviewFormProps,
  ReviewProps,
} from '#src/wizard/task.ts';

const words = flow.review;

/** What document 003 leaves to do after the restore. */
function NextSteps({ view: { settled } }: { readonly view: CommvaultView }) {
  const rules = settled.verdicts.flatMap(({ rule, state }) =>
    rule.kind === 'checklist' && state === 'speaks' ? [rule] : [],
  );
  if (rules.length === 0) return null;
  return (
    <section aria-label={words.afterwards}>
      <SectionHeading level={3}>{words.afterwards}</SectionHeading>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id}>{sayOf(rule)}</li>
        ))}
      </ul>
    </section>
  );
}

interface ChecksProps extends Pick<PanelProps<CommvaultView>, 'view' | 'goTo'> {
  readonly rules: readonly Rule[];
  readonly notChecked: readonly NotChecked[];
  readonly check: TargetCheckResult | null;
}

/** What the rules say, and whether a restore to the same target is in progress already, with the way to its job. */
function Checks({ view, goTo, rules, notChecked, check }: ChecksProps) {
  const part = view.shown.vmName ?? restoreParts.result;
  const below = { view, goTo, headingId: FINDINGS_ID };
  return (
    <CheckTable label={checks.list}>
      <RuleRows {...{ rules, part }} {...below} />
      <UncheckedRules verdicts={notChecked} {...below} />
      {check && (
        <CheckRow
          tone={CHECK_TONES[check.state]}
          word={checks.state[check.state]}
          id={TARGET_ROW}
          name={checks.target.name}
          found={check.found}
          permissions={check.actions ?? []}
          ownAt={null}
          part={part}
          actions={
            <Remedies
              steps={view.model.steps}
              remedies={check.remedies ?? []}
              goTo={goTo}
              moveFocus={() => void focusField(TARGET_ROW)}
            />
          }
        />
      )}
    </CheckTable>
  );
}

interface ReviewPanelProps extends ReviewFormProps {
  readonly view: CommvaultView;
  /** The check of other restores; null while there is no target. */
  readonly check: TargetCheckResult | null;
  /** The box by which its warning is read. */
  readonly warnings: ReactNode;
  readonly readAgain: () => void;
}

/** What has to be read, the checks, and everything once more, before anything is sent. */
export function CommvaultReviewPanel(props: ReviewPanelProps) {
  const { view, formId, onNext, goTo, tabs, needed, check, warnings, readAgain } = props;
  const form = useStepForm('review', view);
  const { refused, warned, notChecked } = formFindings(view);
  const rules = [...refused, ...warned].map(({ rule }) => rule);
  const overwrite = overwriteText(view);
  return (
    <>
      <StepForm id={formId} form={form} onNext={onNext} isLast>
        {overwrite !== null && (
          <CheckField control={form.control} name="consequenceRead" label={overwrite} />
        )}
        {warnings}
      </StepForm>
      <section aria-label={checks.title}>
        <ReviewTabs
          tabs={tabs}
          count={rules.length + notChecked.length + (check ? 1 : 0)}
          end={
            <ChecksSum
              sum={sumOf([
                ...checksOfRules({ refused, warned, notChecked }),
                ...(check ? [check] : []),
              ])}
              needed={needed}
              at={check?.readAt ?? null}
              notLookedAt={commvaultNotLookedAt(view)}
              onCheckAgain={readAgain}
            />
          }
          renderChecks={() => (
            <>
              <Checks {...{ view, goTo, rules, notChecked, check }} />
              <NextSteps view={view} />
            </>
          )}
          selections={() => ({
            parts: [{ title: words.selected, facts: chosenLines(view) }],
            goTo,
          })}
          request={() => ({ preview: previewOf(view), note: words.requestNote })}
        />
      </section>
    </>
  );
}

/** The request as text; its description is made when Restore is selected. */
function previewOf(view: CommvaultView) {
  const restore = restoreIn(view);
  if (restore === null) return null;
  const body = toCreateTaskBody(restore, words.mark, view.reads.at);
  return { before: [], method: 'POST', url: '/CreateTask', body: JSON.stringify(body, null, 2) };
}

/** The Summary of a VM's restore by Commvault. */
export function CommvaultReview(
  props: ReviewProps<CommvaultStepId, CommvaultReads, CommvaultView>,
) {
  const { view } = props;
  const { start, ...press } = useCommvaultRestore(view);
  const wanted = wantedVm(view);
  const { readAgain, ...reads } = useTargetReads(wanted);
  const check = targetCheck(view, reads);
  const held = useHeld(shownCommvaultChecks(check));
  const refused = formFindings(view).refused.map(({ rule }) => rule);
  return (
    <ReviewStep
      {...props}
      pinned={check === null ? [] : [pinnedTarget(check)]}
      press={{
        ...press,
        needs: [...ruleNeeds(view, refused, false), ...held.needs, ...toConfirm(view)],
        start: (decided) =>
          start(
            decided,
            withOffsets(() => commvaultReviewedOf(view, check)),
            metIn(wanted, reads),
          ),
      }}
      renderPanel={(given) => (
        <CommvaultReviewPanel {...{ view, check, readAgain }} {...given} warnings={held.box} />
      )}
    />
  );
}

const pinnedTarget = ({ state }: TargetCheckResult): PinnedCheck => ({
  rowId: TARGET_ROW,
  part: 'result',
  name: checks.target.name,
  tone: CHECK_PINS[state],
});

/** The box of what is overwritten, which a press names. */
const toConfirm = (view: CommvaultView): readonly Need[] =>
  overwriteText(view) === null || view.shown.consequenceRead
    ? []
    : [
        {
          text: review.confirmation,
          tone: 'waiting',
          place: { id: 'consequenceRead' },
          isHolding: false,
        },
      ];
