import type { JobPlan } from '#src/mocks/time/plan.ts';
import { activityIdOf, containerNameOf } from '#src/mocks/world/plan-restore.ts';
import type { InstanceSeed } from '#src/mocks/world/seed.ts';

interface ProtectionOrder {
  readonly instance: InstanceSeed;
  readonly jobId: string;
  readonly atMs: number;
  readonly ms: number;
  readonly operation: 'ConfigureBackup' | 'DisableBackup' | 'Undelete';
}

/**
 * The job that starts or stops to protect a machine, or undeletes its backup: its bag names machine and policy
 * (aftercare §2.2, R; that of an undeletion G).
 */
export function planProtection(order: ProtectionOrder): JobPlan {
  const { instance, jobId, atMs, ms, operation } = order;
  const { id, vaultId, machineId, friendlyName, policyName } = instance;
  return {
    jobId,
    vaultId,
    itemId: id,
    machineId,
    friendlyName,
    containerName: containerNameOf(id),
    operation,
    isClassic: false,
    startedAtMs: atMs,
    activityId: activityIdOf(jobId),
    isUserTriggered: true,
    isCancellable: false,
    // It isn’t reported; it gives the job its duration.
    tasks: [{ id: 'Configure backup', seconds: ms / 1000 }],
    ending: { kind: 'completed' },
    bag: { 'VM Name': friendlyName, 'Policy Name': policyName },
    bagAfterSuccess: {},
    internalBag: {},
  };
}
