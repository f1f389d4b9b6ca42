import { useQuery } from '@tanstack/react-query';
import { type FailedRead, firstFailed } from '#src/api/queries/query.ts';
import {
  type BackupPolicy,
  policiesQuery,
  vaultsInReachQuery,
} from '#src/api/recovery-services/protect.ts';
import { machineQuery } from '#src/api/compute/machines.ts';
import type { Ground } from '#src/datasources/azure-vm/next-steps/ground.ts';
import type { StepOrderKind } from '#src/datasources/azure-vm/next-steps/order.ts';
import type { Vault } from '#src/model/vaults.ts';
import { type ResourceId, resourceId, sameId } from '#src/model/resource-id.ts';
import type { Machine } from '#src/model/machines.ts';
import { stepActions as words } from '#src/strings/next-steps.ts';

/** What can be chosen for an action about a next step. */
export interface OrderChoices {
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
  ground: Ground,
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
  if (isProtect && near.data?.length === 0) return { ...none, reason: words.noVault(region) };
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
