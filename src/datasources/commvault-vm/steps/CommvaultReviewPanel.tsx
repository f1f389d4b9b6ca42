import { ReviewStep, ruleNeeds } from '#src/wizard/review/ReviewStep.tsx';
import type { CommvaultStepId } from '#src/datasources/commvault-vm/fields.ts';
import type { CommvaultReads } from '#src/datasources/commvault-vm/reads.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { makeStyles, tokens } from '@fluentui/react-components';
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
import { common } from '#src/strings/common.ts';
import { flow } from '#src/strings/commvault-restore.ts';
import { restoreParts } from '#src/strings/restore-parts.ts';
import { review } from '#src/strings/review.ts';
import { UnknownFact } from '#src/ui/explanation.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { Status } from '#src/ui/Status.tsx';
import { CheckField } from '#src/ui/fields/TextField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { focusField } from '#src/ui/dom.ts';
import { formFindings } from '#src/wizard/explain/findings.ts';
import { waitingRules } from '#src/wizard/explain/unknown.ts';
import type { NotChecked } from '#src/wizard/explain/view.ts';
import {
  CheckRow,
  ChecksSum,
  CheckTable,
  Remedies,
  useHeld,
} from '#src/wizard/review/CheckSection.tsx';
import { RuleFindings } from '#src/wizard/review/Findings.tsx';
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

interface TargetCheckProps extends Pick<PanelProps<CommvaultView>, 'view' | 'goTo'> {
  readonly check: TargetCheckResult;
}

/** Whether a restore to the same target is in progress already, with the way to its job. */
function TargetCheck({ view, goTo, check }: TargetCheckProps) {
  const { state, found, readAt, actions = [], remedies = [] } = check;
  const moveFocus = () => void focusField(TARGET_ROW);
  return (
    <CheckTable label={checks.list}>
      <CheckRow
        tone={CHECK_TONES[state]}
        word={checks.state[state]}
        id={TARGET_ROW}
        name={checks.target.name}
        found={found}
        permissions={actions}
        at={readAt}
        part={view.shown.vmName ?? restoreParts.result}
        actions={<Remedies steps={view.model.steps} {...{ remedies, goTo, moveFocus }} />}
      >
        {null}
      </CheckRow>
    </CheckTable>
  );
}

interface UncheckedRulesProps extends Pick<PanelProps<CommvaultView>, 'view' | 'goTo'> {
  readonly verdicts: readonly NotChecked[];
}

/** What could refuse the restore and lacks a fact, with the way to it. */
function UncheckedRules({ view, goTo, verdicts }: UncheckedRulesProps) {
  const waiting = waitingRules(verdicts, view, goTo);
  if (waiting.length === 0) return null;
  return (
    <section aria-label={common.notChecked}>
      <SectionHeading level={3}>{common.notChecked}</SectionHeading>
      {waiting.map(({ unknown, rules }) => (
        <div key={unknown.why}>
          <Status tone="unknown">
            <UnknownFact unknown={unknown} />
          </Status>
          <ul>
            {rules.map((rule) => (
              <li key={rule.id}>{sayOf(rule)}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

const useStyles = makeStyles({
  checks: { marginTop: tokens.spacingVerticalS },
});

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
  const styles = useStyles();
  const form = useStepForm('review', view);
  const { refused, warned, notChecked } = formFindings(view);
  const overwrite = overwriteText(view);
  return (
    <>
      <StepForm id={formId} form={form} onNext={onNext} isLast>
        {overwrite !== null && (
          <CheckField control={form.control} name="consequenceRead" label={overwrite} />
        )}
        {warnings}
      </StepForm>
      <section aria-label={checks.title} className={styles.checks}>
        <ReviewTabs
          tabs={tabs}
          count={null}
          end={
            <ChecksSum
              sum={sumOf([
                ...checksOfRules({ refused, warned, notChecked }),
                ...(check ? [check] : []),
              ])}
              needed={needed}
              notLookedAt={commvaultNotLookedAt(view)}
              onCheckAgain={readAgain}
            />
          }
          renderChecks={() => (
            <>
              <RuleFindings
                rules={[...refused, ...warned].map(({ rule }) => rule)}
                view={view}
                goTo={goTo}
              />
              {check && <TargetCheck {...{ view, check, goTo }} />}
              <UncheckedRules {...{ view, goTo }} verdicts={notChecked} />
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
