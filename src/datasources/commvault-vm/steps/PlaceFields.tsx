import { flow } from '#src/strings/commvault/flow.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { type FieldsProps, sharedBy } from '#src/datasources/commvault-vm/steps/fields.ts';
import {
  accountOptions,
  groupOptions,
  placedOptions,
  regionOptions,
  sizeOptions,
  zoneOptions,
} from '#src/datasources/commvault-vm/steps/options.ts';
import { judgeValue, refusedBy } from '#src/wizard/explain/findings.ts';
import { readHint } from '#src/wizard/reads/read.ts';

const words = flow.field;

/** The name of a new VM, and where it goes. */
export function PlaceFields({ view, control }: FieldsProps) {
  const { reads } = view;
  const shared = sharedBy({ view, control });
  return (
    <>
      <TextField
        {...shared}
        name="vmName"
        label={words.vmName}
        required
        hint={reads.machineNames.state === 'known' ? undefined : readHint(reads.machineNames)}
      />
      <SelectField
        {...shared}
        name="rg"
        label={words.rg}
        required
        hint={readHint(reads.groups)}
        options={groupOptions(view)}
      />
      <SelectField
        {...shared}
        name="region"
        label={words.region}
        required
        hint={readHint(reads.regions)}
        options={regionOptions(view)}
      />
      <SelectField
        {...shared}
        name="securityGroup"
        label={words.securityGroup}
        placeholder={flow.asSource}
        hint={reads.securityGroups.state === 'known' ? undefined : readHint(reads.securityGroups)}
        options={placedOptions(view, reads.securityGroups, flow.asSource)}
      />
      <SelectField
        {...shared}
        name="vmSize"
        label={words.vmSize}
        required
        hint={readHint(reads.sizes)}
        refusedBy={refusedBy(view, 'vmSize')}
        options={sizeOptions(view)}
        judge={(size) => judgeValue(view, 'vmSize', size)}
      />
      <SelectField
        {...shared}
        name="zone"
        label={words.zone}
        placeholder={flow.asSource}
        hint={readHint(reads.regions)}
        options={zoneOptions(view)}
      />
    </>
  );
}

/** The staging storage account, which Commvault always requires. */
export function AccountField({ view, control }: FieldsProps) {
  const { reads, shown } = view;
  const { options, judge } = accountOptions(view);
  const hint =
    shown.region !== null && options.length === 0 ? flow.hint.noAccount(shown.region) : undefined;
  return (
    <SelectField
      {...sharedBy({ view, control })}
      name="staging"
      label={words.staging}
      required
      hint={readHint(reads.accounts) ?? hint}
      refusedBy={refusedBy(view, 'staging')}
      options={options}
      judge={judge}
    />
  );
}
