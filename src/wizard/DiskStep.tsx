import { useId } from 'react';
import type { StepId } from '#src/rules/step-of.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import type { DiskValidation } from '#src/wizard/azure-disks/checks/use-disk-validation.ts';
import { useDiskRestore } from '#src/wizard/azure-disks/submit/use-disk-restore.ts';
import type { DiskView } from '#src/wizard/azure-disks/view.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import { Refusal, TakenBack } from '#src/wizard/DraftNotes.tsx';
import { type StepStates, stepAfter } from '#src/wizard/flow.ts';
import { StepBody } from '#src/wizard/StepBody.tsx';
import { StepButtons } from '#src/wizard/StepButtons.tsx';
import { DiskAnswers } from '#src/wizard/DiskAnswers.tsx';
import { DiskPanel } from '#src/wizard/DiskPanel.tsx';
export interface DiskStepFrameProps {
  readonly step: StepId;
  readonly states: StepStates;
  readonly view: DiskView;
  readonly validation: DiskValidation;
  readonly goTo: GoTo;
}

/** One step of a disk's restore: its heading, what was taken back, its panel, and the buttons. */
export function DiskStep({ step, states, view, validation, goTo }: DiskStepFrameProps) {
  const formId = useId();
  const { reason, start } = useDiskRestore(view, validation);
  const next = stepAfter(step, states);
  const props = { view, formId, goTo, onNext: () => (next === null ? start() : goTo(next)) };
  const buttons = <StepButtons {...{ step, states, formId, reason, goTo }} names={diskFlow.step} />;
  return (
    <StepBody step={step} name={diskFlow.step[step]} buttons={buttons}>
      <TakenBack step={step} draft={view.draft} />
      {step === 'review' && <Refusal draft={view.draft} />}
      <DiskPanel step={step} validation={validation} {...props} />
      <DiskAnswers step={step} view={view} />
    </StepBody>
  );
}
