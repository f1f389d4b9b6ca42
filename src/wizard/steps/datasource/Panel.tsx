import { wizard } from '#src/strings/wizard.ts';
import type { Blocked } from '#src/ui/fields/option.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { errorWords } from '#src/wizard/draft/rule-words.ts';
import type { StepProps } from '#src/wizard/draft/step-props.ts';
import { useStepForm } from '#src/wizard/draft/use-step-form.ts';

const words = wizard.datasource;

const DISKS_LATER: Blocked = {
  short: words.diskLater,
  explain: () => ({
    reasons: [{ id: null, rule: words.diskLater, facts: [], sources: [words.diskSource] }],
    instead: null,
  }),
};

/** What kind of thing is restored. */
export function DatasourcePanel({ view, formId, onNext }: StepProps) {
  const { control, handleSubmit } = useStepForm('datasource', view);
  return (
    <form id={formId} onSubmit={(event) => void handleSubmit(onNext)(event)} noValidate>
      <ChoiceField
        control={control}
        name="datasource"
        label={words.label}
        required
        {...errorWords(view)}
        options={[
          { value: 'azure-vm', label: words.vm },
          { value: 'azure-disk', label: words.disk },
        ]}
        judge={(value) => (value === 'azure-disk' ? { blocked: DISKS_LATER } : {})}
      />
    </form>
  );
}
