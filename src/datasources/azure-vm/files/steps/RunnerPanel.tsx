import type { FileView } from '#src/datasources/azure-vm/files/view.ts';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { useStepForm } from '#src/wizard/steps/use-step-form.ts';
import type { PanelProps } from '#src/wizard/task.ts';

/** On which machine the script runs. */
export function RunnerPanel({ view, formId, onNext }: PanelProps<FileView>) {
  const form = useStepForm('runner', view);
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      {null}
    </StepForm>
  );
}
