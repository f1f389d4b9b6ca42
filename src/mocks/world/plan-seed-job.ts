import { invariant } from '#src/lib/result.ts';
import type { Ending, JobPlan, TaskPlan } from '#src/mocks/time/plan.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import { seedMs, usText } from '#src/mocks/world/us-text.ts';
import { type Made, madeBy } from '#src/mocks/world/made-things.ts';
import { jobErrors } from '#src/mocks/world/job-errors.ts';
import {
  activityIdOf,
  containerNameOf,
  planRestore,
  type RestoreOrder,
  sizeOf,
} from '#src/mocks/world/plan-restore.ts';
import type { InstanceSeed, JobSeed, MachineSeed, WorldSeed } from '#src/mocks/world/seed.ts';
import { byId } from '#src/mocks/world/find-thing.ts';
import type { Tiering } from '#src/mocks/world/tiering.ts';

interface PlannedJob {
  readonly plan: JobPlan;
  /** Null: a backup, or one of which nothing is left. */
  readonly made: Made | null;
  /** What a backup that runs at the world's start brings to the vault. */
  readonly transfer: Tiering | null;
}

/** The plan of a job that a seed tells of, and what it makes. */
export function planSeedJob(seed: WorldSeed, job: JobSeed): PlannedJob {
  const instance = byId(seed.instances, job.itemId);
  invariant(instance, `the seed has the item ${job.itemId}`);
  const machine = byId(seed.machines, instance.machineId);
  invariant(machine, `the seed has the machine ${instance.machineId}`);
  const atMs = seedMs(seed.startsAt) - job.startedSecondsBefore * 1000;
  const jobId = guidFrom(`${seed.name}:job:${job.name}`);
  const planned = planJob(job, { instance, machine, atMs, jobId });
  const made = job.isCleanedUp === true ? null : planned.made;
  return {
    ...planned,
    made,
    transfer: transferBy(planned.plan, job, instance, seedMs(seed.startsAt)),
  };
}

/** The newest point becomes one of the vault, too, when the backup that took it has ended. */
function transferBy(
  plan: JobPlan,
  { pointName }: JobSeed,
  { points }: InstanceSeed,
  startsAt: number,
): Tiering | null {
  const point = points.find(({ name }) => name === pointName);
  const seconds = plan.tasks.reduce((sum, task) => sum + task.seconds, 0);
  const fromMs = plan.startedAtMs + seconds * 1000;
  const isRunning = plan.operation === 'Backup' && fromMs > startsAt;
  if (!isRunning || point?.tiers.some(({ type }) => type !== 'InstantRP') !== false) return null;
  const { itemId, jobId } = plan;
  const tiers = [...point.tiers, { type: 'HardenedRP', status: 'Valid' } as const];
  return { itemId, pointName: point.name, tiers, fromMs, jobId };
}

/** The plan of a job of the past, whatever world it is of. */
export function planJob(
  job: Omit<JobSeed, 'name' | 'itemId' | 'startedSecondsBefore'>,
  { instance, machine, atMs, jobId }: Omit<BackupOrder, 'ending'>,
): Omit<PlannedJob, 'transfer'> {
  const point = instance.points.find(({ name }) => name === job.pointName) ?? instance.points[0];
  if (job.operation === 'Backup' || point === undefined) {
    const plan = planBackup({ instance, machine, jobId, atMs, ending: endingOf(job) });
    return { plan, made: null };
  }
  const body = {
    objectType: 'IaasVMRestoreRequest',
    recoveryPointId: point.name,
    recoveryType: job.recoveryType ?? 'RestoreDisks',
    sourceResourceId: machine.id,
    storageAccountId: job.target?.account ?? null,
    targetResourceGroupId: job.target?.group ?? null,
    targetVirtualMachineId: job.target?.machine ?? null,
  } as const;
  return {
    plan: planRestore({ instance, machine, point, jobId, atMs, ending: endingOf(job), body }),
    made: madeBy({ machine, body, atMs }),
  };
}

type BackupOrder = Pick<RestoreOrder, 'instance' | 'machine' | 'jobId' | 'atMs' | 'ending'>;

/** A backup (azure-contract §8: subtasks S and R, no percentage, no `Job Type`). */
export function planBackup({ instance, machine, jobId, atMs, ending }: BackupOrder): JobPlan {
  return {
    jobId,
    vaultId: instance.vaultId,
    itemId: instance.id,
    machineId: machine.id,
    friendlyName: instance.friendlyName,
    containerName: containerNameOf(instance.id),
    operation: 'Backup',
    isClassic: machine.deployment === 'classic',
    startedAtMs: atMs,
    activityId: activityIdOf(jobId),
    isUserTriggered: false,
    isCancellable: true,
    tasks: backupTasks(machine),
    ending,
    bag: {
      'VM Name': instance.friendlyName,
      'Recovery Point Expiry Time in UTC': usText(atMs + 30 * 86_400_000).replace(
        / .*/,
        ' 12:00:00 AM',
      ),
    },
    bagAfterSuccess: { 'Backup Size': `${Math.round(sizeOf(machine) * 11.4)} MB` },
    internalBag: { IsInstantRpJob: 'True' },
  };
}

/** The subtasks of a backup with their simulated seconds (durations G). */
export const backupTasks = (machine: MachineSeed): readonly TaskPlan[] => [
  { id: 'Take Snapshot', seconds: 240 },
  { id: 'Transfer data to vault', seconds: 60 + 2 * sizeOf(machine) },
];

/** How a job of the past ends, or ended. */
export function endingOf(job: Pick<JobSeed, 'ending' | 'operation' | 'error'>): Ending {
  switch (job.ending ?? 'completed') {
    case 'completed':
      return { kind: 'completed' };
    case 'failed':
      return {
        kind: 'failed',
        task: job.operation === 'Backup' ? 1 : 0,
        part: 0.6,
        error:
          job.error ?? (job.operation === 'Backup' ? jobErrors.internal : jobErrors.snapshotGone),
      };
    case 'warnings':
      // The safety snapshot of a replacement fails, which no subtask reports (azure-contract §8, I).
      return { kind: 'warnings', task: 0, part: 0.6, error: jobErrors.olrBackupFailed };
    case 'stalled':
      return { kind: 'stalled', task: 0, part: 0.47 };
    case 'cancelled':
      return { kind: 'cancelled', afterSeconds: 120 };
  }
}
