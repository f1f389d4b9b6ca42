import * as z from 'zod/mini';
import { FIELDS } from '#src/datasources/azure-vm/fields.ts';
import type { VmGiven } from '#src/datasources/azure-vm/fields/field.ts';
import { isRunnerSystem, RUNNER_SYSTEMS } from '#src/model/runner.ts';
import { systemNames } from '#src/rules/facts/vm.ts';
import { labelOf } from '#src/rules/fields.ts';
import { aboutMachine } from '#src/strings/about-machine.ts';
import { whereToRun } from '#src/strings/files/runner.ts';
import type { Choice } from '#src/wizard/draft/schema.ts';
import { always, type ChoicesOf, type Field, type FieldTable } from '#src/wizard/fields/field.ts';
import { taskFields } from '#src/wizard/fields/task-fields.ts';

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

const TABLE = { ...FIELDS, ...RUNNER_FIELDS };

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
