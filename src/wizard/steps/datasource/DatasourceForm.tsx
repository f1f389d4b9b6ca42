import type { UseFormReturn } from 'react-hook-form';
import { wizard } from '#src/strings/wizard.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import type { FieldTexts } from '#src/ui/fields/field-text.ts';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';

const words = wizard.datasource;

export interface DatasourceFormProps {
  readonly form: Pick<UseFormReturn<DraftChoices>, 'control' | 'handleSubmit'>;
  /** The id of the form that the wizard's Next button submits. */
  readonly formId: string;
  readonly onNext: () => void;
  readonly texts: Pick<FieldTexts, 'errorText' | 'explainError'>;
}

/** What kind of thing is restored: the same question in the wizard of each. */
export function DatasourceForm({ form, formId, onNext, texts }: DatasourceFormProps) {
  return (
    <form id={formId} onSubmit={(event) => void form.handleSubmit(onNext)(event)} noValidate>
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
    </form>
  );
}
