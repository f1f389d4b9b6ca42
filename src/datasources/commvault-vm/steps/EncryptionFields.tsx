import { flow } from '#src/strings/commvault/flow.ts';
import { CheckField } from '#src/ui/fields/CheckField.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { type FieldsProps, sharedBy } from '#src/datasources/commvault-vm/steps/fields.ts';
import { placedOptions } from '#src/datasources/commvault-vm/steps/options.ts';
import { readHint } from '#src/wizard/reads/read.ts';

const words = flow.field;

/** How the disks come back: managed or not, and under which key. */
export function EncryptionFields({ view, control }: FieldsProps) {
  const { reads } = view;
  const shared = { ...sharedBy({ view, control }), placeholder: flow.asSource } as const;
  return (
    <>
      <CheckField control={control} name="asManaged" label={words.asManaged} />
      <SelectField
        {...shared}
        name="keyVault"
        label={words.keyVault}
        hint={readHint(reads.keyVaults)}
        options={placedOptions(view, reads.keyVaults, flow.asSource)}
      />
      <SelectField
        {...shared}
        name="diskEncryptionSet"
        label={words.diskEncryptionSet}
        hint={readHint(reads.encryptionSets)}
        options={placedOptions(view, reads.encryptionSets, flow.asSource)}
      />
      <CheckField control={control} name="tags" label={words.tags} />
    </>
  );
}
