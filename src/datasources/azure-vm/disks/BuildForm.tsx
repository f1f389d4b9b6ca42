import { useForm, useWatch } from 'react-hook-form';
import { BuildDisks } from '#src/datasources/azure-vm/disks/BuildDisks.tsx';
import { BuildNetwork } from '#src/datasources/azure-vm/disks/BuildNetwork.tsx';
import { buildOrder, type BuildValues } from '#src/datasources/azure-vm/disks/build-order.ts';
import type { OrderFormProps } from '#src/datasources/azure-vm/disks/form-props.ts';
import { PlanForm } from '#src/datasources/azure-vm/disks/PlanForm.tsx';
import { useBuildChoices } from '#src/datasources/azure-vm/disks/use-build-choices.ts';
import { now } from '#src/lib/clock.ts';
import { LICENSES } from '#src/model/machine-model.ts';
import { diskActions as words } from '#src/strings/disk-actions.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';

export interface BuildFormProps extends OrderFormProps {
  readonly initial: BuildValues;
}

const asItIs = (text: string): string => text;

/** A new VM of restored disks. */
export function BuildForm({ group, disks, initial, onPlanned }: BuildFormProps) {
  const { control, setValue, setError, handleSubmit } = useForm<BuildValues>({
    defaultValues: initial,
  });
  const { name = null, osDiskId, networkId = null } = useWatch({ control });
  const osDisk = disks.find(({ id }) => id === osDiskId);
  const osType = osDisk?.osType ?? null;
  const choices = useBuildChoices(group, osDisk, { name, networkId });
  const submit = handleSubmit((values) => {
    const { takenNames } = choices;
    const subnets = choices.isNetworkRead ? choices.subnets : undefined;
    const order = buildOrder(values, { group, disks, takenNames, subnets, at: now() });
    if ('kind' in order) return onPlanned(order);
    order.forEach(({ field, text }, index) =>
      setError(field, { type: 'value', message: text }, { shouldFocus: index === 0 }),
    );
  });
  const texts = { control, errorText: asItIs };
  return (
    <PlanForm
      onSubmit={submit}
      failed={choices.failed}
      what={words.choices}
      status={choices.isReading ? words.readingChoices : ''}
    >
      <TextField {...texts} name="name" label={words.field.name} required />
      <BuildDisks
        control={control}
        disks={disks}
        osDisk={osDisk}
        onOsDisk={() => {
          // Each is a choice for the place and the system of the disk that was chosen before.
          for (const field of ['networkId', 'subnetId', 'license', 'setId'] as const) {
            setValue(field, null);
          }
        }}
      />
      <SelectField
        {...texts}
        name="size"
        label={words.field.size}
        placeholder={words.problem.required}
        required
        options={choices.sizes.map(({ name: size, cores }) => ({
          value: size,
          label: size,
          remark: cores === null ? undefined : words.field.cores(cores),
        }))}
      />
      <BuildNetwork
        control={control}
        networks={choices.networks}
        subnets={choices.subnets}
        onNetwork={() => setValue('subnetId', null)}
      />
      <TextField
        {...texts}
        name="nicName"
        label={words.field.nic}
        hint={words.field.nicHint(`${name ?? ''}-nic`)}
      />
      {osType !== null && (
        <SelectField
          {...texts}
          name="license"
          label={words.field.license}
          placeholder={words.field.noLicense}
          options={[
            { value: '', label: words.field.noLicense },
            ...LICENSES[osType].map((value) => ({ value, label: value })),
          ]}
        />
      )}
      {choices.sets.length > 0 && (
        <SelectField
          {...texts}
          name="setId"
          label={words.field.set}
          placeholder={words.field.noSet}
          options={[
            { value: '', label: words.field.noSet },
            ...choices.sets.map(({ id, name: set }) => ({ value: id, label: set })),
          ]}
        />
      )}
    </PlanForm>
  );
}
