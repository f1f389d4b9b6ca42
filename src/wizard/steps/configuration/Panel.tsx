import { Button } from '@fluentui/react-components';
import { wizard } from '#src/strings/wizard.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';
import { effectsOf } from '#src/wizard/draft/consequences.ts';
import { errorWords } from '#src/wizard/draft/rule-words.ts';
import { type StepProps, toInstance } from '#src/wizard/draft/step-props.ts';
import { useStepForm } from '#src/wizard/draft/use-step-form.ts';
import { AboutMachine } from '#src/wizard/steps/configuration/AboutMachine.tsx';
import { Consequences } from '#src/wizard/steps/configuration/Consequences.tsx';
import { groupChoices, typeOptions } from '#src/wizard/steps/configuration/options.ts';
import { PlacementFields } from '#src/wizard/steps/configuration/PlacementFields.tsx';
import { ReplaceFields } from '#src/wizard/steps/configuration/ReplaceFields.tsx';
import { StagingFields } from '#src/wizard/steps/configuration/StagingFields.tsx';

const words = wizard.configuration;

/** The types under `Create new`: under `Replace existing` there is no choice, and nothing is copied. */
const TYPES = ['createVm', 'restoreDisks'] as const;

/** How and where it is restored. Which fields there are is what the rules leave of them. */
export function ConfigurationPanel({ view, formId, onNext, goTo, preflight }: StepProps) {
  const form = useStepForm('configuration', view);
  const { control } = form;
  if (view.draft.choices.instance === null) {
    return (
      <StepForm id={formId} form={form} onNext={onNext} elsewhere={toInstance(goTo)}>
        <EmptyState title={words.needsInstance}>
          <Button onClick={() => goTo('instance')}>{wizard.point.goToInstance}</Button>
        </EmptyState>
      </StepForm>
    );
  }
  const fields = { view, control };
  return (
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
      {view.draft.choices.group !== 'replaceExisting' &&
        TYPES.map((type) => (
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
          {view.shown.option === 'replaceDisks' && (
            <ReplaceFields {...fields} onCheck={preflight.readAgain} />
          )}
        </>
      )}
      <AboutMachine {...fields} />
    </StepForm>
  );
}
