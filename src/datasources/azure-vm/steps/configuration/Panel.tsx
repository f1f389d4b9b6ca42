import { makeStyles, tokens } from '@fluentui/react-components';
import { answerOptions, type Question, questionsOf } from '#src/datasources/azure-vm/choices.ts';
import { effectsOf } from '#src/datasources/azure-vm/consequences.ts';
import { NEW_KINDS } from '#src/datasources/azure-vm/field.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { isGone } from '#src/datasources/azure-vm/plan.tsx';
import { PowerState } from '#src/datasources/azure-vm/steps/PowerState.tsx';
import { PlacementFields } from '#src/datasources/azure-vm/steps/configuration/PlacementFields.tsx';
import { StagingFields } from '#src/datasources/azure-vm/steps/configuration/StagingFields.tsx';
import {
  groupChoices,
  typeOptions,
} from '#src/datasources/azure-vm/steps/configuration/options.ts';
import {
  type ConfigurationFieldsProps,
  Consequences,
} from '#src/datasources/azure-vm/steps/configuration/FieldNotes.tsx';
import { SuggestedMarks } from '#src/datasources/azure-vm/suggest.tsx';
import { aboutMachine } from '#src/strings/vm-restore.ts';
import { wizard } from '#src/strings/wizard.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { errorWords } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/reads/read.ts';
import { Advanced, type OwnPart } from '#src/wizard/steps/FieldStep.tsx';
import { NeedsInstance, useStepForm } from '#src/wizard/steps/step-form.tsx';
import type { PanelProps } from '#src/wizard/task.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** What no API can tell, asked of the operator in the fold; undefined where there is no question. */
function aboutMachinePart({ view, control }: ConfigurationFieldsProps): OwnPart | undefined {
  const questions = questionsOf(view);
  if (questions.length === 0) return undefined;
  const answered = questions.filter((question) => view.shown[question] !== null).length;
  return {
    title: aboutMachine.title(answered, questions.length),
    content: <AboutMachine {...{ view, control, questions }} />,
    isOpen: answered > 0,
  };
}

interface AboutMachineProps extends ConfigurationFieldsProps {
  readonly questions: readonly Question[];
}

/** The questions about the VM. Nothing waits for an answer. */
function AboutMachine({ view, control, questions }: AboutMachineProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  return (
    <div className={styles.fields}>
      <p className={shared.second}>{aboutMachine.intro}</p>
      {questions.map((question) => (
        <SelectField
          key={question}
          control={control}
          name={question}
          label={aboutMachine.questions[question]}
          {...errorWords(view)}
          placeholder={aboutMachine.notAnswered}
          options={answerOptions(question)}
        />
      ))}
    </div>
  );
}

const words = wizard.configuration;

/** What is overwritten is confirmed by its name, typed. */
function ReplaceFields({ view, control }: ConfigurationFieldsProps) {
  const machine = known(view.reads.instance)?.friendlyName;
  return (
    <TextField
      control={control}
      name="confirmReplace"
      label={words.confirm}
      required
      {...errorWords(view)}
      hint={machine === undefined || isGone(view) ? undefined : words.confirmHint(machine)}
    />
  );
}

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
