import { useId } from 'react';
import type { StepId } from '#src/rules/step-of.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import type { DiskValidation } from '#src/wizard/azure-disks/checks/use-disk-validation.ts';
import { useDiskRestore } from '#src/wizard/azure-disks/submit/use-disk-restore.ts';
import { issuesAtRestore } from '#src/wizard/azure-disks/refusals.ts';
import type { DiskView } from '#src/wizard/azure-disks/view.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import { type StepStates, stepAfter } from '#src/wizard/flow.ts';
import { useOpenAttempts } from '#src/wizard/OpenAttempts.tsx';
import { StepBody } from '#src/wizard/StepBody.tsx';
import type { Decided } from '#src/wizard/submit/send.ts';
import { StepNotes } from '#src/wizard/StepNotes.tsx';
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
  const { reason: waits, asked, start } = useDiskRestore(view, validation);
  const open = useOpenAttempts(step, view.draft.id, asked);
  const reason = waits ?? open.reason;
  const press = (decided: Decided) => start({ ...decided, onceMore: open.isMeant });
  const onWithoutJobs = () => press({ withoutJobs: true });
  const issues = issuesAtRestore(view).length;
  const next = stepAfter(step, states);
  const props = { view, formId, goTo, onNext: () => (next === null ? press({}) : goTo(next)) };
  const buttons = (
    <StepButtons {...{ step, states, formId, reason, issues, goTo }} names={diskFlow.step} />
  );
  return (
    <StepBody step={step} name={diskFlow.step[step]} buttons={buttons}>
      <StepNotes {...{ step, open }} draft={view.draft} onWithoutJobs={onWithoutJobs} />
      <DiskPanel step={step} validation={validation} {...props} />
      <DiskAnswers step={step} view={view} />
    </StepBody>
  );
}
