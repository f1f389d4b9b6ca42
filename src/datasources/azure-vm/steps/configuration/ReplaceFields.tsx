import { wizard } from '#src/strings/wizard.ts';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { known } from '#src/wizard/reads/read.ts';
import { errorWords } from '#src/wizard/explain/findings.ts';
import type { ConfigurationFieldsProps } from '#src/datasources/azure-vm/steps/configuration/fields.ts';
import { isGone } from '#src/datasources/azure-vm/plan.tsx';

const words = wizard.configuration;

/** What is overwritten is confirmed by its name, typed. */
export function ReplaceFields({ view, control }: ConfigurationFieldsProps) {
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
