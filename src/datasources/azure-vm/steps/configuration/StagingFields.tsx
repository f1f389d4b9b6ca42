import { wizard } from '#src/strings/wizard.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { FIELDS } from '#src/datasources/azure-vm/fields.ts';
import { TableControls } from '#src/wizard/steps/TableControls.tsx';
import { known, readHint } from '#src/wizard/reads/read.ts';
import { goneHint } from '#src/datasources/azure-vm/not-used.tsx';
import { errorWords } from '#src/wizard/explain/findings.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { consequencesOf } from '#src/datasources/azure-vm/consequences.ts';
import { Consequences } from '#src/datasources/azure-vm/steps/configuration/Consequences.tsx';
import type { ConfigurationFieldsProps } from '#src/datasources/azure-vm/steps/configuration/fields.ts';
import { IdentityFields } from '#src/datasources/azure-vm/steps/configuration/IdentityFields.tsx';
import { UnusedChoiceNotes } from '#src/datasources/azure-vm/steps/configuration/UnusedChoiceNotes.tsx';
import { NoAccount } from '#src/datasources/azure-vm/steps/configuration/NoAccount.tsx';
import {
  accountOptions,
  encryptionSetOptions,
} from '#src/datasources/azure-vm/steps/configuration/options.ts';

const words = wizard.configuration;

const OF_DISKS = [
  'staging',
  'restoreAsManaged',
  'diskEncryptionSet',
  'identity',
  'identityId',
] as const;

/** Where the service lays its files, how the disks come back, and by whose right. */
export function StagingFields({ view, control }: ConfigurationFieldsProps) {
  const { reads, hidden } = view;
  const shared = { control, ...errorWords(view), placeholder: wizard.choose } as const;
  return (
    <>
      <SelectField
        {...shared}
        required
        name="staging"
        label={words.staging}
        hint={readHint(reads.accounts) ?? goneHint(view, 'staging') ?? stagingHint(view)}
        {...accountOptions(view)}
      />
      <NoAccount view={view} />
      <Consequences title={wizard.consequences.staging} all={consequencesOf(view, 'staging')} />
      <TableControls table={FIELDS} step="configuration" view={view} control={control} />
      {!hidden.has('diskEncryptionSet') && (
        <SelectField
          {...shared}
          name="diskEncryptionSet"
          label={words.encryptionSet}
          placeholder={words.sameKey}
          hint={readHint(reads.encryptionSets)}
          {...encryptionSetOptions(view)}
        />
      )}
      <IdentityFields view={view} control={control} />
      <UnusedChoiceNotes view={view} fields={OF_DISKS} />
    </>
  );
}

/** A new machine with managed disks leaves the account unused (document 000, Storage accounts). */
function stagingHint({ settled, reads }: DraftView): string | undefined {
  const isUnused = settled.verdicts.some(
    ({ rule, state }) => rule.id === 'create-vm.staging.unused-managed' && state === 'speaks',
  );
  const machine = known(reads.instance)?.friendlyName;
  return isUnused && machine !== undefined ? words.unusedStaging(machine) : undefined;
}
