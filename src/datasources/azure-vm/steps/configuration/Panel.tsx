import { answerOptions, questionsOf } from '#src/datasources/azure-vm/choices.ts';
import { consequencesOf, effectsOf } from '#src/datasources/azure-vm/consequences.ts';
import { NEW_KINDS } from '#src/datasources/azure-vm/field.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { isGone } from '#src/datasources/azure-vm/plan.tsx';
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
import { TextField } from '#src/ui/fields/TextField.tsx';
import { errorWords, refusedBy } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/read.ts';
import { SuggestedFields, SuggestedPoint } from '#src/wizard/fields/Suggestions.tsx';
import { Fold, StepFolds } from '#src/wizard/steps/FieldStep.tsx';
import { NeedsInstance, useStepForm } from '#src/wizard/steps/step-form.tsx';
import type { PanelProps } from '#src/wizard/task.ts';
import { Button, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { GuardedAction } from '#src/actions/action.ts';
import { forgetRecord, openStep, recordOf } from '#src/actions/record.ts';
import { stopStep, telling } from '#src/actions/steps.ts';
import { SHUT_DOWN, powerResult } from '#src/datasources/azure-vm/checks/azure.ts';
import { useReadAgain } from '#src/datasources/azure-vm/checks/preflight.ts';
import { SHUT_DOWN_ACTION, mayShutDown } from '#src/datasources/azure-vm/facts.ts';
import { groupOf } from '#src/datasources/azure-vm/target-reads.ts';
import type { Machine } from '#src/model/machines.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { checks } from '#src/strings/checks.ts';
import { preflight } from '#src/strings/preflight.ts';
import { CommandText } from '#src/ui/code.tsx';
import { Part, lazyPart } from '#src/ui/Part.tsx';
import { Status } from '#src/ui/Status.tsx';
import { CHECK_TONES } from '#src/wizard/review/check.ts';

/** What no API reports, asked of the operator; nothing where there is no question. Nothing waits for an answer. */
function AboutMachine({ view, control }: ConfigurationFieldsProps) {
  const shared = useCommonStyles();
  const questions = questionsOf(view);
  const answered = questions.filter((question) => view.shown[question] !== null).length;
  if (questions.length === 0) return null;
  return (
    <Fold
      title={aboutMachine.title}
      summary={aboutMachine.summary(answered, questions.length)}
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
                {view.shown.option === 'replaceDisks' && <ReplaceFields {...fields} />}
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
          {view.shown.option === 'replaceDisks' && <PowerState view={view} />}
        </>
      )}
    </SuggestedFields>
  );
}

const powerWords = preflight.power;

/** The machine whose disks a draft replaces, and what becomes of its shutting down. */
interface ShutDown {
  readonly draftId: string;
  readonly machine: Pick<Machine, 'id' | 'name'>;
}

/** The action's id: each draft has one of its own for its machine. */
const shutDownId = ({ draftId, machine }: ShutDown): string =>
  `shut-down.${draftId}.${machine.id.toLowerCase()}`;

/**
 * Shuts a machine down before its disks are replaced, which Azure does of no other. `onDone`: called whenever
 * it was read as shut down.
 */
export function shutDownAction(wanted: ShutDown, onDone: () => void): GuardedAction {
  const { id, name } = wanted.machine;
  const sentence = powerWords.shutDown(name);
  return {
    id: shutDownId(wanted),
    sentence,
    plan: {
      created: [],
      changed: [powerWords.changed(name)],
      untouched: [powerWords.untouched(name)],
      lost: [powerWords.memory(name), powerWords.address(name)],
    },
    confirmName: name,
    steps: [{ id: 'stop', title: sentence, ...telling(stopStep(id), onDone) }],
  };
}

/** What carries it out: fetched when a person asks for it, or it was confirmed. */
const LazyPanel = lazyPart(
  () => import('#src/actions/ActionPanel.tsx'),
  (code) => code.ActionPanel,
);

interface PowerStateProps {
  readonly view: DraftView;
}

/**
 * Whether the machine is shut down, as Azure wants it before its disks are replaced, and the way to shut it
 * down: all else can be made ready while it runs. The button that checks stays, so that whoever pressed it
 * keeps the focus. It stands after the form of the step: what it confirms is a form of its own.
 */
function PowerState({ view }: PowerStateProps) {
  const onCheck = useReadAgain(view);
  const styles = useCommonStyles();
  const result = powerResult(view.reads, onCheck);
  const machine = known(view.reads.machine) ?? null;
  if (result === null) return null;
  return (
    <section
      aria-label={preflight.check.power}
      className={mergeClasses(styles.column, styles.close, styles.anywhere)}
    >
      <div role="status">
        <Status tone={CHECK_TONES[result.state]}>{result.found}</Status>
      </div>
      {machine !== null && (
        <Offer
          key={machine.id}
          view={view}
          wanted={{ draftId: view.draft.id, machine }}
          isRunning={machine.isRunning === true}
          onDone={onCheck}
        />
      )}
      {result.remedies?.map(
        (remedy) =>
          remedy.kind === 'command' && (
            <details key={remedy.label}>
              <summary>{remedy.label}</summary>
              <CommandText label={remedy.label} command={remedy.command} />
            </details>
          ),
      )}
      <Button size="small" onClick={onCheck}>
        {checks.checkAgain}
      </Button>
    </section>
  );
}

interface OfferProps extends PowerStateProps {
  readonly wanted: ShutDown;
  readonly isRunning: boolean;
  readonly onDone: () => void;
}

/** The button that opens the action, and the action, open from the start where it was confirmed and hasn’t ended. */
function Offer({ view, wanted, isRunning, onDone }: OfferProps) {
  const id = shutDownId(wanted);
  const [isOpen, setIsOpen] = useState(() => isUnderWay(id));
  const isAllowed = mayShutDown(view.reads);
  const action = shutDownAction(wanted, onDone);
  return (
    <>
      {isRunning && (
        <Button
          id={SHUT_DOWN}
          size="small"
          aria-expanded={isOpen}
          onClick={() => {
            // It was shut down before, and runs again.
            if (!isOpen && !isUnderWay(id)) forgetRecord(id);
            setIsOpen(!isOpen);
          }}
        >
          {isOpen ? powerWords.close : powerWords.shutDown(wanted.machine.name)}
        </Button>
      )}
      {isRunning && isAllowed === false && (
        <span>{powerWords.mayNot(nameOf(groupOf(wanted.machine.id) ?? ''), SHUT_DOWN_ACTION)}</span>
      )}
      {isOpen && (
        <Part what={powerWords.part}>
          <LazyPanel
            action={action}
            label={action.sentence}
            reason={null}
            onGivenUp={() => setIsOpen(false)}
          />
        </Part>
      )}
    </>
  );
}

/** Whether it was confirmed and has not ended. */
function isUnderWay(id: string): boolean {
  const record = recordOf(id);
  return record !== null && openStep(record) !== undefined;
}
