import { flow } from '#src/strings/commvault/flow.ts';
import { CheckField } from '#src/ui/fields/CheckField.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { type FieldsProps, sharedBy } from '#src/datasources/commvault-vm/steps/fields.ts';
import {
  fullSubnets,
  placedOptions,
  subnetOptions,
} from '#src/datasources/commvault-vm/steps/options.ts';
import { known, readHint } from '#src/wizard/reads/read.ts';

const words = flow.field;

/** The network of a new VM: the source's, or one for all NICs. */
export function NetworkFields({ view, control }: FieldsProps) {
  const { reads, shown } = view;
  const shared = sharedBy({ view, control });
  const nics = known(reads.machine)?.nicCount ?? 1;
  const full = fullSubnets(view);
  const nicHint = nics > 1 ? flow.hint.nics(nics) : undefined;
  const subnetHint = full > 0 ? flow.hint.fullSubnets(full) : nicHint;
  return (
    <>
      <SelectField
        {...shared}
        name="vnet"
        label={words.vnet}
        placeholder={flow.asSource}
        hint={readHint(reads.networks)}
        options={placedOptions(view, reads.networks, flow.asSource)}
      />
      {shown.vnet !== null && (
        <SelectField
          {...shared}
          name="subnet"
          label={words.subnet}
          required
          hint={subnetHint}
          options={subnetOptions(view)}
        />
      )}
      <CheckField control={control} name="publicIp" label={words.publicIp} />
    </>
  );
}
