import { wizard } from '#src/strings/wizard.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import type { FieldTexts } from '#src/ui/fields/field-text.ts';
import { StepForm, type SteppedForm } from '#src/ui/fields/StepForm.tsx';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

const words = wizard.datasource;

export interface DatasourceFormProps {
  readonly form: SteppedForm<DraftChoices>;
  /** The id of the form that the wizard's Next button submits. */
  readonly formId: string;
  readonly onNext: () => void;
  readonly texts: Pick<FieldTexts, 'errorText' | 'explainError'>;
}

/** What kind of thing is restored: the same question in the wizard of each. */
export function DatasourceForm({ form, formId, onNext, texts }: DatasourceFormProps) {
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <ChoiceField
        control={form.control}
        name="datasource"
        label={words.label}
        required
        {...texts}
        options={[
          { value: 'azure-vm', label: words.vm },
          { value: 'azure-disk', label: words.disk },
        ]}
      />
    </StepForm>
  );
}
