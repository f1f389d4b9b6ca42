import { Button, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { OrderChoices } from '#src/datasources/azure-vm/next-steps/choices.ts';
import {
  newOrder,
  type OrderKindOfMachine,
  type StepValues,
} from '#src/datasources/azure-vm/next-steps/new-order.ts';
import type { StepOrder } from '#src/datasources/azure-vm/next-steps/order.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { stepActions as words } from '#src/strings/next-steps.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { FieldRow } from '#src/ui/fields/FieldRow.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';

export interface StepFormProps {
  readonly kind: OrderKindOfMachine;
  readonly choices: OrderChoices;
  readonly onPlanned: (order: StepOrder) => void;
}

/** The fields of an action about a next step. What is secret is in no value of the form. */
export function StepForm({ kind, choices, onPlanned }: StepFormProps) {
  const { column } = useCommonStyles();
  const { machine, policies, address, policyName } = choices;
  const [secret, setSecret] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const { control, handleSubmit, setError } = useForm<StepValues>({
    defaultValues: {
      policy: policies.find(({ name }) => name === policyName)?.id ?? null,
      nic: machine.nicIds[0] ?? null,
      address,
      license: 'PAYG',
      user: null,
      secret: 'password',
    },
  });
  const isKey = useWatch({ control, name: 'secret' }) === 'ssh_key';
  const submit = handleSubmit((values) => {
    const made = newOrder(kind, values, choices, secret);
    if (made.ok) return onPlanned(made.value);
    const { field, text } = made.reason;
    if (field === null) setIsMissing(true);
    else setError(field, { type: 'value', message: text }, { shouldFocus: true });
  });
  const texts = {
    control,
    errorText: (text: string) => text,
    placeholder: words.problem.required,
    required: true,
  } as const;
  return (
    <form noValidate className={column} onSubmit={(event) => void submit(event)}>
      {kind === 'protect' && (
        <SelectField
          {...texts}
          name="policy"
          label={words.field.policy}
          options={policies.map(({ id, name, description }) => ({
            value: id,
            label: name,
            remark: description,
          }))}
        />
      )}
      {kind === 'address' && (
        <>
          <SelectField
            {...texts}
            name="nic"
            label={words.field.nic}
            options={machine.nicIds.map((id) => ({ value: id, label: nameOf(id) }))}
          />
          <TextField
            {...texts}
            name="address"
            label={words.field.address}
            hint={address === null ? undefined : words.field.addressHint(address)}
          />
        </>
      )}
      {kind === 'sql' && (
        <SelectField
          {...texts}
          name="license"
          label={words.field.license}
          options={(['PAYG', 'AHUB'] as const).map((value) => ({
            value,
            label: words.licenses[value],
          }))}
        />
      )}
      {kind === 'reset' && (
        <>
          <TextField {...texts} name="user" label={words.field.user} />
          {machine.osType === 'Linux' && (
            <SelectField
              {...texts}
              name="secret"
              label={words.field.secret}
              options={(['password', 'ssh_key'] as const).map((value) => ({
                value,
                label: words.secrets[value],
              }))}
            />
          )}
          <FieldRow
            label={isKey ? words.field.key : words.field.password}
            hint={words.field.secretHint}
            required
            error={isMissing && secret === '' ? words.problem.required : undefined}
          >
            <Input
              type={isKey ? 'text' : 'password'}
              autoComplete="new-password"
              value={secret}
              onChange={(_, { value }) => setSecret(value)}
            />
          </FieldRow>
        </>
      )}
      <Button type="submit" appearance="primary">
        {words.plan}
      </Button>
    </form>
  );
}
