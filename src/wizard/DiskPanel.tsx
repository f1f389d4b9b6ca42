import { MachineBackupTip } from '#src/wizard/azure-disks/MachineBackupTip.tsx';
import { diskRestoreOf } from '#src/wizard/azure-disks/restore.ts';
import type { DiskStepProps } from '#src/wizard/azure-disks/step-props.ts';
import { InstancePanel } from '#src/wizard/azure-disks/steps/InstancePanel.tsx';
import { NetworkPanel } from '#src/wizard/azure-disks/steps/NetworkPanel.tsx';
import { ParametersPanel } from '#src/wizard/azure-disks/steps/ParametersPanel.tsx';
import { PointPanel } from '#src/wizard/azure-disks/steps/PointPanel.tsx';
import { ReviewPanel } from '#src/wizard/azure-disks/steps/ReviewPanel.tsx';
import { diskPreviewOf } from '#src/wizard/azure-disks/submit/preview.ts';
import { useDiskForm } from '#src/wizard/azure-disks/use-disk-form.ts';
import { diskErrorWords } from '#src/wizard/azure-disks/words.ts';
import { DatasourceForm } from '#src/wizard/steps/datasource/DatasourceForm.tsx';
import { RequestView } from '#src/wizard/steps/review/RequestView.tsx';
import type { StepId } from '#src/rules/step-of.ts';
import type { DiskValidation } from '#src/wizard/azure-disks/checks/use-disk-validation.ts';
import type { DiskView } from '#src/wizard/azure-disks/view.ts';

export interface DiskPanelProps extends DiskStepProps {
  readonly step: StepId;
  readonly validation: DiskValidation;
}

/** What a step of a disk's restore shows. */
export function DiskPanel({ step, validation, ...props }: DiskPanelProps) {
  switch (step) {
    case 'datasource':
      return <DatasourcePanel {...props} />;
    case 'instance':
      return <InstancePanel {...props} />;
    case 'restore-point':
      return (
        <>
          <MachineBackupTip view={props.view} />
          <PointPanel {...props} />
        </>
      );
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
