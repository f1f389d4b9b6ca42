import { resourceId } from '#src/model/resource-id.ts';
import { wizard } from '#src/strings/wizard.ts';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import type { PanelProps } from '#src/wizard/task.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { MachinePoints } from '#src/datasources/azure-vm/steps/restore-point/MachinePoints.tsx';
import { NeedsInstance } from '#src/wizard/steps/NeedsInstance.tsx';
import { useStepForm } from '#src/wizard/steps/use-step-form.ts';

/** As of when the machine is restored. */
export function RestorePointPanel({ view, formId, onNext, goTo }: PanelProps<DraftView>) {
  const form = useStepForm('restore-point', view);
  const { instance } = view.draft.choices;
  if (instance === null) {
    return <NeedsInstance title={wizard.point.needsInstance} {...{ goTo, formId, form, onNext }} />;
  }
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <MachinePoints instance={resourceId(instance)} view={view} control={form.control} />
    </StepForm>
  );
}
