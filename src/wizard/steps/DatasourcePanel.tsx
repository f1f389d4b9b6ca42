import { DATASOURCES } from '#src/datasources/registry.ts';
import { wizard } from '#src/strings/wizard.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { errorWords } from '#src/wizard/explain/findings.ts';
import type { View } from '#src/wizard/explain/view.ts';
import { useStepForm } from '#src/wizard/steps/use-step-form.ts';

export interface DatasourcePanelProps<Reads> {
  readonly view: View<Reads>;
  /** The id of the form that the wizard's Next button submits. */
  readonly formId: string;
  readonly onNext: () => void;
}

/** The datasources that have the task of a draft. */
const optionsFor = ({ task }: Draft) =>
  [...DATASOURCES]
    .filter(([, { recoversFiles }]) => task === undefined || recoversFiles !== undefined)
    .map(([value, { name }]) => ({ value, label: name }));

/** What kind of backup is restored: the same question in the wizard of each. */
export function DatasourcePanel<Reads>({ view, formId, onNext }: DatasourcePanelProps<Reads>) {
  const form = useStepForm('datasource', view);
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <ChoiceField
        control={form.control}
        name="datasource"
        label={wizard.datasource.label}
        required
        {...errorWords(view)}
        options={optionsFor(view.draft)}
      />
    </StepForm>
  );
}
