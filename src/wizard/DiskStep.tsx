import { type ReactNode, useId } from 'react';
import type { StepId } from '#src/rules/step-of.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import type { DiskValidation } from '#src/wizard/azure-disks/checks/use-disk-validation.ts';
import { diskRestoreOf } from '#src/wizard/azure-disks/restore.ts';
import type { DiskStepProps } from '#src/wizard/azure-disks/step-props.ts';
import { InstancePanel } from '#src/wizard/azure-disks/steps/InstancePanel.tsx';
import { NetworkPanel } from '#src/wizard/azure-disks/steps/NetworkPanel.tsx';
import { ParametersPanel } from '#src/wizard/azure-disks/steps/ParametersPanel.tsx';
import { PointPanel } from '#src/wizard/azure-disks/steps/PointPanel.tsx';
import { ReviewPanel } from '#src/wizard/azure-disks/steps/ReviewPanel.tsx';
import { diskPreviewOf } from '#src/wizard/azure-disks/submit/preview.ts';
import { useDiskRestore } from '#src/wizard/azure-disks/submit/use-disk-restore.ts';
import { useDiskForm } from '#src/wizard/azure-disks/use-disk-form.ts';
import type { DiskView } from '#src/wizard/azure-disks/view.ts';
import { diskErrorWords } from '#src/wizard/azure-disks/words.ts';
import type { GoTo } from '#src/wizard/draft/step-props.ts';
import { Refusal, TakenBack } from '#src/wizard/DraftNotes.tsx';
import { type StepStates, stepAfter } from '#src/wizard/flow.ts';
import { StepBody } from '#src/wizard/StepBody.tsx';
import { StepButtons } from '#src/wizard/StepButtons.tsx';
import { DatasourceForm } from '#src/wizard/steps/datasource/DatasourceForm.tsx';
import { RequestView } from '#src/wizard/steps/review/RequestView.tsx';

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
      {panelOf(step, props, validation)}
    </StepBody>
  );
}

function panelOf(step: StepId, props: DiskStepProps, validation: DiskValidation): ReactNode {
  switch (step) {
    case 'datasource':
      return <DatasourcePanel {...props} />;
    case 'instance':
      return <InstancePanel {...props} />;
    case 'restore-point':
      return <PointPanel {...props} />;
    case 'configuration':
      return <ParametersPanel {...props} />;
    case 'network-access':
      return <NetworkPanel {...props} />;
    case 'review':
      return (
        <ReviewPanel {...props} validation={validation} request={<Request view={props.view} />} />
      );
  }
}

function DatasourcePanel({ view, formId, onNext }: DiskStepProps) {
  const form = useDiskForm('datasource', view);
  return <DatasourceForm form={form} formId={formId} onNext={onNext} texts={diskErrorWords} />;
}

function Request({ view }: { readonly view: DiskView }) {
  const restore = diskRestoreOf(view.draft.choices, view.reads);
  return <RequestView preview={restore === null ? null : diskPreviewOf(restore)} />;
}
