import { NEW_KINDS } from '#src/datasources/azure-vm/field.ts';
import { wizard } from '#src/strings/wizard.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { SuggestedMarks } from '#src/datasources/azure-vm/suggest.tsx';
import { effectsOf } from '#src/datasources/azure-vm/consequences.ts';
import { Advanced } from '#src/wizard/steps/Advanced.tsx';
import { errorWords } from '#src/wizard/explain/findings.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import type { PanelProps } from '#src/wizard/task.ts';
import { NeedsInstance } from '#src/wizard/steps/NeedsInstance.tsx';
import { useStepForm } from '#src/wizard/steps/use-step-form.ts';
import { aboutMachinePart } from '#src/datasources/azure-vm/steps/configuration/AboutMachine.tsx';
import { Consequences } from '#src/datasources/azure-vm/steps/configuration/Consequences.tsx';
import {
  groupChoices,
  typeOptions,
} from '#src/datasources/azure-vm/steps/configuration/options.ts';
import { PlacementFields } from '#src/datasources/azure-vm/steps/configuration/PlacementFields.tsx';
import { ReplaceFields } from '#src/datasources/azure-vm/steps/configuration/ReplaceFields.tsx';
import { PowerState } from '#src/datasources/azure-vm/steps/PowerState.tsx';
import { StagingFields } from '#src/datasources/azure-vm/steps/configuration/StagingFields.tsx';

const words = wizard.configuration;

/** How and where it is restored. Which fields there are is what the rules leave of them. */
export function ConfigurationPanel({ view, formId, onNext, goTo }: PanelProps<DraftView>) {
  const form = useStepForm('configuration', view);
  const { control } = form;
  if (view.draft.choices.instance === null) {
    return (
      <>
        <NeedsInstance title={words.needsInstance} {...{ goTo, formId, form, onNext }} />
        <Advanced step="configuration" {...{ view, goTo }} />
      </>
    );
  }
  const fields = { view, control };
  return (
    <SuggestedMarks view={view}>
      <StepForm id={formId} form={form} onNext={onNext}>
        <ChoiceField
          control={control}
          name="group"
          label={words.group}
          {...errorWords(view)}
          {...groupChoices(view)}
        />
        <SelectField
          control={control}
          name="option"
          label={words.option}
          required
          {...errorWords(view)}
          placeholder={wizard.choose}
          hint={view.shown.group === 'replaceExisting' ? words.onlyReplace : undefined}
          {...typeOptions(view)}
        />
        {/* Under `Replace existing` there is no choice, and nothing is copied. */}
        {view.draft.choices.group !== 'replaceExisting' &&
          NEW_KINDS.map((type) => (
            <Consequences
              key={type}
              title={wizard.consequences.of(words[type])}
              all={effectsOf(view, type)}
            />
          ))}
        {view.shown.option !== null && (
          <>
            <PlacementFields {...fields} />
            <StagingFields {...fields} />
            {view.shown.option === 'replaceDisks' && <ReplaceFields {...fields} />}
          </>
        )}
        <Advanced step="configuration" {...{ view, goTo }} own={aboutMachinePart(fields)} />
      </StepForm>
      {view.shown.option === 'replaceDisks' && <PowerState view={view} />}
    </SuggestedMarks>
  );
}
