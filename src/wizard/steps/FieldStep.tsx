import { type ComponentType, useId } from 'react';
import { confirmSuggestions } from '#src/wizard/draft/suggested.ts';
import type { View } from '#src/wizard/explain/view.ts';
import { StepNotes } from '#src/wizard/draft/StepNotes.tsx';
import { Advanced } from '#src/wizard/steps/Advanced.tsx';
import { StepBody } from '#src/wizard/steps/StepBody.tsx';
import { StepButtons } from '#src/wizard/steps/StepButtons.tsx';
import { stepToDecide } from '#src/wizard/steps/flow.ts';
import type { PanelProps, RemarksProps, StepProps, TaskSpec } from '#src/wizard/task.ts';

/** A step that asks for fields: what applies to it, its form, and the buttons. */
export function fieldStepOf<Id extends string, Reads, Seen extends View<Reads>>(
  { chosenText, transitions, holdsFold }: TaskSpec<Id, Reads, Seen>,
  Panel: ComponentType<PanelProps<Seen>>,
  Remarks?: ComponentType<RemarksProps<Seen, Id>>,
): ComponentType<StepProps<Seen, Id>> {
  return function FieldStep({ view, here, steps, stepsNow, goTo }) {
    const formId = useId();
    const { id: step } = here;
    const goOn = () => {
      // The form of a panel names it first; where it doesn't, the step is held anyway.
      const now = stepsNow();
      const rejected = now.find(({ id }) => id === step)?.rejected;
      if (rejected !== undefined) {
        goTo(step, rejected);
        return;
      }
      confirmSuggestions(view.draft.id, here.fields);
      const next = stepToDecide(step, now, view);
      if (next !== null) goTo(next.id);
    };
    return (
      <StepBody
        step={here}
        steps={steps}
        buttons={
          <StepButtons {...{ step, steps, formId, goTo }} after={stepToDecide(step, steps, view)} />
        }
      >
        <StepNotes {...{ step, steps, chosenText, transitions }} draft={view.draft}>
          {Remarks && <Remarks {...{ step, view, goTo }} />}
        </StepNotes>
        <Panel {...{ view, formId, goTo }} onNext={goOn} />
        {step !== holdsFold && <Advanced step={step} view={view} goTo={goTo} />}
      </StepBody>
    );
  };
}
