import {
  type BackupPolicy,
  policiesQuery,
  vaultsInReachQuery,
} from '#src/api/recovery-services/protect.ts';
import { machineQuery } from '#src/api/compute/machines.ts';
import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, useSyncExternalStore } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { ActionPanel } from '#src/actions/ActionPanel.tsx';
import { onRecords } from '#src/actions/record.ts';
import { type FailedRead, firstFailed, problemOf } from '#src/api/queries/query.ts';
import { principalIn, readStepsAgain } from '#src/api/queries/step-checks.ts';
import { vaultQuery } from '#src/api/recovery-services/vaults.ts';
import { ListRow } from '#src/datasources/azure-vm/deploy/ListRow.tsx';
import { isAddress } from '#src/datasources/azure-vm/disks/eligible.ts';
import {
  holdSecret,
  stepActionOf,
  stepOrderParts,
} from '#src/datasources/azure-vm/next-steps/orders.ts';
import {
  isCarriedOut,
  keepStepOrder,
  onStepOrders,
  removeStepOrder,
  type StepOrder,
  type StepOrderKind,
  stepOrderOf,
} from '#src/datasources/azure-vm/next-steps/stored-orders.ts';
import type { RestoredVm } from '#src/datasources/azure-vm/next-steps/steps.ts';
import { now } from '#src/lib/clock.ts';
import { fail, ok, type Result } from '#src/lib/result.ts';
import type { Machine } from '#src/model/machines.ts';
import { nameOf, resourceId, type ResourceId, sameId } from '#src/model/resource-id.ts';
import type { Vault } from '#src/model/vaults.ts';
import { stepActions as words } from '#src/strings/next-steps.ts';
import { regionText } from '#src/strings/regions.ts';
import { CommandText } from '#src/ui/code.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { FieldRow } from '#src/ui/fields/FieldRow.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { TextField } from '#src/ui/fields/TextField.tsx';
import { ProblemState } from '#src/ui/states.tsx';

const useStyles = makeStyles({ planned: { marginTop: tokens.spacingVerticalM } });

export interface StepActionProps {
  readonly jobId: string;
  readonly stepId: string;
  readonly kind: StepOrderKind;
  readonly ground: RestoredVm;
  /** Ids of what a read has found, for what is to be removed. */
  readonly found: readonly ResourceId[];
  /** Nothing is left to do, and nothing is offered anew. */
  readonly isVerified: boolean;
  /** What was carried out is to be planned anew. */
  readonly onAnew: () => void;
}

/** What is done about a next step: chosen, planned, confirmed by a name, and read back. */
export function StepAction(props: StepActionProps) {
  const { jobId, stepId, kind, ground, found, isVerified, onAnew } = props;
  const styles = useStyles();
  const { column } = useCommonStyles();
  const client = useQueryClient();
  const stored = useSyncExternalStore(onStepOrders, () => stepOrderOf(jobId, stepId));
  const [planned, setPlanned] = useState<StepOrder | null>(null);
  const order = planned ?? stored;
  const place = useRef<HTMLDivElement>(null);
  // What had the focus goes with each change.
  const plan = (wanted: StepOrder | null) => {
    setPlanned(wanted);
    place.current?.focus();
  };
  const planAnew = () => {
    removeStepOrder(jobId, stepId);
    plan(null);
    onAnew();
  };
  const action = order && stepActionOf(order, () => void readStepsAgain(client));
  const isEnded = useSyncExternalStore(onRecords, () => order !== null && isCarriedOut(order));
  return (
    <div
      ref={place}
      tabIndex={-1}
      className={mergeClasses(column, order !== null && styles.planned)}
    >
      {order !== null && action !== null ? (
        <>
          <ActionPanel
            action={action}
            label={words.open[order.kind]}
            commands={<CommandText label={words.command} command={stepOrderParts(order).command} />}
            reason={null}
            onConfirmed={() => keepStepOrder(jobId, stepId, order)}
            onGivenUp={planAnew}
          />
          {stored !== order && <Button onClick={() => plan(null)}>{words.change}</Button>}
          {isEnded && !isVerified && (
            <Button size="small" onClick={planAnew}>
              {words.again}
            </Button>
          )}
        </>
      ) : isVerified ? null : (
        <OrderForm kind={kind} ground={ground} found={found} onPlanned={plan} />
      )}
    </div>
  );
}

interface OrderFormProps {
  readonly kind: StepOrderKind;
  readonly ground: RestoredVm;
  readonly found: readonly ResourceId[];
  readonly onPlanned: (order: StepOrder) => void;
}

/** What has to be known for an action about a next step; or why it can't be planned. */
function OrderForm({ kind, ...props }: OrderFormProps) {
  return kind === 'revoke' ? <RevokeForm {...props} /> : <MachineForm {...props} kind={kind} />;
}

interface MachineFormProps extends Omit<OrderFormProps, 'kind'> {
  readonly kind: Exclude<StepOrderKind, 'revoke'>;
}

function MachineForm({ kind, ground, onPlanned }: MachineFormProps) {
  const id = useId();
  const [chosen, setChosen] = useState<ResourceId | null>(null);
  const { choices, vaults, vaultId, reason, failed } = useChoices(kind, ground, chosen);
  const options = vaults.map((vault) => ({ value: vault.id, label: vault.name }));
  if (reason !== null) return <span role="status">{reason}</span>;
  return (
    <>
      {vaultId !== null && (
        <ListRow
          id={id}
          label={words.field.vault}
          required
          chosen={options.find(({ value }) => value === vaultId) ?? null}
          options={options}
          onChoose={(value) => setChosen(resourceId(value))}
        />
      )}
      {failed !== null ? (
        <Failed read={failed} />
      ) : choices === undefined ? (
        <span role="status">{words.readingChoices}</span>
      ) : (
        <StepForm key={vaultId} kind={kind} choices={choices} onPlanned={onPlanned} />
      )}
    </>
  );
}

function RevokeForm({ ground, found, onPlanned }: Omit<OrderFormProps, 'kind'>) {
  const { vaultId, identity } = ground;
  const { data: vault, ...read } = useQuery(vaultQuery(vaultId));
  if (read.error !== null) return <Failed read={read} />;
  if (vault === undefined) return <span role="status">{words.readingChoices}</span>;
  const principalId = principalIn(vault, identity?.kind === 'user' ? identity.identityId : null);
  if (principalId === null || found.length === 0) {
    return <span role="status">{words.nothing}</span>;
  }
  return (
    <Button
      appearance="primary"
      onClick={() =>
        onPlanned({ kind: 'revoke', at: now(), vaultId, principalId, ids: [...found] })
      }
    >
      {words.plan}
    </Button>
  );
}

const Failed = ({ read: { error, refetch } }: { readonly read: FailedRead }) => (
  <ProblemState problem={problemOf(error)} what={words.choices} onRetry={() => void refetch()} />
);

interface StepFormProps {
  readonly kind: OrderKindOfMachine;
  readonly choices: OrderChoices;
  readonly onPlanned: (order: StepOrder) => void;
}

/** The fields of an action about a next step. What is secret is in no value of the form. */
function StepForm({ kind, choices, onPlanned }: StepFormProps) {
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

/** What can be chosen for an action about a next step. */
interface OrderChoices {
  readonly machine: Machine;
  readonly vaultId: ResourceId;
  readonly policies: readonly BackupPolicy[];
  /** The static address that the source had; null: not known. */
  readonly address: string | null;
  /** The policy of the source; null: not known. */
  readonly policyName: string | null;
}

export interface ChoicesRead {
  /** Undefined: not read, or `reason` says why there are none. */
  readonly choices: OrderChoices | undefined;
  /** Vaults that can back the VM up; the one of `choices` is chosen. */
  readonly vaults: readonly Vault[];
  readonly vaultId: ResourceId | null;
  /** Why nothing can be planned; null: it can, or is being read. */
  readonly reason: string | null;
  /** What could not be read; null: all was. */
  readonly failed: FailedRead | null;
}

/** Reads what an action needs; nothing without a VM. `chosen`: the vault that a person chose. */
export function useChoices(
  kind: StepOrderKind,
  ground: RestoredVm,
  chosen: ResourceId | null,
): ChoicesRead {
  const { machineId, source } = ground;
  const isProtect = kind === 'protect';
  const { data: machine, ...read } = useQuery({
    ...machineQuery(machineId ?? resourceId('')),
    enabled: machineId !== null,
  });
  const region = machine?.region ?? '';
  const near = useQuery({
    ...vaultsInReachQuery(machineId ?? resourceId(''), region),
    enabled: isProtect && region !== '',
  });
  // A query that sends nothing still holds what another step's form has read: that is none of this form.
  const vaults = (isProtect ? near.data : undefined) ?? [];
  const named = (id: ResourceId | null) => vaults.find((one) => id !== null && sameId(one.id, id));
  const vaultId = (named(chosen) ?? named(ground.vaultId) ?? vaults[0])?.id ?? null;
  const policies = useQuery({
    ...policiesQuery(vaultId ?? resourceId('')),
    enabled: vaultId !== null,
  });
  const failed = isProtect ? firstFailed(read, near, policies) : firstFailed(read);
  const none = { choices: undefined, vaults, vaultId, reason: null, failed };
  if (machine === null) return { ...none, reason: words.gone };
  if (isProtect && near.data?.length === 0)
    return { ...none, reason: words.noVault(regionText(region)) };
  if (machine === undefined || (isProtect && policies.data === undefined)) return none;
  const choices = {
    machine: { ...machine, osType: machine.osType ?? ground.osType },
    vaultId: vaultId ?? ground.vaultId,
    policies: policies.data ?? [],
    address: source?.addresses?.find((one) => one !== '') ?? null,
    policyName: source?.policyName ?? null,
  };
  return { ...none, choices };
}

/** What the form of an action holds; null: not chosen. */
export interface StepValues {
  policy: string | null;
  nic: string | null;
  address: string | null;
  license: string | null;
  user: string | null;
  secret: string | null;
}

/** Actions that a form plans for a VM. */
type OrderKindOfMachine = Exclude<StepOrderKind, 'revoke'>;

/** What is wrong with a field; null: with the secret, which is no field of the form. */
interface OrderProblem {
  readonly field: keyof StepValues | null;
  readonly text: string;
}

/** The order that a form asks for; or the first thing that is missing. A secret is held for its one request. */
export function newOrder(
  kind: OrderKindOfMachine,
  values: StepValues,
  { machine, vaultId, policies }: OrderChoices,
  secret: string,
): Result<StepOrder, OrderProblem> {
  const common = { at: now(), machineId: machine.id };
  const { region, osType } = machine;
  const missing = (field: OrderProblem['field']) => fail({ field, text: words.problem.required });
  switch (kind) {
    case 'protect': {
      const policy = policies.find(({ id }) => id === values.policy);
      if (policy === undefined) return missing('policy');
      return ok({ kind, ...common, vaultId, policyId: policy.id, policyName: policy.name });
    }
    case 'address': {
      const address = values.address?.trim() ?? '';
      if (values.nic === null) return missing('nic');
      if (!isAddress(address)) return fail({ field: 'address', text: words.problem.address });
      return ok({ kind, ...common, nicId: resourceId(values.nic), address });
    }
    case 'license':
      return ok({ kind, ...common, license: 'Windows_Server' });
    case 'sql':
      return ok({ kind, ...common, region, license: values.license === 'AHUB' ? 'AHUB' : 'PAYG' });
    case 'reset': {
      const userName = values.user?.trim() ?? '';
      if (userName === '') return missing('user');
      if (secret === '') return missing(null);
      if (osType === null) return fail({ field: null, text: words.problem.system });
      const runTag = crypto.randomUUID();
      holdSecret(runTag, secret);
      const isKey = osType === 'Linux' && values.secret === 'ssh_key';
      const what = isKey ? 'ssh_key' : 'password';
      return ok({
        kind,
        ...common,
        region,
        osType,
        userName,
        secret: what,
        runTag,
      });
    }
  }
}
