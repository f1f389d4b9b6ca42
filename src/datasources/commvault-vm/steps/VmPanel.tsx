import { flow } from '#src/strings/commvault/flow.ts';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { AboutVm } from '#src/datasources/commvault-vm/steps/AboutVm.tsx';
import { DiskFields } from '#src/datasources/commvault-vm/steps/DiskFields.tsx';
import { EncryptionFields } from '#src/datasources/commvault-vm/steps/EncryptionFields.tsx';
import { NetworkFields } from '#src/datasources/commvault-vm/steps/NetworkFields.tsx';
import { AccountField, PlaceFields } from '#src/datasources/commvault-vm/steps/PlaceFields.tsx';
import type { CommvaultView } from '#src/datasources/commvault-vm/view.ts';
import { NeedsInstance } from '#src/wizard/steps/NeedsInstance.tsx';
import { useStepForm } from '#src/wizard/steps/use-step-form.ts';
import type { PanelProps } from '#src/wizard/task.ts';

/** What the restored VM is. In place it asks for the storage account alone. */
export function VmPanel({ view, formId, onNext, goTo }: PanelProps<CommvaultView>) {
  const form = useStepForm('vm', view);
  if (view.shown.instance === null) {
    return <NeedsInstance title={flow.instance.needs} {...{ goTo, formId, form, onNext }} />;
  }
  const fields = { view, control: form.control };
  const isNew = view.shown.cv === 'out-of-place';
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      {isNew ? <PlaceFields {...fields} /> : <p>{flow.hint.inPlace}</p>}
      <AccountField {...fields} />
      {isNew && <NetworkFields {...fields} />}
      <DiskFields {...fields} />
      {isNew && <EncryptionFields {...fields} />}
      <AboutVm {...fields} />
    </StepForm>
  );
}
