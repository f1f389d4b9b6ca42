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
import { SecondaryNotes } from '#src/wizard/SecondaryNotes.tsx';
import { StepAnswers } from '#src/wizard/StepAnswers.tsx';
import { StepBody } from '#src/wizard/StepBody.tsx';
import { StepButtons } from '#src/wizard/StepButtons.tsx';
import type { Decided } from '#src/wizard/submit/send.ts';
import { StepNotes } from '#src/wizard/StepNotes.tsx';
import { waitsForAzureAlone } from '#src/wizard/preflight/free.ts';
import { useValidationByItself } from '#src/wizard/submit/use-validation.ts';
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
  const { preview, start, waitsFor, validation } = useRestore(view, submission.tokenHere);
  const preflight = usePreflight(view, validation, step === 'review');
  const isOpen = step === 'review' && waitsForAzureAlone(preflight, view);
  useValidationByItself(view.draft.id, validation, isOpen);
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
      <StepNotes {...{ step, open }} draft={view.draft} onWithoutJobs={onWithoutJobs}>
        <SecondaryNotes step={step} view={view} />
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
