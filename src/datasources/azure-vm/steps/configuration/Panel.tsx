import { answerOptions, questionsOf } from '#src/datasources/azure-vm/choices.ts';
import { consequencesOf, effectsOf } from '#src/datasources/azure-vm/consequences.ts';
import { NEW_KINDS } from '#src/datasources/azure-vm/field.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { PlacementFields } from '#src/datasources/azure-vm/steps/configuration/PlacementFields.tsx';
import {
  DiskFields,
  FilledFields,
} from '#src/datasources/azure-vm/steps/configuration/StagingFields.tsx';
import {
  groupChoices,
  typeOptions,
} from '#src/datasources/azure-vm/steps/configuration/options.ts';
import {
  type ConfigurationFieldsProps,
  Consequences,
} from '#src/datasources/azure-vm/steps/configuration/FieldNotes.tsx';
import { VM_SUGGESTIONS, pointJudge, pointsThere } from '#src/datasources/azure-vm/suggest.ts';
import { aboutMachine } from '#src/strings/vm-restore.ts';
import { wizard } from '#src/strings/wizard.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { errorWords, refusedBy } from '#src/wizard/explain/findings.ts';
import { SuggestedFields, SuggestedPoint } from '#src/wizard/fields/Suggestions.tsx';
import { areOnTheirWay } from '#src/wizard/read.ts';
import { Fold, StepFolds } from '#src/wizard/steps/FieldStep.tsx';
import { NeedsInstance, useStepForm } from '#src/wizard/steps/step-form.tsx';
import type { PanelProps } from '#src/wizard/task.ts';

/** What no API reports, asked of the operator; nothing where there is no question. Nothing waits for an answer. */
function AboutMachine({ view, control }: ConfigurationFieldsProps) {
  const shared = useCommonStyles();
  const questions = questionsOf(view);
  const answered = questions.filter((question) => view.shown[question] !== null).length;
  if (questions.length === 0) return null;
  return (
    <Fold
      title={aboutMachine.title}
      summary={areOnTheirWay(view.reads) ? '' : aboutMachine.summary(answered, questions.length)}
      isNeeded={answered > 0}
      isForm
    >
      {() => (
        <>
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
        </>
      )}
    </Fold>
  );
}

const words = wizard.configuration;

/** What each type brings with it, and whether the result is backed up. */
function AllConsequences({ view }: { readonly view: DraftView }) {
  const { group } = view.draft.choices;
  const isPlaced = view.shown.rg !== null || view.shown.option === 'restoreDisks';
  return (
    <>
      {/* Under `Replace existing` there is no choice, and nothing is copied. */}
      {group !== 'replaceExisting' &&
        NEW_KINDS.map((type) => (
          <Consequences
            key={type}
            title={wizard.consequences.of(words[type])}
            all={effectsOf(view, type)}
          />
        ))}
      {isPlaced && (
        <Consequences title={wizard.consequences.backup} all={consequencesOf(view, 'rg')} />
      )}
    </>
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
        <StepFolds step="configuration" {...{ view, goTo }} />
      </>
    );
  }
  const fields = { view, control };
  const judge = pointJudge(view);
  return (
    <SuggestedFields view={view} suggestions={VM_SUGGESTIONS}>
      {(found) => (
        <>
          <SuggestedPoint
            {...{ view, goTo }}
            points={pointsThere(view)}
            isUsable={(point) => judge(point) === undefined}
          />
          <StepForm id={formId} form={form} onNext={onNext}>
            <ChoiceField
              control={control}
              name="group"
              label={words.group}
              layout="segments"
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
              refusedBy={refusedBy(view, 'option')}
              {...typeOptions(view)}
            />
            {view.shown.option !== null && (
              <>
                <PlacementFields {...fields} />
                <DiskFields {...fields} />
              </>
            )}
            <StepFolds
              step="configuration"
              {...{ view, goTo }}
              renderMore={() => <AllConsequences view={view} />}
            >
              {view.shown.option !== null && <FilledFields {...fields} found={found} />}
              <AboutMachine {...fields} />
            </StepFolds>
          </StepForm>
        </>
      )}
    </SuggestedFields>
  );
}
