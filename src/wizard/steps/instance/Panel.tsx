import { wizard } from '#src/strings/wizard.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { errorWords } from '#src/wizard/draft/rule-words.ts';
import type { StepProps } from '#src/wizard/draft/step-props.ts';
import { useStepForm } from '#src/wizard/draft/use-step-form.ts';
import { PrimaryList } from '#src/wizard/steps/instance/PrimaryList.tsx';
import { regionOptions } from '#src/wizard/steps/instance/region-options.ts';
import { SecondaryList } from '#src/wizard/steps/instance/SecondaryList.tsx';

/** Which protected machine is restored, and in which of the two regions of its vault. */
export function InstancePanel({ view, formId, onNext }: StepProps) {
  const form = useStepForm('instance', view);
  const { control } = form;
  const List = view.shown.regionView === 'secondary' ? SecondaryList : PrimaryList;
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <ChoiceField
        control={control}
        name="regionView"
        label={wizard.region.label}
        {...errorWords(view)}
        {...regionOptions(view)}
      />
      <List view={view} control={control} />
    </StepForm>
  );
}
