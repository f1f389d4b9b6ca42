import { type ComponentType, useId } from 'react';
import { errorWords } from '#src/wizard/explain/findings.ts';
import type { View } from '#src/wizard/explain/view.ts';
import { StepNotes } from '#src/wizard/draft/StepNotes.tsx';
import { OpenAttemptNotes, useOpenAttempts } from '#src/wizard/review/OpenAttempts.tsx';
import { Refusal } from '#src/wizard/review/Refusal.tsx';
import { RestoreButton } from '#src/wizard/review/RestoreButton.tsx';
import { Advanced } from '#src/wizard/steps/Advanced.tsx';
import { StepBody } from '#src/wizard/steps/StepBody.tsx';
import { StepButtons } from '#src/wizard/steps/StepButtons.tsx';
import type { Decided } from '#src/wizard/submit/send.ts';
import type { RemarksProps, StepProps, TaskSpec, UseReview } from '#src/wizard/task.ts';

/** The last step: what the latest press came to, everything once more, and the button that restores. */
export function reviewStepOf<Id extends string, Reads, Seen extends View<Reads>>(
  { chosenText, transitions, planOf }: TaskSpec<Id, Reads, Seen>,
  useReview: UseReview<Seen>,
  Remarks?: ComponentType<RemarksProps<Seen, Id>>,
): ComponentType<StepProps<Seen, Id>> {
  return function ReviewStep({ view, here, steps, goTo }) {
    const formId = useId();
    const { draft, rejected } = view;
    const { id: step } = here;
    const { press, panel, wayOn } = useReview(view);
    const open = useOpenAttempts(view, press.confirmedChoices);
    const { expected } = planOf(view);
    // The task's own reasons come first; what they don't know of holds it anyway.
    const [first] = rejected;
    const ofRejected = first && errorWords(view).errorText(first.code);
    const reason = press.reason ?? ofRejected ?? open.reason;
    // Enter in a field submits whatever the button is, and a warning may be drawn between a click and its submission.
    const start = (decided: Decided): void => {
      if (reason === null) press.start({ ...decided, onceMore: open.isMeant });
    };
    return (
      <StepBody
        step={here}
        steps={steps}
        buttons={
          <StepButtons {...{ step, steps, formId, goTo }} after={null}>
            <RestoreButton
              formId={formId}
              reason={reason}
              issues={press.issues + rejected.length}
              label={press.label}
            />
          </StepButtons>
        }
      >
        <StepNotes {...{ step, steps, draft, chosenText, transitions }}>
          {Remarks && <Remarks {...{ step, view, goTo }} />}
          <Refusal
            draft={draft}
            isHeld={reason !== null}
            onWithoutJobs={() => start({ withoutJobs: true })}
          />
          {wayOn?.(goTo)}
          <OpenAttemptNotes draft={draft} open={open} />
        </StepNotes>
        {expected}
        {panel({ formId, goTo, onNext: () => start({}) })}
        <Advanced step={step} view={view} goTo={goTo} />
      </StepBody>
    );
  };
}
