import { errorWords } from '#src/wizard/draft/rule-words.ts';
import type { StepProps } from '#src/wizard/draft/step-props.ts';
import { useStepForm } from '#src/wizard/draft/use-step-form.ts';
import { DatasourceForm } from '#src/wizard/steps/datasource/DatasourceForm.tsx';

/** What kind of thing is restored. */
export function DatasourcePanel({ view, formId, onNext }: StepProps) {
  const form = useStepForm('datasource', view);
  return <DatasourceForm form={form} formId={formId} onNext={onNext} texts={errorWords(view)} />;
}
