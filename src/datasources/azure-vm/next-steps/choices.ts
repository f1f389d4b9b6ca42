import { useQuery } from '@tanstack/react-query';
import { vaultQuery } from '#src/api/queries/instances.ts';
import { policiesQuery } from '#src/api/queries/policies.ts';
import { machineQuery } from '#src/api/queries/targets.ts';
import type { BackupPolicy } from '#src/api/recovery-services/policies/list.ts';
import type { Ground } from '#src/datasources/azure-vm/next-steps/ground.ts';
import type { StepOrderKind } from '#src/datasources/azure-vm/next-steps/order.ts';
import { sameRegion } from '#src/model/region.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import type { Machine } from '#src/model/target.ts';
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
  /** Why nothing can be planned; null: it can, or is being read. */
  readonly reason: string | null;
  readonly error: Error | null;
}

/** Reads what an action needs; nothing without a VM. */
export function useChoices(kind: StepOrderKind, ground: Ground): ChoicesRead {
  const { machineId, vaultId, source } = ground;
  const isProtect = kind === 'protect';
  const machine = useQuery({
    ...machineQuery(machineId ?? resourceId('')),
    enabled: machineId !== null,
  });
  const vault = useQuery({ ...vaultQuery(vaultId), enabled: isProtect });
  const policies = useQuery({ ...policiesQuery(vaultId), enabled: isProtect });
  const error = machine.error ?? (isProtect ? (vault.error ?? policies.error) : null);
  if (machine.data === null) return { choices: undefined, reason: words.gone, error };
  const isRead = !isProtect || (vault.data !== undefined && policies.data !== undefined);
  if (machine.data === undefined || !isRead) return { choices: undefined, reason: null, error };
  const isElsewhere = vault.data && !sameRegion(vault.data.region, machine.data.region);
  return {
    choices: {
      machine: machine.data,
      vaultId,
      policies: policies.data ?? [],
      address: source?.addresses?.find((one) => one !== '') ?? null,
      policyName: source?.policyName ?? null,
    },
    reason: isElsewhere ? words.otherRegion(machine.data.region) : null,
    error,
  };
}
