import type { JobPlan } from '#src/mocks/time/plan.ts';
import { activityIdOf, containerNameOf } from '#src/mocks/world/plan-restore.ts';
import type { InstanceSeed } from '#src/mocks/world/seed.ts';

interface ProtectionOrder {
  readonly instance: InstanceSeed;
  readonly jobId: string;
  readonly atMs: number;
  readonly ms: number;
}

/** The job that starts or stops to protect a machine: its bag names machine and policy (aftercare §2.2, R). */
export function planProtection({ instance, jobId, atMs, ms }: ProtectionOrder): JobPlan {
  const { id, vaultId, machineId, friendlyName, policyName, protectionState } = instance;
  return {
    jobId,
    vaultId,
    itemId: id,
    machineId,
    friendlyName,
    containerName: containerNameOf(id),
    operation: protectionState === 'ProtectionStopped' ? 'DisableBackup' : 'ConfigureBackup',
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
