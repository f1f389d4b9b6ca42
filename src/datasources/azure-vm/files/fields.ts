import * as z from 'zod/mini';
import { machineOfInstance } from '#src/datasources/azure-vm/choices.ts';
import { VM_FIELDS } from '#src/datasources/azure-vm/fields.ts';
import type { VmGiven } from '#src/datasources/azure-vm/field.ts';
import { isRunnerSystem, RUNNER_SYSTEMS } from '#src/model/runner.ts';
import { systemNames } from '#src/rules/facts/vm.ts';
import { labelOf } from '#src/rules/fields.ts';
import { aboutMachine } from '#src/strings/vm-restore.ts';
import { files, whereToRun } from '#src/strings/file-runner.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { Choice } from '#src/wizard/draft/schema.ts';
import { isOther, isOtherDatasource, type Transitions } from '#src/wizard/draft/transitions.ts';
import {
  always,
  cause,
  type LossCause,
  type ChoicesOf,
  type Field,
  fieldsOfStep,
  type FieldTable,
  lostFields,
  taskFields,
} from '#src/wizard/fields/field.ts';
import type { TaskStep } from '#src/wizard/steps/task-steps.ts';

type RunnerField<Value extends Choice> = Field<Value, VmGiven>;

/** A field of the step "Where to run it"; an answer about one VM counts for no other. */
const field = <Value extends Choice>(
  schema: z.ZodMiniType<Value>,
  nothing: NoInfer<Value>,
  rest: Omit<RunnerField<NoInfer<Value>>, 'schema' | 'nothing' | 'step' | 'clearedBy'>,
): RunnerField<Value> => ({
  schema,
  nothing,
  step: 'runner',
  clearedBy: { instance: always, datasource: always },
  ...rest,
});

const text = z.nullable(z.string());
const yesOrNo = z.nullable(z.enum(['yes', 'no']));

const answerName = (value: string): string =>
  value === 'yes' ? aboutMachine.yesOrNo.yes : aboutMachine.yesOrNo.no;

const answer = (label: string) =>
  field(yesOrNo, null, {
    label,
    nameOf: answerName,
    summary: (value) => (value === null ? null : aboutMachine.yesOrNo[value]),
  });

const nameOf = (system: string): string => (isRunnerSystem(system) ? systemNames[system] : system);

/** Where the script runs, and what of the backed-up machine no API reports; null is "not answered". */
const RUNNER_FIELDS = {
  isOnSource: field(yesOrNo, null, {
    label: labelOf('isOnSource'),
    nameOf: answerName,
    isWithoutFacts: true,
    forRules: (isOnSource) => ({ isOnSource: isOnSource === 'yes' }),
    fromRules: ({ isOnSource }) => (isOnSource ? 'yes' : 'no'),
    summary: (isOnSource) => whereToRun[isOnSource ?? 'no'],
    candidates: () => [{ name: whereToRun.no, change: { isOnSource: 'no' } }],
  }),
  sourceSystem: field(text, null, {
    label: labelOf('sourceSystem'),
    nameOf,
    summary: (system) => (system === null ? null : nameOf(system)),
  }),
  runnerSystem: field(text, null, {
    label: labelOf('runnerSystem'),
    nameOf,
    isWithoutFacts: true,
    forRules: (runnerSystem) => ({ runnerSystem }),
    candidates: () =>
      RUNNER_SYSTEMS.map((runnerSystem) => ({
        name: systemNames[runnerSystem],
        change: { runnerSystem },
      })),
    summary: (system) => (system === null ? null : nameOf(system)),
  }),
  runnerVersion: field(text, null, {
    label: labelOf('runnerVersion'),
    nameOf: (version) => version,
    isTyped: true,
    forRules: (runnerVersion) => ({ runnerVersion }),
    summary: (version) => version,
  }),
  spannedVolumes: answer(labelOf('spannedVolumes')),
  deduplicated: answer(labelOf('deduplicated')),
  restrictedAccount: answer(labelOf('restrictedAccount')),
};

/** What no API reports of the backed-up machine. */
export type FileQuestion = 'sourceSystem' | 'spannedVolumes' | 'deduplicated' | 'restrictedAccount';

const TABLE = { ...VM_FIELDS, ...RUNNER_FIELDS };

/** What is chosen for a file recovery: what a restore has, and where the script runs. */
export type FileChoices = ChoicesOf<typeof TABLE>;

/**
 * The fields of a file recovery. It keeps those of a restore: the first steps are the same, and a restore of
 * the disks can be started with everything that was selected.
 */
export const FILE_FIELDS: FieldTable<FileChoices, VmGiven> = TABLE;

/** Reads them from the drafts that hold them. */
export const fileFields = taskFields(FILE_FIELDS);

export const { choicesOf: fileChoices, draftOf: fileDraft, changeOf: fileChange } = fileFields;

export type FileStepId = 'datasource' | 'instance' | 'restore-point' | 'runner' | 'review';

const step = (id: FileStepId, title: string): TaskStep<FileStepId> => ({
  id,
  title,
  fields: fieldsOfStep(FILE_FIELDS, id),
});

/** The steps of a file recovery; the first three are those of a restore. */
export const STEPS_OF_FILES: readonly TaskStep<FileStepId>[] = [
  step('datasource', wizard.step.datasource),
  step('instance', wizard.step.instance),
  step('restore-point', wizard.step['restore-point']),
  step('runner', files.runner),
  step('review', files.review),
];

/** What follows from a change of a file recovery: a version is one of a system. */
export const fileTransitions: Transitions = {
  completed: (before, change) => {
    const { runnerSystem } = change;
    const isSame = runnerSystem === undefined || runnerSystem === before['runnerSystem'];
    return isSame ? change : { runnerVersion: null, ...change };
  },
  lostFields: (before, after) =>
    lostFields(FILE_FIELDS, causesOf(fileChoices(before), fileChoices(after)), fileChoices(after)),
  nameOf: ({ instance }) => machineOfInstance(instance),
};

const causesOf = (before: FileChoices, after: FileChoices): LossCause[] => [
  cause('instance', isOther(before.instance, after.instance)),
  cause('region', before.regionView !== after.regionView),
  cause('datasource', isOtherDatasource(before, after)),
];
