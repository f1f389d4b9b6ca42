import type { Control } from 'react-hook-form';
import type { FileQuestion } from '#src/datasources/azure-vm/files/fields.ts';
import { questionsOf } from '#src/datasources/azure-vm/files/questions.ts';
import type { FileView } from '#src/datasources/azure-vm/files/view.ts';
import { oldestVersion, systemsOf } from '#src/model/runner.ts';
import { systemNames } from '#src/rules/facts/vm.ts';
import { labelOf } from '#src/rules/fields.ts';
import { aboutMachine } from '#src/strings/about-machine.ts';
import { runner as words, whereToRun } from '#src/strings/files/runner.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import { errorWords, judgeValue } from '#src/wizard/explain/findings.ts';

export interface RunnerFieldsProps {
  readonly view: FileView;
  readonly control: Control<DraftChoices>;
}

/** Where the script runs, and what of the backed-up machine decides whether it can run there. */
export function RunnerFields({ view, control }: RunnerFieldsProps) {
  const shared = { control, ...errorWords(view) };
  const questions = questionsOf(view);
  const { runnerSystem } = view.shown;
  const osType = view.facts.vm?.osType;
  return (
    <>
      <ChoiceField
        {...shared}
        name="isOnSource"
        label={labelOf('isOnSource')}
        options={(['no', 'yes'] as const).map((value) => ({ value, label: whereToRun[value] }))}
        judge={(value) => judgeValue(view, 'isOnSource', value === 'yes')}
      />
      {questions.has('sourceSystem') && (
        <SelectField
          {...shared}
          name="sourceSystem"
          label={labelOf('sourceSystem')}
          placeholder={words.notAnswered}
          options={systemOptions('Windows')}
        />
      )}
      {questions.has('runnerSystem') && (
        <SelectField
          {...shared}
          name="runnerSystem"
          label={labelOf('runnerSystem')}
          required
          placeholder={words.placeholder}
          options={systemOptions(osType)}
          judge={(value) => judgeValue(view, 'runnerSystem', value)}
        />
      )}
      {questions.has('runnerSystem') && oldestVersion(runnerSystem ?? '') !== null && (
        <TextField
          {...shared}
          name="runnerVersion"
          label={labelOf('runnerVersion')}
          hint={words.versionHint}
          required
        />
      )}
      {YES_OR_NO.filter((question) => questions.has(question)).map((question) => (
        <SelectField
          key={question}
          {...shared}
          name={question}
          label={labelOf(question)}
          hint={question === 'spannedVolumes' ? words.spannedHint : undefined}
          placeholder={words.notAnswered}
          options={ANSWERS}
        />
      ))}
    </>
  );
}

const YES_OR_NO = [
  'spannedVolumes',
  'deduplicated',
  'restrictedAccount',
] as const satisfies readonly FileQuestion[];

/** An answer can be withdrawn. */
const ANSWERS = [
  { value: '', label: words.notAnswered },
  { value: 'yes', label: aboutMachine.yesOrNo.yes },
  { value: 'no', label: aboutMachine.yesOrNo.no },
];

const systemOptions = (osType: 'Windows' | 'Linux' | undefined) =>
  systemsOf(osType).map((system) => ({ value: system, label: systemNames[system] }));
