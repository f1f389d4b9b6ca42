import { RequestView, ReviewStep } from '#src/wizard/review/ReviewStep.tsx';
import type { CommvaultStepId } from '#src/datasources/commvault-vm/fields.ts';
import type { CommvaultReads } from '#src/datasources/commvault-vm/reads.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { toCreateTaskBody } from '#src/api/commvault/restores.ts';
import type { CommvaultView } from '#src/datasources/commvault-vm/model.ts';
import {
  chosenLines,
  COMMVAULT_NOT_LOOKED_AT,
  commvaultEffects,
  commvaultReviewedOf,
  isDeleting,
  overwriteText,
  shownCommvaultChecks,
  type TargetCheckResult,
} from '#src/datasources/commvault-vm/plan.ts';
import { restoreIn } from '#src/datasources/commvault-vm/request.ts';
import {
  targetCheck,
  useCommvaultRestore,
  useTargetReads,
  wantedVm,
} from '#src/datasources/commvault-vm/use-restore.ts';
import { checks } from '#src/strings/checks.ts';
import { common } from '#src/strings/common.ts';
import { flow } from '#src/strings/commvault-restore.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { NotLookedAt, UnknownFact } from '#src/ui/explanation.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { Status } from '#src/ui/Status.tsx';
import { CheckField } from '#src/ui/fields/TextField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { focusField } from '#src/ui/dom.ts';
import { formFindings } from '#src/wizard/explain/findings.ts';
import { waitingRules } from '#src/wizard/explain/unknown.ts';
import type { NotChecked } from '#src/wizard/explain/view.ts';
import {
  CheckList,
  CheckRow,
  CheckSection,
  Remedies,
  useHeld,
} from '#src/wizard/review/CheckSection.tsx';
import { RuleFindings } from '#src/wizard/review/Findings.tsx';
import { CHECK_TONES, metIn } from '#src/wizard/review/check.ts';
import { useStepForm } from '#src/wizard/steps/step-form.tsx';
import type { PanelProps, ReviewProps } from '#src/wizard/task.ts';

const words = flow.review;

/** What the restore does; in place first of all that the VM is deleted. */
function Effects({ view }: { readonly view: CommvaultView }) {
  const [first, ...others] = commvaultEffects(view);
  return (
    <section aria-label={words.happens}>
      <SectionHeading level={3}>{words.happens}</SectionHeading>
      {isDeleting(view) ? <Status tone="warning">{first}</Status> : <div>{first}</div>}
      {others.map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
    </section>
  );
}

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
  /** The box by which a warning is read. */
  readonly warnings: ReactNode;
  readonly readAgain: () => void;
}

/** Whether a restore to the same target is in progress already, with the way to its job. */
function TargetCheck({ view, goTo, check, warnings, readAgain }: TargetCheckProps) {
  const headingId = useId();
  const { state, found, readAt, remedies = [] } = check;
  return (
    <CheckSection title={checks.title} headingId={headingId} onCheckAgain={readAgain}>
      <NotLookedAt names={COMMVAULT_NOT_LOOKED_AT} />
      <CheckList label={checks.list}>
        <CheckRow
          tone={CHECK_TONES[state]}
          word={checks.state[state]}
          name={checks.target.name}
          beside={<span>{found}</span>}
          at={readAt}
        >
          <Remedies
            steps={view.model.steps}
            moveFocus={() => void focusField(headingId)}
            {...{ remedies, goTo }}
          />
        </CheckRow>
      </CheckList>
      {warnings}
    </CheckSection>
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
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
});

interface ReviewPanelProps extends PanelProps<CommvaultView> {
  /** The checks. */
  readonly children: ReactNode;
}

/** Everything once more, before anything is sent. */
export function CommvaultReviewPanel({ view, formId, onNext, goTo, children }: ReviewPanelProps) {
  const styles = useStyles();
  const form = useStepForm('review', view);
  const { refused, warned, notChecked } = formFindings(view);
  const overwrite = overwriteText(view);
  return (
    <StepForm id={formId} form={form} onNext={onNext} isLast>
      <div className={styles.parts}>
        <Effects view={view} />
        {overwrite !== null && (
          <CheckField control={form.control} name="consequenceRead" label={overwrite} />
        )}
        <RuleFindings
          rules={[...refused, ...warned].map(({ rule }) => rule)}
          view={view}
          goTo={goTo}
        />
        {children}
        <UncheckedRules {...{ view, goTo }} verdicts={notChecked} />
        <NextSteps view={view} />
        <section aria-label={words.selected}>
          <SectionHeading level={3}>{words.selected}</SectionHeading>
          <KeyFacts facts={chosenLines(view)} />
        </section>
        <RequestView preview={previewOf(view)} note={words.requestNote} />
      </div>
    </StepForm>
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
  return (
    <ReviewStep
      {...props}
      press={{
        ...press,
        reason: press.reason ?? held.reason,
        start: (decided) => start(decided, commvaultReviewedOf(view, check), metIn(wanted, reads)),
      }}
      renderPanel={(given) => (
        <CommvaultReviewPanel view={view} {...given}>
          {check && (
            <TargetCheck {...{ view, check, readAgain }} warnings={held.box} goTo={given.goTo} />
          )}
        </CommvaultReviewPanel>
      )}
    />
  );
}
