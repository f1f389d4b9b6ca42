import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { vaultQuery } from '#src/api/recovery-services/vaults.ts';
import { type FailedRead, problemOf } from '#src/api/queries/query.ts';
import { principalIn } from '#src/api/queries/step-checks.ts';
import { ListRow } from '#src/datasources/azure-vm/deploy/ListRow.tsx';
import { useChoices } from '#src/datasources/azure-vm/next-steps/choices.ts';
import type { Ground } from '#src/datasources/azure-vm/next-steps/ground.ts';
import type { StepOrder, StepOrderKind } from '#src/datasources/azure-vm/next-steps/order.ts';
import { StepForm } from '#src/datasources/azure-vm/next-steps/StepForm.tsx';
import { now } from '#src/lib/clock.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { stepActions as words } from '#src/strings/next-steps.ts';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';

export interface OrderFormProps {
  readonly kind: StepOrderKind;
  readonly ground: Ground;
  readonly found: readonly ResourceId[];
  readonly onPlanned: (order: StepOrder) => void;
}

/** What has to be known for an action about a next step; or why it can't be planned. */
export function OrderForm({ kind, ...props }: OrderFormProps) {
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
