import { useId } from 'react';
import { submission } from '#src/strings/submission.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { StepId } from '#src/rules/step-of.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import { findingsOf } from '#src/wizard/draft/review.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import { type StepStates, stepAfter } from '#src/wizard/flow.ts';
import { useOpenAttempts } from '#src/wizard/OpenAttempts.tsx';
import { PANELS } from '#src/wizard/panels.ts';
import { keysOfReview } from '#src/wizard/preflight-queries.ts';
import { StandsInWay } from '#src/wizard/StandsInWay.tsx';
import { StepAnswers } from '#src/wizard/StepAnswers.tsx';
import { StepBody } from '#src/wizard/StepBody.tsx';
import { StepButtons } from '#src/wizard/StepButtons.tsx';
import type { Decided } from '#src/wizard/submit/send.ts';
import { StepNotes } from '#src/wizard/StepNotes.tsx';
import { StepRemarks } from '#src/wizard/StepRemarks.tsx';
import { usePreflight } from '#src/wizard/use-preflight.ts';
import { useRestore } from '#src/wizard/submit/use-restore.ts';

export interface StepFrameProps {
  readonly step: StepId;
  readonly states: StepStates;
  readonly view: DraftView;
  readonly goTo: GoTo;
}

/** One step: its heading, what earlier changes took back, its panel, and the buttons. */
export function StepFrame({ step, states, view, goTo }: StepFrameProps) {
  const formId = useId();
  const { preview, start, waitsFor, validation } = useRestore(view, {
    token: submission.tokenHere,
    keysOf: keysOfReview,
  });
  const preflight = usePreflight(view, validation, step === 'review');
  const Panel = PANELS[step];
  const issues = findingsOf(view.settled).refused.length;
  const next = stepAfter(step, states);
  // Missing choices are no reason: pressing Restore then names them.
  const waits = waitsFor === null || waitsFor === 'choice' ? null : submission.waits[waitsFor];
  const open = useOpenAttempts(step, view.draft.id, view.shown);
  const reason = waits ?? open.reason;
  const press = (decided: Decided) => start({ ...decided, onceMore: open.isMeant });
  const onWithoutJobs = () => press({ withoutJobs: true });
  return (
    <StepBody
      step={step}
      name={wizard.step[step]}
      buttons={<StepButtons {...{ step, states, formId, reason, issues, goTo }} />}
    >
      <StepNotes
        {...{ step, open, onWithoutJobs }}
        draft={view.draft}
        wayOn={<StandsInWay view={view} goTo={goTo} />}
      >
        <StepRemarks step={step} view={view} goTo={goTo} />
      </StepNotes>
      <Panel
        view={view}
        formId={formId}
        preview={preview}
        preflight={preflight}
        goTo={goTo}
        onNext={() => (next === null ? press({}) : goTo(next))}
      />
      <StepAnswers step={step} view={view} goTo={goTo} />
    </StepBody>
  );
}
