import { wizard } from '#src/strings/wizard.ts';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { known } from '#src/wizard/draft/reads.ts';
import { errorWords } from '#src/wizard/draft/rule-words.ts';
import type { ConfigurationFieldsProps } from '#src/wizard/steps/configuration/fields.ts';
import { PowerState } from '#src/wizard/steps/configuration/PowerState.tsx';

const words = wizard.configuration;

export interface ReplaceFieldsProps extends ConfigurationFieldsProps {
  /** Reads once more what the restore depends on. */
  readonly onCheck: () => void;
}

/** What is overwritten is shut down, and confirmed by its name, typed. */
export function ReplaceFields({ view, control, onCheck }: ReplaceFieldsProps) {
  const machine = known(view.reads.instance)?.friendlyName;
  return (
    <>
      <PowerState view={view} onCheck={onCheck} />
      <TextField
        control={control}
        name="confirmReplace"
        label={words.confirm}
        required
        {...errorWords(view)}
        hint={machine === undefined ? undefined : words.confirmHint(machine)}
      />
    </>
  );
}
